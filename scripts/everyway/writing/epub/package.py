"""The package document: what the book is, what is in it and in which order it is read (EPUB 3.3, section 5)."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from everyway.model import Edition, Publication
from everyway.writing.epub.accessibility import Accessibility
from everyway.writing.epub.overlays import ACTIVE, clock
from everyway.writing.html import RIGHT_TO_LEFT
from everyway.writing.print.template import fill

_OURS = uuid.UUID("6f1f6b0a-5b0e-5c9e-9c59-1d5d8a3f4e02")
"""The name space of our books' identifiers: the same book has the same one in every build."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book, as its manifest names it; `read` tells whether it stands in the order of reading.

    `milliseconds` is the length of an overlay.
    """

    id: str
    name: str
    media_type: str
    properties: str = ""
    overlay: str = ""
    read: bool = False
    milliseconds: int = 0


def identifier(publication: Publication, edition: Edition, format_name: str) -> str:
    """What names this book among all others."""
    words = "\n".join((publication.publisher, publication.name, edition.name, format_name))
    return f"urn:uuid:{uuid.uuid5(_OURS, words)}"


def package(
    publication: Publication,
    edition: Edition,
    format_name: str,
    items: Sequence[Item],
    access: Accessibility,
    narrator: str,
) -> str:
    """The package document."""
    overlays = [item for item in items if item.milliseconds]
    return fill(
        "ebook",
        "package.opf",
        publication=publication,
        edition=edition,
        identifier=identifier(publication, edition, format_name),
        items=items,
        access=access,
        active_class=ACTIVE,
        overlays=[{"id": item.id, "duration": clock(item.milliseconds)} for item in overlays],
        duration=clock(sum(item.milliseconds for item in overlays)),
        narrator=narrator,
        rtl=edition.language.split("-")[0].lower() in RIGHT_TO_LEFT,
    )
