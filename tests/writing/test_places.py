"""On which page of the PDF each section and sentence begins, against what a reader of the file sees there."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from everyway.model import Artifact, Edition, Note, NoteReference, Opening, Paragraph, Source, Table
from everyway.model.walk import plain_text, sections_of, sentences_of
from everyway.writing.pdf import make_pdf, pages_of
from tests.writing.example import cells, easy_read, plan, publication, section, sentence

HERE = Source("content/plan/01-example.md", 7)


def long() -> Edition:
    """Sentences that run over pages, each with a first word of its own; a long table and a note among them."""
    numbered = (sentence(f"Alpha{n} is the start of a sentence, {'and it goes on ' * 9}.") for n in range(90))
    rows = tuple(cells(f"Row{n}", f"Cell{n} {'words ' * 20}") for n in range(40))
    table = Table((sentence("Tablecaption"),), cells("Lefthead", "Righthead"), rows, ("", ""), True, HERE)
    called = sentence("Calling", NoteReference("note-1", 1), " a note.")
    note = Note("note-1", 1, (Paragraph((sentence("Notetext is at the foot."),), HERE),), HERE)
    blocks = Paragraph(tuple(numbered), HERE), table
    return plan(
        section("a", 1, "Firsthead", *blocks, opening=Opening(1, "Part 1", None, sentence("Summarised, before."))),
        section("b", 1, "Secondhead", Paragraph((called,), HERE), notes=(note,), opening=Opening(2, "", None, None)),
    )


def wide() -> Edition:
    """A table whose words have to be broken at any letter, which gives it more lines."""
    rows = tuple(cells(*("Llanfairpwllgwyngyll" for _ in range(9))) for _ in range(30))
    table = Table((), cells(*("Head" for _ in range(9))), rows, ("",) * 9, True, HERE)
    after = tuple(sentence(f"Beta{n} comes after the table.") for n in range(60))
    return plan(section("a", 1, "Firsthead", table, Paragraph(after, HERE), opening=Opening(1, "Part 1", None, None)))


EDITIONS = {"long": long(), "plan": plan(), "easy-read": easy_read()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    folder = tmp_path_factory.mktemp("pdf")
    for name in EDITIONS:
        (folder / name).mkdir()
    return {
        name: make_pdf(publication(plan(), easy_read()), each, {}, folder / name)[0] for name, each in EDITIONS.items()
    }


def test_each_sentence_begins_on_the_page_that_is_told(made: dict[str, Artifact]) -> None:
    places = made["long"].places
    with pypdfium2.PdfDocument(made["long"].path) as pdf:
        pages = [page.get_textpage().get_text_range().split() for page in pdf]
    seen: dict[str, int] = {}
    for each in (each for part in sections_of(EDITIONS["long"]) for each in sentences_of(part)):
        first = plain_text(each.inlines).split()[0]
        seen[each.id] = next(
            number for number, words in enumerate(pages, 1) if number >= min(places.values()) and first in words
        )
    assert seen == {identifier: places[identifier] for identifier in seen}
    assert len(set(seen.values())) > 5


@pytest.mark.parametrize("name", EDITIONS)
def test_every_section_and_sentence_has_its_page(made: dict[str, Artifact], name: str) -> None:
    places, sections = made[name].places, list(sections_of(EDITIONS[name]))
    sentences = {each.id for part in sections for each in sentences_of(part)}
    assert set(places) == sentences | {part.id for part in sections}
    assert all(places[part.id] == places[part.heading.id] for part in sections)


def test_links_lead_to_no_sentence(made: dict[str, Artifact]) -> None:
    """Marks are no places of their own: the file grows by them as little as can be."""
    import pikepdf

    with pikepdf.open(made["long"].path) as pdf:
        names = {str(name) for name in pdf.Root.Names.Dests.Names[::2]}
    assert {"a", "b"} <= names
    assert not names & {each.id for part in sections_of(EDITIONS["long"]) for each in sentences_of(part)}


@pytest.mark.parametrize("name", EDITIONS)
def test_layout_alone_gives_the_same_pages(made: dict[str, Artifact], name: str) -> None:
    assert pages_of(publication(plan(), easy_read()), EDITIONS[name]) == made[name].places


def test_so_it_does_where_words_have_to_be_broken(tmp_path: Path) -> None:
    whole = publication(wide())
    (artifact,) = make_pdf(whole, whole.editions[0], {}, tmp_path)
    assert len(set(artifact.places.values())) > 2
    assert pages_of(whole, whole.editions[0]) == artifact.places
