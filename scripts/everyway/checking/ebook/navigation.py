"""The navigation document: does the contents name every heading, and do its ways lead there?"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from everyway.checking.account import Account, Heading, letters
from everyway.checking.difference import gaps, pairs
from everyway.checking.ebook.reading import Book, kinds, resolved
from everyway.findings import Finding
from everyway.model import Edition

_LANDMARKS = ("toc", "bodymatter")


def contents(book: Book, edition: Edition, asked: Account) -> Iterator[Finding]:
    """Lines of the contents that are missing, too many, at another level or lead elsewhere, against the headings."""
    toc = book.nav("toc")
    if toc is None:
        yield Finding("EPUB022", "The book has no table of contents.", edition.source)
        return
    pages = {page.name for section in edition.sections if (page := book.part(section.id))}
    parts = {section.id: page.name for section in edition.sections if (page := book.part(section.id))}
    every = list(_lines(toc, 0))
    given = [(depth, link) for depth, link in every if resolved(book.navigation.name, link.get("href", "")) in pages]
    headings = asked.headings
    differing = gaps([heading.letters for heading in headings], [letters(_words(link)) for _, link in given])
    for gap in differing:
        for heading in headings[gap.a_start : gap.a_end]:
            yield _wrong(f"The heading “{heading.text}” has no line in its place in the contents.", heading)
        for _, link in given[gap.b_start : gap.b_end]:
            message = f"The line “{_words(link)}” of the contents is no heading at its place."
            yield Finding("EPUB022", message, place=book.navigation.name)
    for index, other in pairs(len(headings), differing):
        heading, (depth, link) = headings[index], given[other]
        if depth != heading.level:
            yield _wrong(
                f"The line “{heading.text}” of the contents stands at level {depth}, its heading at {heading.level}.",
                heading,
            )
        file, _, place = link.get("href", "").partition("#")
        if resolved(book.navigation.name, file) != _file(book, edition, heading) or place not in (
            heading.id,
            *_bare(heading, parts),
        ):
            yield _wrong(f"The line “{heading.text}” of the contents does not lead to its heading.", heading)


def _bare(heading: Heading, parts: dict[str, str]) -> tuple[str, ...]:
    """A part's page begins with its heading, so that its name alone leads there."""
    return ("",) if heading.id in parts else ()


def _file(book: Book, edition: Edition, heading: Heading) -> str:
    for section in edition.sections:
        page = book.part(section.id)
        if page and any(element.get("id") == heading.id for element in page.body.iter("section")):
            return page.name
    return ""


def _wrong(message: str, heading: Heading) -> Finding:
    return Finding("EPUB022", message, heading.where)


def landmarks(book: Book, edition: Edition) -> Iterator[Finding]:
    """Main places that the navigation does not lead to."""
    nav = book.nav("landmarks")
    found = {kind: link for link in (nav.iter("a") if nav is not None else ()) for kind in kinds(link)}
    wanted = (*_LANDMARKS, "glossary") if edition.word_list else _LANDMARKS
    for kind in wanted:
        if kind not in found:
            yield Finding("EPUB023", f"The landmarks do not lead to the {kind}.", place=book.navigation.name)
    first = book.part(edition.sections[0].id) if edition.sections else None
    start = found.get("bodymatter")
    if start is not None and first and resolved(book.navigation.name, start.get("href", "")) != first.name:
        yield Finding("EPUB023", "The start of the text is not where the first part is.", place=book.navigation.name)


def _lines(element: Element, depth: int) -> Iterator[tuple[int, Element]]:
    for child in element:
        if child.tag == "ol":
            yield from _lines(child, depth + 1)
        elif child.tag == "a":
            yield depth, child
        else:
            yield from _lines(child, depth)


def _words(link: Element) -> str:
    return " ".join("".join(link.itertext()).split())
