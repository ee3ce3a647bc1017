"""The pages of a book: one for each part, in order, with its heading, its language and notes that lead back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from everyway.checking.ebook.reading import Book, Page, ids, kinds, resolved
from everyway.findings import Finding
from everyway.model import Edition

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOTES = {"noteref": "doc-noteref", "footnote": "doc-footnote", "backlink": "doc-backlink"}
_ROLES = {
    **_NOTES,
    "chapter": "doc-chapter",
    "glossary": "doc-glossary",
    "pagebreak": "doc-pagebreak",
    "toc": "doc-toc",
}


def parts(book: Book, edition: Edition) -> Iterator[Finding]:
    """Parts without a page of their own, or whose pages are in another order."""
    last = -1
    for section in edition.sections:
        page = book.part(section.id)
        if page is None:
            yield Finding("EPUB019", f"The part “{section.id}” has no page of its own.", section.source)
            continue
        place = book.pages.index(page)
        if place < last:
            yield Finding(
                "EPUB019", f"The part “{section.id}” is not read in its place.", section.source, place=page.name
            )
        last = max(last, place)


def pages(book: Book) -> Iterator[Finding]:
    """Pages that do not say what they are: heading, title, language, roles; and ids that stand twice."""
    for page in book.pages:
        for message in _page(page):
            yield Finding("EPUB020", message, place=page.name)


def _page(page: Page) -> Iterator[str]:
    headings = [element for element in page.body.iter() if element.tag in _HEADINGS]
    first = sum(heading.tag == "h1" for heading in headings)
    if first != 1 or headings[0].tag != "h1":
        yield f"The page has {first} headings of level 1; it needs one, before all others."
    if not (page.html.findtext("head/title") or "").strip():
        yield "The page has no title."
    language = page.html.get("lang", "")
    if not language or page.html.get("xml:lang") != language:
        yield "The page does not say its language in both ways, lang and xml:lang."
    for element in page.html.iter():
        if element.get("lang") != element.get("xml:lang"):
            yield f"An element “{element.tag}” says its language in one way only."
        for kind in kinds(element) & _ROLES.keys():
            # Of a link the type says what it leads to, but for those of notes.
            if (element.tag != "a" or kind in _NOTES) and element.get("role") != _ROLES[kind]:
                yield f"An element of the type “{kind}” does not have the role “{_ROLES[kind]}”."
    for name, times in Counter(ids(page.html)).items():
        if times > 1:
            yield f"The id “{name}” stands {times} times."


def notes(book: Book) -> Iterator[Finding]:
    """Calls that open no note, and notes that no way leads back from."""
    places = {page.name: {element.get("id", ""): element for element in page.body.iter()} for page in book.pages}
    for page in book.pages:
        for message in _notes(page, places):
            yield Finding("EPUB021", message, place=page.name)


def _notes(page: Page, places: dict[str, dict[str, Element]]) -> Iterator[str]:
    for link in page.body.iter("a"):
        target = places.get(resolved(page.name, link.get("href", "")), {})
        element = target.get(link.get("href", "").partition("#")[2])
        number = "".join(link.itertext()).strip()
        if "noteref" in kinds(link) and (element is None or element.tag != "aside" or "footnote" not in kinds(element)):
            yield f"The call of note {number} does not open a note."
        if "backlink" in kinds(link) and (element is None or "noteref" not in kinds(element)):
            yield f"The way back from note {number} does not lead to its call."
    for aside in page.body.iter("aside"):
        if "footnote" in kinds(aside) and not any("backlink" in kinds(link) for link in aside.iter("a")):
            yield "A note has no way back to the text."
