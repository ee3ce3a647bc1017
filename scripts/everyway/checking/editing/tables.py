"""Tables: whether they are tables, and can be read cell by cell, by ear and on a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from everyway.checking.editing.copy import Copy, excerpt
from everyway.checking.editing.vocabulary import words
from everyway.findings import Finding
from everyway.model import Cell, Table
from everyway.model.walk import plain_text

MOST_COLUMNS = 6
MOST_WORDS = 60
"""Words in a cell."""


def tables(copy: Copy) -> Iterator[Finding]:
    """What is wrong with the tables of every edition."""
    for _, _, block in copy.blocks:
        if isinstance(block, Table):
            yield from _shape(block)
            yield from _cells(block)


def _shape(table: Table) -> Iterator[Finding]:
    columns, rows = len(table.head), len(table.rows)
    if not table.caption:
        heads = ", ".join(f"“{words_there}”" for cell in table.head if (words_there := _text(cell)))
        yield Finding("TAB001", f"The table with the columns {heads} has no caption.", table.source)
    if columns == 1:
        yield Finding("TAB002", f"The table {_name(table)} has only one column.", table.source)
    elif rows == 0:
        yield Finding("TAB002", f"The table {_name(table)} has headings, but no row.", table.source, _NO_ROW)
    elif rows == 1:
        yield Finding("TAB002", f"The table {_name(table)} has only one row.", table.source)
    if columns > MOST_COLUMNS:
        yield Finding("TAB003", f"The table {_name(table)} has {columns} columns.", table.source)
    said = [_text(cell).casefold() for cell in table.head if cell.sentences]
    for head in dict.fromkeys(said):
        if said.count(head) > 1:
            message = f"{said.count(head)} columns of the table {_name(table)} are headed “{head}”."
            yield Finding("TAB006", message, table.source)


_NO_ROW = "Write the rows, or take the table out."


def _cells(table: Table) -> Iterator[Finding]:
    blank = [cell for row in table.rows for cell in row if not cell.sentences]
    if blank and len(table.head) > 1:
        many = "One cell is" if len(blank) == 1 else f"{len(blank)} cells are"
        yield Finding("TAB004", f"{many} empty in the table {_name(table)}.", blank[0].source)
    for row in (table.head, *table.rows):
        for cell in row:
            text = _text(cell)
            if (count := len(text.split())) > MOST_WORDS:
                message = f"A cell of the table {_name(table)} has {count} words: “{excerpt(text)}”"
                yield Finding("TAB005", message, cell.source)
    for above, below in pairwise(table.rows):
        for over, cell in zip(above, below, strict=False):
            if _text(cell).casefold().strip(". ") in words("tables", "same_again"):
                fix = f"Write “{_text(over)}” once more." if over.sentences else ""
                yield Finding("TAB007", f"A cell says only “{_text(cell)}”.", cell.source, fix)


def _text(cell: Cell) -> str:
    return " ".join(plain_text(sentence.inlines) for sentence in cell.sentences)


def _name(table: Table) -> str:
    if table.caption:
        return f"“{excerpt(plain_text(table.caption[0].inlines), 8)}”"
    first = next((words_there for cell in table.head if (words_there := _text(cell))), "")
    return f"that begins with “{first}”"
