"""Plan and Easy Read kept in step: nothing is found after a review, then only what has changed, where it matters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.in_step.check import kept_in_step
from everyway.checking.in_step.pairs import matches_of
from everyway.checking.in_step.state import in_step
from everyway.model import Publication, Section, Sentence, Text
from everyway.model.in_step import Status
from everyway.model.walk import sections_of
from everyway.reading.publication import read_publication
from tests.checking.in_step.reviewing import all_reviewed
from tests.checking.in_step.writing import EASY, PLAN, compared, found, named, read, written

PROJECT = Path(__file__).parents[3]
EASY_FILE = "content/easy-read/01.md"


def test_what_was_reviewed_has_no_finding(tmp_path: Path) -> None:
    assert named(compared(tmp_path)) == []


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("opens at 8am", "opens its gates at 8am", 5),
        ("gates close at 4pm", "gates are closed at 4pm", 5),  # under a section that nothing covers: its parent's
        ("looks after", "owns", 1),
        ("# Parks {", "# Our city's parks {", 1),
        ("Write to", "E-mail", 9),
    ],
)
def test_a_change_of_the_plan_names_the_sections_that_retell_it(
    tmp_path: Path, before: str, after: str, line: int
) -> None:
    compared(tmp_path)
    assert before in PLAN
    written(tmp_path, PLAN.replace(before, after, 1))
    assert named(tmp_path) == [f"STP002 {EASY_FILE}:{line}"]


def test_a_change_where_nothing_is_told_on_purpose_names_nobody(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN.replace("forty", "fifty"))
    assert named(tmp_path) == []


def test_how_lines_are_wrapped_and_marked_makes_no_difference(tmp_path: Path) -> None:
    compared(tmp_path)
    wrapped = PLAN.replace("8am. The", "8am.\nThe").replace("at dusk", "at   dusk").replace("- Call", "*  Call")
    assert wrapped != PLAN
    written(tmp_path, wrapped.replace("- Write", "*  Write"), EASY.replace("We look after 12", "We look\nafter **12**"))
    assert named(tmp_path) == []


def test_the_message_shows_what_changed_word_by_word_and_says_who_looked_when(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN.replace("at dusk", "an hour after dusk"))
    (finding,) = found(tmp_path)
    assert finding.message == (
        "“When you can come” may be out of date: “Opening times” in the plan (opening) has changed since Ada Jones "
        "compared them on 30 July 2020. What changed in the plan: … at 8am. The gates close [− at] [+ an hour after] "
        "dusk. In winter From November …"
    )
    assert 'everyway reviewed easy-read/when --by "your name"' in finding.remedy


def test_a_change_of_both_is_told_once(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN.replace("at dusk", "at night"), EASY.replace("Parks open", "All parks open"))
    (finding,) = found(tmp_path)
    assert finding.rule == "STP002"
    assert "This section has changed too." in finding.message


def test_a_change_of_easy_read_alone_is_a_lesser_matter(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN, EASY.replace("Parks open", "All parks open"))
    assert named(tmp_path) == [f"STP004 {EASY_FILE}:5"]


def test_what_nobody_ever_compared_is_told_once(tmp_path: Path) -> None:
    (finding,) = found(written(tmp_path))
    assert finding.rule == "STP003"
    assert "--all" in finding.remedy


def test_a_new_section_is_told_at_its_line(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN, EASY + "\n## In winter {#cold covers=winter}\n\nParks close at 4pm.\n")
    # The section above it no longer has to tell of winter, so that pair is another one too.
    assert named(tmp_path) == [f"STP002 {EASY_FILE}:5", f"STP003 {EASY_FILE}:13"]


def test_an_entry_for_a_section_that_is_gone_is_told_at_its_line(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN, EASY.replace("{#ask ", "{#ask-us "))
    lines = (tmp_path / "content/reviewed.yml").read_text("utf-8").splitlines()
    at = lines.index("- easy_read: easy-read/ask") + 1
    assert named(tmp_path) == [f"STP003 {EASY_FILE}:9", f"STP005 content/reviewed.yml:{at}"]


def test_what_nobody_tells_is_told_and_what_is_left_out_is_not(tmp_path: Path) -> None:
    plan = PLAN + "\n## Dogs {#dogs}\n\nKeep them on a lead.\n"
    compared(tmp_path, plan, EASY.replace("covers=parks", ""))
    assert named(tmp_path) == ["ER010 content/plan/01.md:22"]
    (step,) = in_step(read(tmp_path)).steps
    assert [(one.section, one.reason) for one in step.untold] == [("bylaws", "They are for lawyers."), ("dogs", "")]


def test_two_sections_that_tell_the_same_are_both_named(tmp_path: Path) -> None:
    easy = EASY + "\n## More {#more covers=opening}\n\nGates close at night.\n"
    compared(tmp_path, PLAN, easy)
    written(tmp_path, PLAN.replace("Every park", "Each park"), easy)
    assert named(tmp_path) == [f"STP002 {EASY_FILE}:5", f"STP002 {EASY_FILE}:13"]


def test_an_easy_read_edition_is_held_against_the_plan_in_its_language(tmp_path: Path) -> None:
    publication = read(written(tmp_path))
    plan, easy = publication.editions
    welsh = replace(plan, name="cynllun", language="cy")
    three = replace(publication, editions=(welsh, plan, easy))
    assert {match.plan_edition.name for match in matches_of(three, easy)} == {"plan"}
    two = replace(publication, editions=(welsh, easy))
    assert {match.plan_edition.name for match in matches_of(two, easy)} == {"cynllun"}


def test_every_status_is_one_that_can_happen(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN.replace("8am", "9am").replace("Write to", "E-mail"), EASY.replace("Parks open", "They open"))
    states = {pair.easy.section: pair.status for pair in in_step(read(tmp_path)).pairs}
    assert states == {"our-parks": Status.MATCHES, "when": Status.BOTH_CHANGED, "ask": Status.PLAN_CHANGED}


# The law, on the worked example: whichever sentence changes, exactly those sections are named that retell it.


@pytest.fixture(scope="module")
def example() -> Publication:
    publication = read_publication(PROJECT).publication
    assert publication is not None
    return all_reviewed(publication)


def _changed(sections: tuple[Section, ...], wanted: str) -> tuple[Section, ...]:
    """The sections with the heading of one changed by a word."""
    made = []
    for section in sections:
        heading = section.heading
        if section.id == wanted:
            heading = Sentence(heading.id, (*heading.inlines, Text(" anew")), heading.source)
        made.append(replace(section, heading=heading, sections=_changed(section.sections, wanted)))
    return tuple(made)


def test_of_the_worked_example_exactly_what_retells_a_change_is_named(example: Publication) -> None:
    assert [finding.rule for finding in kept_in_step(example)] == []
    plan, easy = example.editions
    retelling: dict[str, set[str]] = {}
    for section in sections_of(easy):
        for covered in section.covers:
            retelling.setdefault(covered, set()).add(str(section.source))
    left_out = {left.section for left in easy.left_out}
    for section in sections_of(plan):
        if section.id == plan.word_list:
            continue
        changed = replace(example, editions=(replace(plan, sections=_changed(plan.sections, section.id)), easy))
        findings = [one for one in kept_in_step(changed) if one.rule == "STP002"]
        assert all("[+ anew]" in one.message for one in findings)
        expected = retelling.get(section.id, set())
        assert {str(one.where) for one in findings} == expected, section.id
        assert expected or section.id in left_out, section.id
