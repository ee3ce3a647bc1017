"""A section's words as pieces: what is compared, hashed and shown. How lines are wrapped in the source is no part."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from everyway.model import (
    Block,
    BulletList,
    Callout,
    CodeBlock,
    DefinitionList,
    Figure,
    Foreign,
    Link,
    OrderedList,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Section,
    Sentence,
    Statement,
    Table,
    ThematicBreak,
)
from everyway.model.in_step import Piece
from everyway.model.walk import inlines_of, plain_text

_DIGITS = 16
"""Hexadecimal digits of a hash: 64 bits tell the versions of one section apart."""


def hash_of(lines: Iterable[str]) -> str:
    """The hash of the words of some lines: where a line or a sentence ends makes no difference to it."""
    words = " ".join(" ".join(lines).split())
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


def own_pieces(section: Section, language: str, level: int = 0) -> Iterator[Piece]:
    """What stands in a section itself, without the sections under it; `level` counts from the pair's own section."""
    language = section.language or language
    yield from _piece("heading", [section.heading], language, level)
    if section.opening and section.opening.summary:
        yield from _piece("paragraph", [section.opening.summary], language)
    yield from _pieces(section.blocks, language)
    for note in section.notes:
        yield from _pieces(note.blocks, language, "note")


def line_of(sentence: Sentence) -> str:
    """A sentence as one line; an address behind a link is a fact too, and stands after the words that hide it."""
    text = " ".join(plain_text(sentence.inlines).split())
    for inline in inlines_of(sentence.inlines):
        if isinstance(inline, Link) and isinstance(inline.target, str):
            address = inline.target.removeprefix("mailto:")
            if not address.startswith("tel:") and address not in plain_text(inline.inlines):
                text = f"{text} <{address}>"
    return text


def _piece(kind: str, sentences: Iterable[Sentence], language: str, level: int = 0) -> Iterator[Piece]:
    sentences = tuple(sentences)
    if lines := tuple(line for sentence in sentences if (line := line_of(sentence))):
        yield Piece(kind, lines, language, level, _foreign(sentences))


def _foreign(sentences: Iterable[Sentence]) -> tuple[tuple[str, str], ...]:
    """The words in other languages, with the language of each (WCAG 2.2 3.1.2)."""
    inlines = (inline for sentence in sentences for inline in inlines_of(sentence.inlines))
    found = ((plain_text(each.inlines), each.language) for each in inlines if isinstance(each, Foreign))
    return tuple(dict.fromkeys((" ".join(words.split()), language) for words, language in found if words.strip()))


def _pieces(blocks: Iterable[Block], language: str, kind: str = "paragraph") -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Paragraph(sentences=sentences):
                yield from _piece(kind, sentences, language)
            case BulletList(items=items) | OrderedList(items=items):
                for item in items:
                    yield from _pieces(item.blocks, language, "item")
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    yield from _piece("term", definition.term, language)
                    for meaning in definition.meanings:
                        yield from _pieces(meaning, language, "meaning")
            case Table():
                yield from _table(block, language)
            case Figure(picture=picture, caption=caption):
                yield from _picture(picture, language)
                yield from _piece("caption", caption, language)
            case Callout(label=label, blocks=inner):
                yield from _piece("term", [label], language)
                yield from _pieces(inner, language, kind)
            case Passage(language=other, blocks=inner):
                yield from _pieces(inner, other, kind)
            case Quote(blocks=inner) | Statement(blocks=inner):
                yield from _pieces(inner, language, kind)
            case CodeBlock(text=text):
                if lines := tuple(" ".join(line.split()) for line in text.splitlines() if line.strip()):
                    yield Piece("code", lines, language)
            case ThematicBreak() | PageBreak():
                pass


def _table(table: Table, language: str) -> Iterator[Piece]:
    yield from _piece("caption", table.caption, language)
    for row in (table.head, *table.rows):
        cells = (" ".join(line_of(sentence) for sentence in cell.sentences) for cell in row)
        if lines := tuple(cell for cell in cells if cell):
            foreign = _foreign(sentence for cell in row for sentence in cell.sentences)
            yield Piece("row", lines, language, foreign=foreign)


def _picture(picture: Picture, language: str) -> Iterator[Piece]:
    """What a picture says to those who do not see it: part of the plan's words, unlike the icons of Easy Read."""
    said = (picture.alt or "", picture.description or "")
    if lines := tuple(" ".join(words.split()) for words in said if words.strip()):
        yield Piece("picture", lines, language)
