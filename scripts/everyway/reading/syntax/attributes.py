"""Attributes in braces: at the end of a heading, and on the line before a block."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

_AT_END = re.compile(r"(?:^|[ \t])(\{[^{}\n]*\})[ \t]*$")
_LIKELY = re.compile(r"\{[ \t]*([#.]|[A-Za-z_-]+=)")


def attributes_of(words: str) -> dict[str, str] | None:
    """`{#id .class key=value key="two words"}` in, its attributes out; None when that is not what the words are."""
    words = words.strip()
    if not _LIKELY.match(words) or not words.endswith("}"):
        return None
    try:
        end, attributes = parse(words)
    except ParseError:
        return None
    return attributes if end == len(words) - 1 and attributes else None


def split_attributes(words: str) -> tuple[str, dict[str, str]]:
    """Words that may end in attributes in, the words alone and the attributes out."""
    match = _AT_END.search(words)
    attributes = attributes_of(match[1]) if match else None
    if match is None or attributes is None:
        return words, {}
    return words[: match.start()].rstrip(), attributes


def heading_attributes_rule(md: MarkdownIt) -> None:
    """Move the attributes at the end of a heading into `meta["attributes"]` of its opening token."""
    md.core.ruler.before("inline", "heading_attributes", _heading_attributes)


def _heading_attributes(state: StateCore) -> None:
    heading: Token | None = None
    for token in state.tokens:
        if token.type == "heading_open":
            heading = token
        elif token.type == "inline" and heading is not None:
            token.content, heading.meta["attributes"] = split_attributes(token.content)
            heading = None


def block_attributes_rule(md: MarkdownIt) -> None:
    """Make a line that holds nothing but attributes a token `attributes`, for the block below it."""
    md.block.ruler.before("fence", "attributes", _block_attributes, {"alt": ["paragraph", "reference", "blockquote"]})


def _block_attributes(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    words = state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]]
    attributes = attributes_of(words) if words.startswith("{") else None
    if attributes is None:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.map = [start_line, start_line + 1]
        token.meta["attributes"] = attributes
        state.line = start_line + 1
    return True
