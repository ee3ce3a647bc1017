"""What a talking book says of itself: all that players ask for, and nothing that is not so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from everyway.checking.daisy.files import Ruled
from everyway.checking.daisy.reading import Book, Smil, clock, said
from everyway.model import Edition, Publication

ONCE = (
    "dc:title", "dc:date", "dc:format", "dc:identifier", "dc:language", "dc:creator", "dc:publisher", "ncc:charset",
    "ncc:generator", "ncc:narrator", "ncc:producer", "ncc:multimediaType", "ncc:depth", "ncc:files", "ncc:kByteSize",
    "ncc:maxPageNormal", "ncc:pageFront", "ncc:pageNormal", "ncc:pageSpecial", "ncc:tocItems", "ncc:totalTime",
)  # fmt: skip
"""What the navigation control centre says exactly once (DAISY 2.02, appendix 2, and what libraries ask for)."""

IN_PARTS = ("dc:format", "dc:title", "title", "ncc:totalElapsedTime", "ncc:timeInThisSmil")

VALUES = {
    "dc:format": "Daisy 2\\.02",
    "dc:date": r"\d{4}-\d{2}-\d{2}",
    "ncc:charset": "utf-8",
    "ncc:multimediaType": "audioFullText",
    "ncc:totalTime": r"\d\d+:[0-5]\d:[0-5]\d",
}

SLACK = 1
"""Kilobytes by which the size may be off: it is rounded."""


def metadata(book: Book) -> Iterator[Ruled]:
    """What is missing, stands twice, is empty or is not written as players read it."""
    yield from _once(book.metadata, ONCE, "ncc.html")
    for smil in book.smils.values():
        yield from _once(smil.metadata, IN_PARTS, smil.file)
    for name, form in VALUES.items():
        value = said(book.metadata, name)
        if value and not re.fullmatch(form, value):
            yield "DSY005", f"{name} is “{value}”.", "ncc.html"


def _once(metadata: tuple[tuple[str, str], ...], names: tuple[str, ...], file: str) -> Iterator[Ruled]:
    found = Counter(name for name, content in metadata if content.strip())
    for name in names:
        if found[name] != 1:
            yield "DSY005", f"{name} is said {found[name]} times, not once.", file


def counts(book: Book) -> Iterator[Ruled]:
    """Numbers that are not those of what is there."""
    kinds = Counter(item.kind for item in book.items)
    pages = [int(item.words) for item in book.items if item.kind == "page-normal" and item.words.isdecimal()]
    so = {
        "ncc:tocItems": len(book.items),
        "ncc:depth": max((item.level for item in book.items), default=0),
        "ncc:pageFront": kinds["page-front"],
        "ncc:pageNormal": kinds["page-normal"],
        "ncc:pageSpecial": kinds["page-special"],
        "ncc:maxPageNormal": max(pages, default=0),
        "ncc:footnotes": kinds["noteref"],
        "ncc:prodNotes": kinds["optional-prodnote"],
        "ncc:sidebars": kinds["sidebar"],
        "ncc:files": len(book.files),
    }
    for name, number in so.items():
        value = said(book.metadata, name)
        if value != str(number) and (value or number):
            yield "DSY006", f"{name} is “{value}”, but there are {number}.", "ncc.html"
    size = sum(map(len, book.files.values())) / 1024
    value = said(book.metadata, "ncc:kByteSize")
    if not value.isdecimal() or abs(int(value) - size) > SLACK:
        yield "DSY006", f"ncc:kByteSize is “{value}”, but the files have {size:.0f} kilobytes.", "ncc.html"


def times(book: Book) -> Iterator[Ruled]:
    """Times that do not add up."""
    elapsed = 0
    for name in sorted(book.smils):
        smil = book.smils[name]
        length = sum((phrase.end or 0) - (phrase.begin or 0) for phrase in smil.phrases)
        yield from _time(smil, "ncc:totalElapsedTime", elapsed)
        yield from _time(smil, "ncc:timeInThisSmil", length)
        if smil.length != length:
            yield "DSY007", f"The part says that it takes {smil.length} ms; its stretches take {length} ms.", name
        elapsed += length
    for file, metadata, name in (
        ("ncc.html", book.metadata, "ncc:totalTime"),
        ("master.smil", book.master, "ncc:timeInThisSmil"),
    ):
        if clock(said(metadata, name)) != _seconds(elapsed):
            yield "DSY007", f"{name} is “{said(metadata, name)}”, but all parts take {_seconds(elapsed)} seconds.", file


def _time(smil: Smil, name: str, milliseconds: int) -> Iterator[Ruled]:
    value = said(smil.metadata, name)
    if clock(value) != _seconds(milliseconds):
        yield "DSY007", f"{name} is “{value}”, but it is {_seconds(milliseconds)} seconds.", smil.file


def _seconds(milliseconds: int) -> int:
    return (milliseconds + 500) // 1000


def identity(book: Book, publication: Publication, edition: Edition) -> Iterator[Ruled]:
    """What the book says of itself that the publication does not."""
    so = {
        "dc:title": edition.title,
        "dc:language": edition.language,
        "dc:publisher": publication.publisher,
        "dc:date": publication.date.isoformat(),
    }
    for name, value in so.items():
        if said(book.metadata, name) != value:
            yield "DSY019", f"{name} is “{said(book.metadata, name)}”; the publication's is “{value}”.", "ncc.html"
