"""Blocks of a section: paragraphs, lists, tables, figures, statements and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from everyway.model.inlines import Sentence
from everyway.model.picture import Picture
from everyway.model.source import Source

Alignment = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: tuple[Sentence, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: blocks, most often a single paragraph."""

    blocks: tuple[Block, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list whose order does not matter."""

    items: tuple[ListItem, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list; `start` is the number of its first item."""

    items: tuple[ListItem, ...]
    source: Source
    start: int = 1


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means; `id` is set for entries that links lead to."""

    term: tuple[Sentence, ...]
    meanings: tuple[tuple[Block, ...], ...]
    source: Source
    id: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their meanings."""

    definitions: tuple[Definition, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; empty when it holds no sentence."""

    sentences: tuple[Sentence, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one row of column headers, then rows of as many cells.

    With `row_headers` the first cell of each row is that row's header. `alignments` has one value a column.
    """

    caption: tuple[Sentence, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alignments: tuple[Alignment, ...]
    row_headers: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands by itself, with its caption (which may be empty)."""

    picture: Picture
    caption: tuple[Sentence, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else."""

    blocks: tuple[Block, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Callout:
    """Blocks set apart: `kind` is note, tip, warning or summary; `label` is what is shown and said before them."""

    kind: str
    label: Sentence
    blocks: tuple[Block, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks in another language (BCP 47 tag)."""

    language: str
    blocks: tuple[Block, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Statement:
    """Easy Read: one picture beside one idea (a few sentences, or words and a short list)."""

    picture: Picture
    blocks: tuple[Block, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines to be read exactly; `language` is the fence's first word."""

    text: str
    language: str
    source: Source


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A change of subject inside a section."""

    source: Source


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A hint to paged formats: begin a new page here."""

    source: Source


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: `id` is unique in its edition, `number` counts from 1 through the edition."""

    id: str
    number: int
    blocks: tuple[Block, ...]
    source: Source


Block = (
    Paragraph
    | BulletList
    | OrderedList
    | DefinitionList
    | Table
    | Figure
    | Quote
    | Callout
    | Passage
    | Statement
    | CodeBlock
    | ThematicBreak
    | PageBreak
)
