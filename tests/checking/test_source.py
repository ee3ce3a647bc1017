"""The checks of the sources as a whole, what Easy Read leaves untold, and waivers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from everyway.checking.source import check_sources
from everyway.findings import Finding, Level
from everyway.model import (
    Edition,
    EditionKind,
    Inline,
    LeftOut,
    Paragraph,
    Publication,
    Section,
    Sentence,
    Source,
    Text,
    Waiver,
)
from tests.checking.in_step.reviewing import all_reviewed
from tests.checking.small import small

FILE = "content/easy-read/01-gardens.md"
GOOD = "Birds sing in the morning."
LONG = "Birds sing in the morning from the trees at the end of the long and quiet garden wall."


def sentence(words: str | Sequence[Inline], line: int = 3) -> Sentence:
    inlines = (Text(words),) if isinstance(words, str) else tuple(words)
    return Sentence(f"s{line}", inlines, Source(FILE, line))


def easy(*sentences: Sentence, **more: object) -> Publication:
    """The small publication with an Easy Read edition of these sentences, each a paragraph, compared with all of it."""
    blocks = tuple(Paragraph((one,), one.source) for one in sentences)
    covers = ("gardens", "tools")
    section = Section("easy-gardens", 1, sentence("Gardens", 1), blocks, (), Source(FILE, 1), covers=covers)
    edition = Edition(
        "easy-read",
        EditionKind.EASY_READ,
        "The garden: Easy Read",
        "en-GB",
        (section,),
        Source("content/publication.yml"),
        tested_with="A reading group",
    )
    made = replace(edition, **more)  # type: ignore[arg-type]
    return all_reviewed(replace(small(), editions=(*small().editions, made)))


def found(publication: Publication, read: Sequence[Finding] = ()) -> list[Finding]:
    """What is wrong, without what only a person can tell."""
    return [finding for finding in check_sources(publication, read) if finding.level is not Level.MANUAL]


def rules(publication: Publication, read: Sequence[Finding] = ()) -> list[str]:
    return [finding.rule for finding in found(publication, read)]


def test_short_sentences_in_easy_words_have_no_finding() -> None:
    assert found(easy(sentence(GOOD))) == []


def test_plans_in_full_words_are_not_measured() -> None:
    plan = small().editions[0]
    section = replace(plan.sections[1], blocks=(Paragraph((sentence(LONG),), Source(FILE, 3)),))
    changed = replace(plan, sections=(plan.sections[0], section, plan.sections[2]))
    assert check_sources(replace(small(), editions=(changed,))) == ()


# What Easy Read leaves untold


def covering(*ids: str, left_out: Sequence[str] = ()) -> list[str]:
    publication = easy(sentence(GOOD))
    edition = publication.editions[1]
    section = replace(edition.sections[0], covers=ids)
    left = tuple(LeftOut(name, "too technical", Source("content/publication.yml")) for name in left_out)
    changed = replace(edition, sections=(section,), left_out=left)
    findings = check_sources(replace(publication, editions=(publication.editions[0], changed)))
    return [finding.message.rpartition("(")[2].rstrip(").") for finding in findings if finding.rule == "ER010"]


def test_covering_a_section_covers_those_under_it() -> None:
    assert covering("gardens", "tools") == []


def test_a_section_that_nothing_tells_is_named_once_with_all_under_it() -> None:
    assert covering("tools") == ["gardens"]
    assert covering() == ["gardens", "tools"]


def test_covering_every_section_under_one_covers_it() -> None:
    assert covering("trees", "tools") == []


def test_what_is_left_out_on_purpose_is_no_fault() -> None:
    assert covering("gardens", left_out=["tools"]) == []


# Waivers


def waived(line: int, rule: str = "ER001") -> dict[str, object]:
    return {"waivers": (Waiver(rule, "her own words", Source(FILE, line)),)}


def test_a_waiver_on_the_line_before_allows_it() -> None:
    assert rules(easy(sentence(LONG, 3), **waived(2))) == []


def test_a_waiver_speaks_for_one_block_and_one_rule_only() -> None:
    assert rules(easy(sentence(GOOD, 3), sentence(LONG, 5), **waived(2))) == ["ER001", "WAV001"]
    assert rules(easy(sentence(LONG, 3), **waived(2, "ER003"))) == ["ER001", "WAV001"]
    assert rules(easy(sentence(LONG, 3), **waived(4))) == ["ER001", "WAV001"]


def test_a_waiver_speaks_for_all_of_its_block() -> None:
    first, second = sentence(LONG, 3), sentence(LONG, 4)
    publication = easy(first, **waived(2))
    edition = publication.editions[1]
    block = Paragraph((first, second), Source(FILE, 3))
    section = replace(edition.sections[0], blocks=(block,))
    changed = replace(publication, editions=(publication.editions[0], replace(edition, sections=(section,))))
    assert rules(all_reviewed(changed)) == []


def test_a_waiver_that_nothing_needs_is_reported_with_its_reason() -> None:
    (finding,) = found(easy(sentence(GOOD), **waived(2)))
    assert finding.rule == "WAV001"
    assert "her own words" in finding.message


def test_advice_of_reading_can_be_waived_but_not_its_errors() -> None:
    advice = Finding("SRC080", "No picture.", Source(FILE, 3))
    error = Finding("SRC012", "No alternative text.", Source(FILE, 3))
    assert rules(easy(sentence(GOOD), **waived(2, "SRC080")), [advice]) == []
    assert rules(easy(sentence(GOOD), **waived(2, "SRC012")), [error]) == ["SRC012", "WAV001"]
