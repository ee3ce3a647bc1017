"""Table cells: spans, which way a header speaks, and the headers of each cell (ISO 32000-1, 14.8.5.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from everyway.tagging.nodes import Node
from everyway.tagging.objects import Array, PdfText

SCOPES = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and the part of the grid it covers."""

    node: Node
    row: int
    column: int
    rows: int
    columns: int
    scope: str

    def heads(self, other: Cell) -> bool:
        """Whether this header speaks for another cell."""
        if self.scope == "Row":
            return self.column < other.column and _meet(self.row, self.rows, other.row, other.rows)
        return self.row < other.row and _meet(self.column, self.columns, other.column, other.columns)


def describe(table: Node, new_id: Callable[[], str]) -> None:
    """Set the attributes of all cells of a table whose tree is complete.

    Scope is enough for a simple table; where cells span, each also names its headers.
    """
    cells = list(_grid(table))
    for cell in cells:
        if cell.columns > 1:
            cell.node.set("Table", ColSpan=cell.columns)
        if cell.rows > 1:
            cell.node.set("Table", RowSpan=cell.rows)
        if cell.scope:
            cell.node.set("Table", Scope=f"/{cell.scope}")
            cell.node.identifier = new_id()
    if all(cell.rows == cell.columns == 1 for cell in cells):
        return
    headers = [cell for cell in cells if cell.scope]
    for cell in cells:
        mine = [header for header in headers if header.heads(cell) and (not cell.scope or cell.scope == header.scope)]
        if mine:
            cell.node.set("Table", Headers=Array(PdfText(header.node.identifier or "") for header in mine))


def _grid(table: Node) -> Iterator[Cell]:
    """Lay the cells on their grid, as HTML does: each takes the next free place of its row."""
    rows = list(_rows(table))
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for node in row.nodes():
            if node.role not in ("TH", "TD"):
                continue
            while (number, column) in taken:
                column += 1
            columns = _span(node, "colspan")
            down = min(_span(node, "rowspan") or len(rows), len(rows) - number)
            taken |= {(number + i, column + j) for i in range(down) for j in range(columns)}
            yield Cell(node, number, column, down, columns or 1, _scope(node, row, column))
            column += columns or 1


def _rows(node: Node) -> Iterator[Node]:
    for kid in node.nodes():
        if kid.role == "TR":
            yield kid
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from _rows(kid)


def _scope(node: Node, row: Node, column: int) -> str:
    """Give a header's scope: as it says, else down from the table's head and along from the first column."""
    if node.role != "TH" or node.element is None:
        return ""
    asked = SCOPES.get(node.element.get("scope", "").lower())
    if asked:
        return asked
    in_head = row.parent is not None and row.parent.role == "THead"
    alone = all(cell.role == "TH" for cell in row.nodes())
    return "Column" if in_head or alone or column > 0 else "Row"


def _span(node: Node, name: str) -> int:
    asked = node.element.get(name, "1") if node.element is not None else "1"
    return int(asked) if asked.isdigit() else 1


def _meet(start: int, length: int, other: int, other_length: int) -> bool:
    return start < other + other_length and other < start + length
