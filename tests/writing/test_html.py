"""The one rendering as HTML: golden files for each flavour, and what must be safe whatever the content says."""

from __future__ import annotations

import pytest

from everyway.model import Edition, InlinePicture, Link, NoteReference, Opening, Place, Text
from everyway.writing.html import Flavour, HtmlWriter
from tests.conftest import Golden
from tests.writing.example import NOTE, easy_read, paragraph, plan, section

FLAVOURS = {
    "end": Flavour(lambda place: f"{place.edition}#{place.section}", lambda picture: picture.name, sentence_ids=False),
    "foot": Flavour(lambda place: f"#{place.section}", lambda picture: picture.name, notes="foot", bookmarks=True),
}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("edition", [plan(), easy_read()], ids=lambda edition: edition.name)
def test_every_construct(edition: Edition, flavour: str, golden: Golden) -> None:
    writer = HtmlWriter(edition, FLAVOURS[flavour])
    text = "".join(str(writer.section(each)) for each in edition.sections)
    if flavour == "end":
        text += str(writer.notes_list(edition.sections[0].notes))
    golden(f"html/{edition.name}-{flavour}.html", text)


def test_a_note_in_any_paragraph_keeps_its_blocks_inside_it() -> None:
    # HTML ends a <p> where a list begins: a paragraph with a footnote must not be one.
    call = NoteReference("note-1", 1)
    summary = Opening(None, "", None, paragraph("Sum.", call).sentences[0])
    edition = plan(section("a", 1, "A", notes=(NOTE,), opening=summary))
    markup = HtmlWriter(edition, FLAVOURS["foot"]).section(edition.sections[0])
    assert '<div class="p summary" data-pdf-role="P">Sum.<span class="footnote"' in markup
    assert "<p class" not in markup


def test_a_heading_for_a_list_of_contents_is_words_only() -> None:
    edition = plan()
    writer = HtmlWriter(edition, Flavour(lambda place: "x", lambda picture: "x", words_only=True))
    heading = paragraph(
        Link((Text("Words"),), Place("plan", "second")),
        NoteReference("note-1", 1),
        InlinePicture(edition.sections[0].opening.picture),  # type: ignore[union-attr, arg-type]
        " & more",
    )
    assert writer.sentences(heading.sentences) == "Words &amp; more"
