"""Tables: GFM's, but without losing the cells that a row has too many, and with a caption close by."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit, getLine

CAPTION = "Table:"


def table_rule(md: MarkdownIt) -> None:
    """Keep the words of surplus cells behind those of the last cell; `meta["cells"]` of the row counts all of them."""
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def caption_rule(md: MarkdownIt) -> None:
    """Let a line `Table: words` right below a table end it, so that it is no row of it."""
    md.block.ruler.before("table", "caption", _caption, {"alt": ["blockquote"]})


def _caption(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    return silent and state.parentType == "table" and getLine(state, start_line).startswith(CAPTION)


def _table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    first = len(state.tokens)
    if not table(state, start_line, end_line, silent):
        return False
    row = None
    cells: list[int] = []
    for place in range(first, len(state.tokens)):
        token = state.tokens[place]
        if token.type == "tr_open":
            row, cells = token, []
        elif token.type == "inline":
            cells.append(place)
        elif token.type == "tr_close" and row is not None and row.map is not None and cells:
            line = getLine(state, row.map[0]).strip()
            columns = _columns(line)
            row.meta.update(cells=len(columns), pipes="|" in line)
            if surplus := [words.strip() for words in columns[len(cells) :]]:
                last = state.tokens[cells[-1]]
                last.content = " ".join((last.content, *surplus)).strip()
    return True


def _columns(line: str) -> list[str]:
    columns = escapedSplit(line)
    if columns and columns[0] == "":
        columns.pop(0)
    if columns and columns[-1] == "":
        columns.pop()
    return columns
