"""Containers: `::: note` up to `:::`, and the mark `::: page-break`."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_FENCE = re.compile(r"(:{3,})[ \t]*(.*?)[ \t]*$")
_CODE = re.compile(r"(`{3,}|~{3,})")


def container_rule(md: MarkdownIt) -> None:
    """Make containers tokens `container_open` and `container_close`.

    `info` has the words after the colons, `meta["closed"]` whether a line of colons ends it. A container inside a
    container needs no longer fence. A line of colons that ends nothing is a token `container_stray`.
    """
    md.block.ruler.before("fence", "container", _container, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _container(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    match = _FENCE.match(_line(state, start_line))
    if not match:
        return False
    if silent:
        return True
    info = match[2]
    if not info or info == "page-break":
        token = state.push("page_break" if info else "container_stray", "", 0)
        token.map = [start_line, start_line + 1]
        state.line = start_line + 1
        return True
    last, closed = _end(state, start_line, end_line)
    _contents(state, start_line, last, info, closed)
    state.line = last + 1 if closed else last
    return True


def _end(state: StateBlock, start_line: int, end_line: int) -> tuple[int, bool]:
    """The line after the container's last one, and whether a line of colons stands there."""
    depth = 1
    code = ""
    for line in range(start_line + 1, end_line):
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return line, False
        words = _line(state, line)
        fence = _CODE.match(words)
        if fence and (not code or (words.startswith(code) and not words.strip(code[0]).strip())):
            code = "" if code else fence[1]
        if code or fence:
            continue
        colons = _FENCE.match(words)
        if not colons or colons[2] == "page-break":
            continue
        depth += 1 if colons[2] else -1
        if depth == 0:
            return line, True
    return end_line, False


def _contents(state: StateBlock, start_line: int, last: int, info: str, closed: bool) -> None:
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    token = state.push("container_open", "div", 1)
    token.info = info
    token.map = [start_line, last]
    token.meta["closed"] = closed
    state.md.block.tokenize(state, start_line + 1, last)
    state.push("container_close", "div", -1)
    state.parentType, state.lineMax = parent, line_max
