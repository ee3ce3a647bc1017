"""A part of the edition as a page of the book: the shared HTML, made XHTML and told what its elements are."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from everyway.model import Edition, Section
from everyway.model.walk import plain_text, sections_of
from everyway.writing.epub.addresses import Addresses
from everyway.writing.epub.markup import parse
from everyway.writing.epub.notes import pop_up
from everyway.writing.epub.page import Page
from everyway.writing.epub.page_marks import PageMarks
from everyway.writing.epub.pictures import PictureFiles
from everyway.writing.epub.semantics import tell
from everyway.writing.html import Flavour, HtmlWriter


def chapters(edition: Edition, addresses: Addresses, pictures: PictureFiles, page_marks: PageMarks) -> Iterator[Page]:
    """The parts of an edition as pages, in order; their page marks are told to `page_marks`."""
    writer = HtmlWriter(
        edition, Flavour(href=addresses.href, src=pictures.source, sentence_ids=True, stacking_tables=True)
    )
    for part in edition.sections:
        body = parse(writer.section(part))
        notes = [note for section in (part, *sections_of(part)) for note in section.notes]
        pop_up(body, parse(writer.notes_list(notes)))
        _drop_links_to_nowhere(body)
        page = Page(addresses.name(part), _title(part), "bodymatter", part.language or edition.language, body)
        tell(body, edition, part, page.ids)
        page_marks.mark(page)
        yield page


def _title(part: Section) -> str:
    label = part.opening.label if part.opening else ""
    words = plain_text(part.heading.inlines)
    return f"{label}: {words}" if label else words


def _drop_links_to_nowhere(body: Element) -> None:
    """Words that lead to another edition stay words where there is no way to it."""
    for link in body.iter("a"):
        if link.get("href") == "":
            link.tag = "span"
            del link.attrib["href"]
