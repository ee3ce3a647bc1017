"""Tables: caption, head, rows, and whether the first column heads the rows."""

from __future__ import annotations

from collections.abc import Sequence

from everyway.model import Block, Cell, Sentence, Table
from everyway.model.blocks import Alignment
from everyway.reading.context import Context
from everyway.reading.inlines import read_sentences
from everyway.reading.marks import refuse_unknown
from everyway.reading.paragraphs import is_caption
from everyway.reading.run import Run
from everyway.reading.syntax.tables import CAPTION
from everyway.reading.tree import Node

_ALIGNMENTS: dict[str, Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def read_table(node: Node, run: Run, context: Context) -> Sequence[Block]:
    """A table with the caption just above or below it and the attributes on the line before."""
    row_headers = _row_headers(run, context)
    caption = _caption(run, context, node)
    rows = [row for part in node.children for row in part.children if row.type == "tr"]
    head = tuple(_cell(cell, context) for cell in rows[0].children)
    body = tuple(tuple(_cell(cell, context) for cell in row.children) for row in rows[1:])
    alignments = tuple(_ALIGNMENTS.get(str(cell.token.attrs.get("style", "")), "") for cell in rows[0].children)
    _check_head(head, row_headers, context)
    for row in rows[1:]:
        _check_row(row, len(head), context)
    return [Table(caption, head, body, alignments, row_headers, context.at(node.line))]


def _row_headers(run: Run, context: Context) -> bool:
    if run.attributes is None:
        return False
    attributes = run.attributes.token.meta["attributes"]
    refuse_unknown(attributes, (".row-headers",), context.found, context.at(run.attributes.line))
    run.attributes = None
    return "row-headers" in str(attributes.get("class", "")).split()


def _caption(run: Run, context: Context, table: Node) -> tuple[Sentence, ...]:
    node, run.caption = run.caption, None
    if node is None and (after := run.peek()) is not None and is_caption(after):
        further = run.peek(1)
        if further is not None and further.type == "attributes":
            further = run.peek(2)
        if after.line <= table.end or further is None or further.type != "table":
            node = run.take()
    if node is None:
        return ()
    tokens = node.inline
    tokens[0].content = tokens[0].content.removeprefix(CAPTION).lstrip()
    return read_sentences(tokens, context, node.line)


def _cell(cell: Node, context: Context) -> Cell:
    return Cell(read_sentences(cell.inline, context, cell.line), context.at(cell.line))


def _check_head(head: tuple[Cell, ...], row_headers: bool, context: Context) -> None:
    empty = [number for number, cell in enumerate(head, 1) if not cell.sentences]
    where = head[0].source
    if len(empty) == len(head):
        context.found.add("SRC050", "The columns of this table have no headings.", where)
    elif empty == [1] and not row_headers:
        fix = "Give it a heading; or write {.row-headers} on the line above the table if this column heads the rows."
        context.found.add("SRC050", "The first column of this table has no heading.", where, fix)
    elif set(empty) - {1}:
        columns = ", ".join(str(number) for number in empty)
        context.found.add("SRC050", f"These columns of the table have no heading: {columns}.", where)


def _check_row(row: Node, columns: int, context: Context) -> None:
    cells = int(row.token.meta.get("cells", columns))
    if cells > columns:
        message = f"This row has {cells} cells, but the table has {columns} columns."
        context.found.add("SRC051", message, context.at(row.line))
    elif not row.token.meta.get("pipes", True) and columns > 1:
        context.found.add(
            "SRC052", "This line has no | in it and became a row of the table above.", context.at(row.line)
        )
