"""The braille of an edition for editors who read print: page by page, each line of cells above the words it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from everyway.braille.book import Book, BraillePage
from everyway.braille.cells import DIGITS, LOWERED, NOTE_BEGINS, NOTE_ENDS, RAISED
from everyway.braille.lines import Line
from everyway.model import Artifact, Edition, Publication
from everyway.model.walk import plain_text, sections_of
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.braille.copy import Copy, deliver, facts_of
from everyway.writing.print.template import fill

NAME = "braille-preview"
LISTED = 3
"""Headings down to this level are listed."""

_PRINT = {cells: digit for digit, cells in DIGITS.items()}
_HIGH = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_LOW = dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True))
_NUMBERS = re.compile(f"({RAISED}|{LOWERED})([{''.join(_PRINT)}]+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A heading in the list at the head of the preview."""

    words: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its number, the id of its heading, and its lines."""

    label: str
    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """The pages of one volume."""

    number: int
    pages: tuple[Sheet, ...]


def make_preview(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """One HTML file that needs nothing else, of the same book as BRF and PEF; its fact `audience` is "editor"."""
    copy = Copy.of(publication, edition, options)
    book = copy.book()
    said = words_for(edition.language)
    code = said(
        f"braille-code-{book.options.grade}", code=book.code, cells=book.options.cells, lines=book.options.lines
    )
    html = fill(
        "braille",
        "preview.html",
        say=said,
        language=edition.language,
        title=edition.title,
        css=Markup((theme_folder("braille") / "preview.css").read_text("utf-8")),
        code=code,
        proof_reading=book.proof_reading,
        entries=tuple(_entries(edition, book)),
        volumes=tuple(Volume(each.number, tuple(_sheets(each.number, each.pages))) for each in book.volumes),
        level=3 if len(book.volumes) > 1 else 2,
    )
    target = folder / copy.file(NAME, "html")
    content = html.encode()
    deliver(content, target)
    pages = sum(len(volume.pages) for volume in book.volumes)
    facts = {**facts_of(book, edition), "pages": pages, "audience": "editor"}
    return [Artifact(NAME, edition.name, target, "text/html", len(content), facts)]


def _entries(edition: Edition, book: Book) -> Iterator[Row]:
    for section in sections_of(edition):
        if section.level <= LISTED:
            label = f"{section.opening.label}: " if section.opening and section.opening.label else ""
            words = label + plain_text(section.heading.inlines)
            yield Row(words, section.level, book.places[section.id])


def _sheets(volume: int, pages: Sequence[BraillePage]) -> Iterator[Sheet]:
    for page in pages:
        identifier = f"page-{page.label}" if page.label.isdigit() else f"volume-{volume}-{page.label}"
        lines = tuple(Line(line.cells, shown(line.words)) for line in page.lines)
        yield Sheet(page.label, identifier, lines)


def shown(words: str) -> str:
    """The print of a line, with what stands in cells among it in print too."""
    words = words.replace(NOTE_BEGINS, "[").replace(NOTE_ENDS, "]").replace("⠸⠲", "•")
    return _NUMBERS.sub(_number, words)


def _number(found: re.Match[str]) -> str:
    signs = _HIGH if found[1] == RAISED else _LOW
    return "".join(signs[_PRINT[cell]] for cell in found[2])
