"""The checks of the sources: Easy Read basics, what Easy Read leaves untold, and waivers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from everyway.checking.easy_read import words_in
from everyway.checking.source import check_sources
from everyway.findings import Finding
from everyway.model import (
    Abbreviation,
    Code,
    Edition,
    EditionKind,
    Entry,
    Inline,
    LeftOut,
    LineBreak,
    Paragraph,
    Publication,
    Section,
    Sentence,
    Source,
    Text,
    Waiver,
)
from tests.checking.small import small

FILE = "content/easy-read/01-gardens.md"
GOOD = "Birds sing in the morning."
LONG = "Birds sing in the morning because the sun comes up and they want to be heard by others."


def sentence(words: str | Sequence[Inline], line: int = 3) -> Sentence:
    inlines = (Text(words),) if isinstance(words, str) else tuple(words)
    return Sentence(f"s{line}", inlines, Source(FILE, line))


def easy(*sentences: Sentence, **more: object) -> Publication:
    """The small publication with an Easy Read edition of these sentences, each a paragraph, that covers it all."""
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
    )
    return replace(small(), editions=(*small().editions, replace(edition, **more)))  # type: ignore[arg-type]


def rules(publication: Publication, read: Sequence[Finding] = ()) -> list[str]:
    return [finding.rule for finding in check_sources(publication, read)]


def test_short_sentences_in_easy_words_have_no_finding() -> None:
    assert check_sources(easy(sentence(GOOD))) == ()


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("one two three four five six seven eight nine ten", []),
        ("one two three four five six seven eight nine ten eleven", ["ER002"]),
        ("a b c d e f g h i j k l m n o", ["ER002"]),
        ("a b c d e f g h i j k l m n o p", ["ER001"]),
        ("a – b – c – d – e – f – g – h", []),
    ],
)
def test_sentences_are_measured_in_words(words: str, rule: list[str]) -> None:
    assert rules(easy(sentence(words))) == rule


def test_an_address_is_measured_line_by_line() -> None:
    lines = sentence([Text("The Garden Society"), LineBreak(), Text("12 Long Lane"), LineBreak(), Text("Leeds")])
    assert words_in(lines) == 3


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Ask the RHS.", ["ER003"]),
        ("Go to A&E now.", ["ER003"]),
        ("Two GPs came.", ["ER003"]),
        ("I am here. A bird sings.", []),
        ("It is for you, e.g. at home.", ["ER004"]),
        ("Bring tools, seeds, etc.", ["ER004"]),
        ("Fetch a sketch.", []),
        ("approx 5 birds", ["ER004"]),
    ],
)
def test_letters_and_short_forms_are_found(words: str, rule: list[str]) -> None:
    assert rules(easy(sentence(words))) == rule


def test_letters_that_are_explained_are_no_fault() -> None:
    marked = sentence([Text("Ask the "), Abbreviation("RHS", "Royal Horticultural Society"), Text(".")])
    assert rules(easy(marked)) == []
    source = Source("content/words/glossary.yml")
    entry = Entry("rhs", "RHS", "", "Royal Horticultural Society", (), source)
    assert rules(replace(easy(sentence("Ask the RHS.")), glossary=(entry,))) == []


def test_what_is_to_be_typed_is_not_read_as_letters() -> None:
    assert rules(easy(sentence([Text("Type "), Code("HELP"), Text(" now.")]))) == []


def test_a_short_form_comes_with_the_words_to_write() -> None:
    (finding,) = check_sources(easy(sentence("For you, e.g. at home.")))
    assert finding.remedy == "Write “for example”."
    assert finding.where == Source(FILE, 3)


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
    assert rules(changed) == []


def test_a_waiver_that_nothing_needs_is_reported_with_its_reason() -> None:
    (finding,) = check_sources(easy(sentence(GOOD), **waived(2)))
    assert finding.rule == "WAV001"
    assert "her own words" in finding.message


def test_advice_of_reading_can_be_waived_but_not_its_errors() -> None:
    advice = Finding("SRC080", "No picture.", Source(FILE, 3))
    error = Finding("SRC012", "No alternative text.", Source(FILE, 3))
    assert rules(easy(sentence(GOOD), **waived(2, "SRC080")), [advice]) == []
    assert rules(easy(sentence(GOOD), **waived(2, "SRC012")), [error]) == ["SRC012", "WAV001"]
