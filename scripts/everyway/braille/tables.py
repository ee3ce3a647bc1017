"""A table as columns of cells, as wide as its longest words: it fits, or it is told row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everyway.braille.cells import BLANK, FIXED
from everyway.braille.lines import Line
from everyway.braille.phrases import Phrase
from everyway.braille.styles import Style

GAP = 2
"""Blank cells between columns."""

GUIDED = 4
"""From so many blank cells on, guide dots lead the finger to the next column."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of a table, the rule below the heads of its columns second among them, and how wide the widest is."""

    lines: tuple[Line, ...]
    width: int


def grid_of(rows: Sequence[Sequence[Phrase]], style: Style) -> Grid:
    """The rows, heads first, in columns that begin below one another."""
    cells = [[phrase.braille.replace(FIXED, BLANK) for phrase in row] for row in rows]
    widths = [max(len(style.table_rule), *map(len, column)) for column in zip(*cells, strict=True)]
    words = ["  ".join(phrase.print for phrase in row) for row in rows]
    heads, *others = cells
    rule = [style.table_rule + style.table_rule[-1] * (width - len(style.table_rule)) for width in widths]
    lines = [
        Line(_row(heads, widths, BLANK), words[0]),
        Line(_row(rule, widths, BLANK)),
        *(Line(_row(row, widths, style.table_guide), said) for row, said in zip(others, words[1:], strict=True)),
    ]
    return Grid(tuple(lines), sum(widths) + GAP * (len(widths) - 1))


def _row(cells: Sequence[str], widths: Sequence[int], guide: str) -> str:
    parts = []
    for cell, width in zip(cells[:-1], widths, strict=False):
        gap = width + GAP - len(cell)
        led = guide != BLANK and gap >= GUIDED
        parts.append(cell + (BLANK + guide * (gap - 2) + BLANK if led else BLANK * gap))
    return ("".join(parts) + cells[-1]).rstrip(BLANK)
