"""Pronunciations that nothing needs, and capitals of which nobody has said how they are spoken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from everyway.checking.pronunciations import pronunciations
from everyway.model import (
    Abbreviation,
    Code,
    EditionKind,
    Foreign,
    Inline,
    Paragraph,
    Pronunciation,
    Publication,
    Sentence,
    Source,
    Text,
)
from tests.checking.small import small

FILE = "content/plan/01-gardens.md"
ENTRIES = "content/words/pronunciations.yml"


def saying(*inlines: Inline, entries: tuple[Pronunciation, ...] = ()) -> Publication:
    publication = small()
    plan = publication.editions[0]
    paragraph = Paragraph((Sentence("s9", inlines, Source(FILE, 9)),), Source(FILE, 9))
    section = replace(plan.sections[0], blocks=(paragraph,))
    edition = replace(plan, sections=(section, *plan.sections[1:]))
    return replace(publication, editions=(edition,), pronunciations=entries)


def found(publication: Publication) -> list[str]:
    return [f"{one.rule} {one.where} {one.message}" for one in pronunciations(publication)]


def test_unknown_capitals_are_told_once_with_their_line() -> None:
    assert found(saying(Text("Ask the QXP. The QXP’s garden and two QXPs."))) == [
        f"SAY004 {FILE}:9 “QXP” is said letter by letter, because nothing says otherwise, in "
        "“Ask the QXP. The QXP’s garden and two QXPs.”."
    ]


@pytest.mark.parametrize(
    "inlines",
    [
        (Text("The BBC, PDFs and the UK at 9 AM, for 5 MB; Part IV; do NOT go; A&E."),),
        (Text("PLEASE READ THIS. It is IMPORTANT."),),
        (Abbreviation("QXP", "Quick Xylophone Players"), Text(" play.")),
        (Code("QXP"), Text(" is typed.")),
        (Foreign((Text("QXP"),), "cy"), Text(" is Welsh.")),
        (Text("QXP@example.org, www.example.org/QXP and #QXP"),),
    ],
)
def test_what_is_known_is_no_finding(inlines: tuple[Inline, ...]) -> None:
    assert found(saying(*inlines)) == []


def test_an_entry_answers_and_one_that_fits_nothing_is_told() -> None:
    entries = (
        Pronunciation("QXP", Source(ENTRIES, 1), say_as="letters"),
        Pronunciation("Qxp", Source(ENTRIES, 2), alias="never"),
        Pronunciation("Cymru", Source(ENTRIES, 3), ipa="ˈkəmri", language="cy"),
    )
    publication = saying(Text("The QXP in "), Foreign((Text("Cymru"),), "cy"), entries=entries)
    assert found(publication) == [f"SAY003 {ENTRIES}:2 “Qxp” stands nowhere in the text."]


def test_easy_read_has_a_rule_of_its_own() -> None:
    publication = saying(Text("Ask the QXP."))
    easy = replace(publication.editions[0], kind=EditionKind.EASY_READ)
    assert found(replace(publication, editions=(easy,))) == []
