"""Which tables do not fit on a sheet, and so become lists of rows: told from the widths of their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from everyway.model import Cell, Edition, Table
from everyway.model.walk import plain_text, tables_of
from everyway.writing.print.joins import pieces
from everyway.writing.print.sheet import Sheet

PADDING = 1.0
"""Em of each column that hold no words: themes/print/large/large.css."""

LEADING = 1.35
"""The height of a line in a table, in em."""

FULL = 0.92
"""How much of a line words fill on average: the rest is too short for the next word."""

TALLEST = 0.5
"""How much of a page the head of a table and one row may take together: a row is never split."""


def listed_tables(edition: Edition, sheet: Sheet) -> frozenset[Table]:
    """The tables of an edition that do not fit on the sheet."""
    return frozenset(table for table in tables_of(edition) if not _fits(table, sheet, edition.language))


def _fits(table: Table, sheet: Sheet, language: str) -> bool:
    columns = [[row[index] for row in (table.head, *table.rows)] for index in range(len(table.head))]
    least = [sheet.measure.widest(_parts(cells, language)) for cells in columns]
    room = sheet.ems - PADDING * len(columns)
    if sum(least) > room:
        return False
    widths = _shared(least, [sheet.measure.widest(map(_text, cells)) for cells in columns], room)
    head, *rows = [_height(row, widths, sheet) for row in (table.head, *table.rows)]
    return head + max(rows, default=0.0) <= TALLEST * sheet.height / sheet.options.size


def _shared(least: list[float], most: list[float], room: float) -> list[float]:
    """The widths that columns take: what they ask for at least, and of the rest by what they could use."""
    wanted = [max(0.0, each - low) for each, low in zip(most, least, strict=True)]
    rest = room - sum(least)
    share = min(1.0, rest / sum(wanted)) if any(wanted) else 0.0
    return [low + each * share for low, each in zip(least, wanted, strict=True)]


def _height(row: Iterable[Cell], widths: list[float], sheet: Sheet) -> float:
    """The height of a row in em."""
    lines = (
        ceil(sheet.measure.width(_text(cell)) / (width * FULL)) if width else 1
        for cell, width in zip(row, widths, strict=True)
    )
    return max((*lines, 1)) * LEADING + PADDING


def _parts(cells: Iterable[Cell], language: str) -> Iterator[str]:
    """What must stand on one line each: single items whole, else words."""
    for cell in cells:
        for piece, whole in pieces(_text(cell), language):
            yield from [piece] if whole else piece.split()


def _text(cell: Cell) -> str:
    return " ".join(plain_text(sentence.inlines) for sentence in cell.sentences)
