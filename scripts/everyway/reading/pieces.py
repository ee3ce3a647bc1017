"""A sentence's text as a flat row of pieces, each knowing which marks stand around it.

Flat pieces can be cut anywhere, which a tree of inlines cannot: bold words that run over two sentences are cut where
the sentence ends, and the tree is built again on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, assert_never

from everyway.model import (
    Abbreviation,
    Code,
    Emphasis,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    NoteReference,
    Place,
    Strong,
    Term,
    Text,
)

Leaf = Text | Code | Abbreviation | LineBreak | NoteReference | InlinePicture
SPACES = " \t\n\r\f\v"


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A mark around pieces; two marks are the same only if they are one object."""

    kind: Literal["strong", "emphasis", "link", "term", "foreign"]
    target: str | Place = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text (or a picture, a call of a note, a line end) with the marks around it and its line."""

    leaf: Leaf
    marks: tuple[Mark, ...]
    line: int

    @property
    def text(self) -> str:
        """The piece's words; pictures and calls of notes have none, a line end counts as a space."""
        match self.leaf:
            case Text(text=text) | Code(text=text) | Abbreviation(text=text):
                return text
            case LineBreak():
                return " "
            case _:
                return ""


def text_of(pieces: Iterable[Piece]) -> str:
    """The words of pieces, as one text."""
    return "".join(piece.text for piece in pieces)


def single_spaced(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces with runs of white space made one space, across pieces too; spaces at a line end fall away."""
    spaced: list[Piece] = []
    after_space = True
    row = list(pieces)
    for place, piece in enumerate(row):
        if isinstance(piece.leaf, LineBreak):
            _trim_end(spaced)
            after_space = True
        elif isinstance(piece.leaf, Text):
            words = " ".join(_split(piece.leaf.text))
            if after_space:
                words = words.removeprefix(" ")
            if not words:
                continue
            piece = replace(piece, leaf=Text(words))
            after_space = words.endswith(" ")
        else:
            if isinstance(piece.leaf, NoteReference) and _space_follows(row, place):
                _trim_end(spaced)  # the call of a note stands right behind the word before it
            after_space = False
        spaced.append(piece)
    return spaced


def _space_follows(row: list[Piece], place: int) -> bool:
    after = row[place + 1] if place + 1 < len(row) else None
    return after is None or isinstance(after.leaf, LineBreak) or after.text[:1] in tuple(SPACES)


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces without white space and line ends at either end."""
    row = list(pieces)
    while row and isinstance(row[0].leaf, Text | LineBreak) and not row[0].text.strip(SPACES):
        del row[0]
    while row and isinstance(row[-1].leaf, Text | LineBreak) and not row[-1].text.strip(SPACES):
        del row[-1]
    if row and isinstance(row[0].leaf, Text):
        row[0] = replace(row[0], leaf=Text(row[0].text.lstrip(SPACES)))
    _trim_end(row)
    return row


def _trim_end(row: list[Piece]) -> None:
    if row and isinstance(row[-1].leaf, Text):
        row[-1] = replace(row[-1], leaf=Text(row[-1].text.rstrip(SPACES)))
        if not row[-1].text:
            del row[-1]


def _split(words: str) -> list[str]:
    """Words at white space; empty words first and last stand for white space at the ends. No-break spaces stay."""
    for space in SPACES[1:]:
        words = words.replace(space, " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return words.split(" ")


def cut(pieces: Iterable[Piece], ends: Sequence[int]) -> list[list[Piece]]:
    """Pieces cut at the offsets given (in characters of their text, rising), as one row of pieces a part.

    A piece without text at a cut goes before it if it is the call of a note, else after it.
    """
    parts: list[list[Piece]] = [[] for _ in range(len(ends) + 1)]
    limits: list[int] = [*ends]
    part = offset = 0
    for piece in pieces:
        words = piece.text
        if not words:
            late = part < len(limits) and offset >= limits[part]
            if late and not isinstance(piece.leaf, NoteReference):
                part += 1
            parts[part].append(piece)
            continue
        start = 0
        while part < len(limits) and limits[part] < offset + len(words):
            stop = max(limits[part] - offset, 0)
            _append(parts[part], piece, start, stop)
            start = max(stop, start)
            part += 1
        _append(parts[part], piece, start, len(words))
        offset += len(words)
    return parts


def _append(part: list[Piece], piece: Piece, start: int, end: int) -> None:
    words = piece.text[start:end]
    if words:
        part.append(replace(piece, leaf=Text(words)) if isinstance(piece.leaf, Text) else piece)


def tree_of_inlines(pieces: Iterable[Piece], depth: int = 0) -> tuple[Inline, ...]:
    """Pieces in, the tree of inlines out; neighbouring runs of plain text become one."""
    inlines: list[Inline] = []
    for mark, group in groupby(pieces, key=lambda piece: piece.marks[depth] if len(piece.marks) > depth else None):
        if mark is not None:
            inlines.append(_marked(mark, tree_of_inlines(list(group), depth + 1)))
            continue
        for piece in group:
            if isinstance(piece.leaf, Text) and inlines and isinstance(last := inlines[-1], Text):
                inlines[-1] = Text(last.text + piece.leaf.text)
            else:
                inlines.append(piece.leaf)
    return tuple(inlines)


def _marked(mark: Mark, inlines: tuple[Inline, ...]) -> Inline:
    match mark.kind:
        case "strong":
            return Strong(inlines)
        case "emphasis":
            return Emphasis(inlines)
        case "link":
            return Link(inlines, mark.target)
        case "term":
            return Term(inlines, str(mark.target))
        case "foreign":
            return Foreign(inlines, str(mark.target))
        case _:
            assert_never(mark.kind)
