"""The pages round the text, as values for a template: contents, title page, web addresses and credits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from everyway.model import Edition, Figure, InlinePicture, Link, Picture, Section, Statement
from everyway.model.walk import blocks_of, inlines_of, sections_of, sentences_of
from everyway.writing.html import Flavour, HtmlWriter
from everyway.writing.print.local import address_of

TILES = 4
"""How many pictures the title page shows at most."""


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """One line of the contents, with the lines under it. `number` and `picture` are those of a part."""

    address: str
    words: Markup
    label: str
    number: int | None
    picture: str
    language: str
    rows: tuple[ContentsRow, ...]


@dataclass(frozen=True, slots=True)
class WebAddress:
    """Where a link leads whose words do not say so; `shown` is how the address is printed."""

    words: Markup
    address: str
    shown: str


def contents(edition: Edition, depth: int = 2) -> tuple[ContentsRow, ...]:
    """The headings of an edition, down to the level of that number."""
    writer = HtmlWriter(edition, Flavour(href=lambda place: "", src=address_of, words_only=True))
    return tuple(_row(section, writer, depth) for section in edition.sections)


def _row(section: Section, writer: HtmlWriter, depth: int) -> ContentsRow:
    opening = section.opening
    return ContentsRow(
        address=f"#{section.id}",
        words=writer.sentence(section.heading),
        label=opening.label if opening else "",
        number=opening.number if opening else None,
        picture=address_of(opening.picture) if opening and opening.picture else "",
        language=section.language,
        rows=tuple(_row(inner, writer, depth) for inner in section.sections if inner.level <= depth),
    )


def title_lines(title: str) -> tuple[str, ...]:
    """A title as it stands on the title page: what follows a colon begins a new line."""
    name, colon, rest = title.partition(": ")
    return (f"{name}:", rest) if colon else (title,)


def title_pictures(edition: Edition) -> tuple[str, ...]:
    """The addresses of the pictures of the title page."""
    return tuple(address_of(picture) for picture in title_tiles(edition))


def title_tiles(edition: Edition) -> tuple[Picture, ...]:
    """The pictures that open the numbered parts; where no part has a number, the first picture of all."""
    openings = [section.opening for section in edition.sections if section.opening and section.opening.picture]
    numbered = [opening for opening in openings if opening.number is not None]
    chosen = [opening.picture for opening in numbered[:TILES] or openings[:1] if opening.picture]
    return tuple(picture for picture in chosen if picture)


def web_addresses(edition: Edition) -> tuple[WebAddress, ...]:
    """Each address outside the publication that a reader of paper could not see, once, in reading order."""
    writer = HtmlWriter(edition, Flavour(href=lambda place: "", src=address_of, words_only=True))
    found: dict[str, WebAddress] = {}
    for section in sections_of(edition):
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, Link) and isinstance(inline.target, str):
                    words = writer.inlines(inline.inlines)
                    shown = _shown(inline.target)
                    if not _says(words.striptags(), shown):
                        found.setdefault(inline.target, WebAddress(words, inline.target, shown))
    return tuple(found.values())


def _shown(address: str) -> str:
    scheme, _, rest = address.partition(":")
    return rest.partition("?")[0] if scheme in ("mailto", "tel") else address


def _says(words: str, shown: str) -> bool:
    """Whether the words hold the address; a phone number may be written with spaces and without its country."""
    bare = "".join(words.split())
    return bool(bare) and (bare in shown or shown in bare or shown[-9:] in bare)


def credit_lines(edition: Edition) -> tuple[str, ...]:
    """Who made the pictures of an edition, and under which licence: each line once, in reading order."""
    lines = (", ".join(filter(None, (picture.credit, picture.licence))) for picture in pictures_of(edition))
    return tuple(dict.fromkeys(line for line in lines if line))


def pictures_of(edition: Edition) -> Iterator[Picture]:
    """Every picture of an edition, in reading order, as often as it stands there."""
    for section in sections_of(edition):
        if section.opening and section.opening.picture:
            yield section.opening.picture
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, InlinePicture):
                    yield inline.picture
        for note in section.notes:
            yield from (block.picture for block in blocks_of(note.blocks) if isinstance(block, Figure | Statement))
        yield from (block.picture for block in blocks_of(section.blocks) if isinstance(block, Figure | Statement))
