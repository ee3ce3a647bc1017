"""The script of whole publications, as text that a person can read, and what it must and must not say."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from everyway.model import (
    BulletList,
    Cell,
    Edition,
    EditionKind,
    Figure,
    InlinePicture,
    ListItem,
    Note,
    NoteReference,
    OrderedList,
    Paragraph,
    Picture,
    Publication,
    Section,
    Sentence,
    Source,
    Statement,
    Table,
    Text,
)
from everyway.reading.publication import read_publication
from everyway.speech.options import SpeechOptions
from everyway.speech.script import script
from everyway.speech.utterance import Chapter, Kind, Script, Utterance
from tests.checking.small import small
from tests.conftest import Golden
from tests.speech.readable import readable

ROOT = Path(__file__).parents[2]
PUBLICATIONS = {"example": ROOT, "constructs": ROOT / "tests" / "publications" / "constructs"}
GOLDEN = (
    ("example", "plan", ("opening", "belonging-in-the-nhs", "closing")),
    ("example", "easy-read", ("opening", "welcome", "closing")),
    ("constructs", "full", ()),
    ("constructs", "short", ()),
)
SOURCE = Source("content/plan/01.md", 1)


@cache
def publication(name: str) -> Publication:
    read = read_publication(PUBLICATIONS[name]).publication
    assert read is not None
    return read


def told(name: str, edition: str) -> Script:
    whole = publication(name)
    return script(whole, whole.edition(edition), SpeechOptions())


def as_text(chapter: Chapter, language: str) -> str:
    """A chapter as text: the silence before, what it is, what is said; the id below, and the text where it differs."""
    lines = [f"# {chapter.id}: {chapter.title}"]
    for one in chapter.utterances:
        kind = f"{one.kind} {one.level}" if one.level else f"{one.kind}"
        tag = "" if one.language == language else f" ({one.language})"
        lines.append(f"{one.before:5} {kind}{tag}: {readable(one.tokens)}{f' [{one.after}]' if one.after else ''}")
        if readable(one.tokens) != one.text:
            lines.append(f"{'':8}{one.text}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("name", "edition", "chapters"), GOLDEN, ids=lambda value: str(value))
def test_script_is_the_golden_one(name: str, edition: str, chapters: tuple[str, ...], golden: Golden) -> None:
    whole = told(name, edition)
    wanted = [chapter for chapter in whole.chapters if not chapters or chapter.id in chapters]
    golden(f"speech/{name}-{edition}.txt", "\n".join(as_text(chapter, whole.language) for chapter in wanted))


@pytest.mark.parametrize("name", PUBLICATIONS)
def test_the_same_sources_give_the_same_script(name: str) -> None:
    whole = publication(name)
    for edition in whole.editions:
        assert script(whole, edition, SpeechOptions()) == told(name, edition.name)


# Small editions


def sentence(words: str, name: str, *more: NoteReference | InlinePicture) -> Sentence:
    return Sentence(name, (Text(words), *more), SOURCE)


def paragraph(words: str, name: str, *more: NoteReference | InlinePicture) -> Paragraph:
    return Paragraph((sentence(words, name, *more),), SOURCE)


def edition_of(*blocks: object, notes: tuple[Note, ...] = (), kind: EditionKind = EditionKind.STANDARD) -> Edition:
    heading = sentence("Gardens", "h")
    section = Section("part", 1, heading, blocks, (), SOURCE, notes)  # type: ignore[arg-type]
    return Edition("plan", kind, "The garden", "en-GB", (section,), SOURCE)


def utterances(edition: Edition) -> tuple[Utterance, ...]:
    whole = replace(small(), editions=(edition,))
    (part,) = script(whole, edition, SpeechOptions()).chapters[1:-1]
    return part.utterances[1:]


def said(edition: Edition) -> list[str]:
    return [f"{one.kind} {one.id}: {readable(one.tokens)}" for one in utterances(edition)]


def picture(alt: str, description: str = "") -> Picture:
    return Picture("rose", Path("rose.svg"), alt, description)


def test_a_picture_is_said_once_where_it_adds_meaning() -> None:
    assert said(edition_of(Figure(picture("A rose"), (), SOURCE), Figure(picture("A rose"), (), SOURCE))) == [
        "picture part-picture-rose: Picture: A rose",
        "picture part-picture-rose-2: Picture: A rose",
    ]
    assert said(edition_of(Figure(picture(""), (), SOURCE))) == []
    assert said(edition_of(Figure(picture("A rose."), (sentence("A rose", "s"),), SOURCE))) == ["sentence s: A rose"]


def test_the_picture_of_an_idea_is_not_said_but_what_it_tells_beyond_is() -> None:
    words = (paragraph("Roses grow.", "s"),)
    easy = EditionKind.EASY_READ
    assert said(edition_of(Statement(picture("A rose"), words, SOURCE), kind=easy)) == ["sentence s: Roses grow."]
    assert said(edition_of(Statement(picture("A rose", "It is red."), words, SOURCE), kind=easy)) == [
        "sentence s: Roses grow.",
        "picture part-picture-rose-described: What the picture shows: It is red.",
    ]


def test_a_sentence_of_a_picture_or_signs_still_says_something() -> None:
    blocks = (
        Paragraph((Sentence("p", (InlinePicture(picture("A rose")),), SOURCE),), SOURCE),
        Paragraph((Sentence("d", (InlinePicture(picture("")),), SOURCE),), SOURCE),
        paragraph("—", "e"),
        paragraph("* * *", "f"),
    )
    assert said(edition_of(*blocks)) == [
        "sentence p: picture: A rose",
        "sentence d: no words",
        "sentence e: em dash",
        "sentence f: star star star",
    ]


def test_notes_follow_the_block_that_calls_them_first() -> None:
    note = Note("n", 1, (paragraph("A note.", "note"),), SOURCE)
    items = tuple(ListItem((paragraph(word, word, *more),), SOURCE) for word, more in (
        ("one", (NoteReference("n", 1),)), ("two", (NoteReference("n", 1, first=False),))
    ))  # fmt: skip
    assert said(edition_of(BulletList(items, SOURCE), paragraph("After.", "after"), notes=(note,))) == [
        "sentence one: one",
        "sentence two: two",
        "note note: Note one | A note.",
        "sentence after: After.",
    ]


def test_the_numbers_of_a_list_are_said() -> None:
    items = tuple(ListItem((paragraph(word, word),), SOURCE) for word in ("Dig", "Sow"))
    row = utterances(edition_of(OrderedList(items, SOURCE, start=9)))
    assert [readable(one.tokens) for one in row] == ["nine | Dig", "ten | Sow"]
    assert [one.text for one in row] == ["9. Dig", "10. Sow"]
    assert [one.before for one in row] == [350, 350]


def test_each_cell_is_said_behind_the_name_of_its_column() -> None:
    def cell(words: str) -> Cell:
        return Cell((sentence(words, words.lower()),) if words else (), SOURCE)

    rows = ((cell("North"), cell("10")), (cell("South"), cell("")))
    head = (cell("Region"), cell("Staff 2020"))
    table = Table((sentence("Staff", "caption"),), head, rows, ("", ""), True, SOURCE)
    assert said(edition_of(table)) == [
        "sentence caption: Staff",
        "cell region: Region",
        "cell staff 2020: Staff twenty twenty",
        "cell north: Region: | North",
        "cell 10: Staff twenty twenty: | ten",
        "cell south: Region: | South",
        "cell part-empty: Staff twenty twenty: | empty",
    ]


def test_what_is_made_up_never_takes_an_id_of_the_model() -> None:
    taken = edition_of(Figure(picture("A rose"), (), SOURCE), paragraph("Words.", "part-picture-rose"))
    assert [one.id for one in utterances(taken)] == ["part-picture-rose-2", "part-picture-rose"]


def test_a_section_called_opening_does_not_lose_its_name() -> None:
    edition = edition_of(paragraph("Words.", "s"))
    (section,) = edition.sections
    edition = replace(edition, sections=(replace(section, id="opening"),))
    chapters = script(replace(small(), editions=(edition,)), edition, SpeechOptions()).chapters
    assert [chapter.id for chapter in chapters] == ["opening-words", "opening", "closing"]
    assert chapters[1].utterances[0].kind is Kind.HEADING


def test_a_welsh_edition_is_announced_in_welsh() -> None:
    edition = replace(edition_of(paragraph("Geiriau.", "s")), language="cy")
    chapters = script(replace(small(), editions=(edition,)), edition, SpeechOptions()).chapters
    voice = next(one for one in chapters[0].utterances if one.id == "opening-voice")
    assert voice.text == "Rydych yn gwrando ar lais synthetig, wedi ei wneud gan gyfrifiadur."
    assert {one.language for chapter in chapters for one in chapter.utterances} == {"cy"}
