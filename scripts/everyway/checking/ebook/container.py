"""The file itself: does a reading system recognise it and find all that it names? (EPUB 3.3, sections 4 and 5)"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from everyway.checking.ebook.reading import PACKAGE, Book, Page, resolved
from everyway.checking.nearest import nearest_ids, place_of

MEDIA_TYPE = b"application/epub+zip"
CONTAINER = "META-INF/container.xml"

_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*")
_SAFE = frozenset({"http", "https", "mailto", "tel"})
_LOADED = {"img": "src", "link": "href", "script": "src", "audio": "src", "video": "src", "source": "src"}
_OF_THE_FORM = {"mimetype", CONTAINER, PACKAGE}

Ruled = tuple[str, str, str]
"""A rule, what is wrong, and in which file."""


def shape(book: Book) -> Iterator[Ruled]:
    """A ZIP that is not what the standard asks for."""
    first = book.entries[0] if book.entries else None
    if first is None or first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra:
        yield "EPUB015", "The book does not begin with the file “mimetype”, stored as it is.", "mimetype"
    elif book.files["mimetype"] != MEDIA_TYPE:
        yield "EPUB015", "The file “mimetype” does not say that this is a book.", "mimetype"
    rootfile = next(book.tree(CONTAINER).iter("rootfile"), None)
    if rootfile is None or rootfile.get("full-path") != PACKAGE:
        yield "EPUB015", f"The container does not name {PACKAGE} as the package document.", CONTAINER
    for name, times in Counter(entry.filename.casefold() for entry in book.entries).items():
        if times > 1:
            yield "EPUB015", f"The name “{name}” stands for more than one file.", name
    for entry in book.entries:
        name = entry.filename.removeprefix("EPUB/")
        if entry.filename not in _OF_THE_FORM and not _PLAIN.fullmatch(name):
            yield "EPUB015", f"The name “{name}” is not plain: some reading systems cannot open such a file.", name


def manifest(book: Book) -> Iterator[Ruled]:
    """Files that are named and missing, or there and not named."""
    named = Counter(item.name for item in book.items.values())
    for name, times in named.items():
        if name not in book.files:
            yield "EPUB016", f"The manifest names “{name}”, which is not in the book.", PACKAGE
        if times > 1:
            yield "EPUB016", f"The manifest names “{name}” {times} times.", PACKAGE
    for name in book.files:
        if name not in named and name not in _OF_THE_FORM:
            yield "EPUB016", f"“{name}” is in the book, but its manifest does not name it.", PACKAGE


def links(book: Book) -> Iterator[Ruled]:
    """Links that lead nowhere, and what comes from outside or could run."""
    pages = {page.name: page for page in book.pages}
    places = {
        page.name: {element.get("id") for element in page.html.iter() if element.get("id")} for page in book.pages
    }
    for page in book.pages:
        near = nearest_ids(page.body)
        yield from _outside(book, page, near)
        for link in page.body.iter("a"):
            place = place_of(page.name, near[link])
            address = link.get("href", "")
            parts = urlsplit(address)
            words = " ".join("".join(link.itertext()).split()) or link.get("aria-label", "")
            if parts.scheme:
                if parts.scheme not in _SAFE:
                    yield (
                        "EPUB018",
                        f"The link “{words}” has an address that may not be followed: {address}.",
                        place,
                    )
                continue
            target = resolved(page.name, address)
            if not address or target not in pages or (parts.fragment and parts.fragment not in places[target]):
                yield "EPUB017", f"The link “{words}” leads to {address or 'nothing'}, which is not there.", place


def _outside(book: Book, page: Page, near: Mapping[Element, str]) -> Iterator[Ruled]:
    for element in page.html.iter():
        place = place_of(page.name, near.get(element, ""))
        address = element.get(_LOADED.get(element.tag, ""), "")
        if element.tag in ("script", "iframe", "object", "embed") or any(
            key.startswith("on") for key in element.attrib
        ):
            yield "EPUB018", f"The page has an element “{element.tag}” that could run a program.", place
        elif address and (urlsplit(address).scheme or resolved(page.name, address) not in book.files):
            shown = f", for the picture “{element.get('alt')}”" if element.get("alt") else ""
            yield "EPUB018", f"The page loads {address}, which is not in the book{shown}.", place
