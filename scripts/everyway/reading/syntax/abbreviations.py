"""Abbreviations: a line `*[NHS]: National Health Service`."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_LINE = re.compile(r"\*\[([^\[\]]+)\]:[ \t]*(\S.*?)[ \t]*$")


def abbreviation_rule(md: MarkdownIt) -> None:
    """Make such a line a token `abbreviation` with `meta["word"]` and `meta["expansion"]`."""
    md.block.ruler.before("list", "abbreviation", _abbreviation, {"alt": ["paragraph", "reference", "blockquote"]})


def _abbreviation(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    match = _LINE.match(state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]])
    if not match:
        return False
    if not silent:
        token = state.push("abbreviation", "", 0)
        token.map = [start_line, start_line + 1]
        token.meta.update(word=match[1].strip(), expansion=match[2])
        state.line = start_line + 1
    return True
