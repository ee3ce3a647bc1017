"""Notes as pop-ups: behind the block that calls them, in the order in which they are said."""

from __future__ import annotations

from everyway.model import ListItem, Note, NoteReference, Opening
from everyway.writing.epub.markup import inside, parse
from everyway.writing.epub.notes import pop_up
from everyway.writing.html import Flavour, HtmlWriter
from tests.writing.example import HERE, bullets, paragraph, plan, section


def note(number: int, *blocks: object) -> Note:
    return Note(f"note-{number}", number, blocks, HERE)  # type: ignore[arg-type]


def call(number: int) -> NoteReference:
    return NoteReference(f"note-{number}", number)


def page(*blocks: object, notes: tuple[Note, ...], **more: object) -> str:
    """A part with notes, as XHTML."""
    edition = plan(section("a", 1, "A", *blocks, notes=notes, **more))  # type: ignore[arg-type]
    writer = HtmlWriter(edition, Flavour(lambda place: f"a.xhtml#{place.section}", lambda picture: "x"))
    body = parse(writer.section(edition.sections[0]))
    pop_up(body, parse(writer.notes_list(notes)))
    return str(inside(body))


def order(markup: str) -> list[str]:
    """The notes and blocks of a page by the first word after each `id` or paragraph."""
    return [word for word in markup.replace("<", " ").replace(">", " ").split() if word in WORDS]


WORDS = {"Before", "First", "Second", "Inner", "After"}


def test_a_note_opens_and_leads_back() -> None:
    markup = page(paragraph("Before", call(1)), notes=(note(1, paragraph("First note.")),))
    assert (
        '<a id="note-1-call" href="a.xhtml#note-1" aria-label="Note 1" epub:type="noteref" role="doc-noteref">1</a>'
    ) in markup
    assert (
        '<aside id="note-1" lang="en-GB" class="note" epub:type="footnote" role="doc-footnote" xml:lang="en-GB">'
        '<p class="note-number"><a class="note-back" href="#note-1-call" aria-label="Back from note 1 to the text"'
        ' epub:type="backlink" role="doc-backlink">1</a></p>\n<p>First note.</p>\n</aside>'
    ) in markup


def test_words_without_a_paragraph_get_one_before_the_blocks() -> None:
    markup = page(paragraph("Before", call(1)), notes=(note(1, paragraph("First"), bullets("one")),))
    assert "<p>First</p>\n<ul>" in markup


def test_a_note_stands_behind_the_whole_block_that_calls_it() -> None:
    markup = page(bullets("Before"), paragraph("After"), notes=())
    assert order(markup) == ["Before", "After"]
    listed = bullets("Before")
    called = type(listed)((*listed.items, *_item(1)), HERE)
    markup = page(called, paragraph("After"), notes=(note(1, paragraph("First")),))
    assert order(markup) == ["Before", "First", "After"]
    assert markup.index("</ul>") < markup.index("<aside")


def _item(number: int) -> tuple[object, ...]:
    return (ListItem((paragraph("calls", call(number)),), HERE),)


def test_notes_follow_one_another_as_they_are_said() -> None:
    # The first note calls the third: it is said before the second, which the text calls later.
    notes = (
        note(1, paragraph("First", call(3))),
        note(2, paragraph("Second")),
        note(3, paragraph("Inner")),
    )
    markup = page(paragraph("Before", call(1), " and ", call(2)), paragraph("After"), notes=notes)
    assert order(markup) == ["Before", "First", "Inner", "Second", "After"]


def test_the_note_of_a_heading_stands_before_the_summary() -> None:
    summary = Opening(None, "", None, paragraph("After").sentences[0])
    heading = paragraph("Before", call(1)).sentences[0]
    part = section("a", 1, "A", notes=(note(1, paragraph("First")),), opening=summary)
    edition = plan(type(part)("a", 1, heading, (), (), HERE, part.notes, summary))
    writer = HtmlWriter(edition, Flavour(lambda place: f"#{place.section}", lambda picture: "x"))
    body = parse(writer.section(edition.sections[0]))
    pop_up(body, parse(writer.notes_list(part.notes)))
    assert order(str(inside(body))) == ["Before", "First", "After"]
