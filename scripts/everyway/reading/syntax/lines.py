"""The line of every line end inside a block: CommonMark's inline tokens do not know where they stand."""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, escape, newline


def line_rule(md: MarkdownIt) -> None:
    """Give every softbreak and hardbreak `meta["line"]`: how many line ends of the block stand before what follows."""
    md.inline.ruler.at("newline", _newline)
    md.inline.ruler.at("escape", _escape)


def _newline(state: StateInline, silent: bool) -> bool:
    matched = newline(state, silent)
    if matched and not silent:
        _mark(state)
    return matched


def _escape(state: StateInline, silent: bool) -> bool:
    matched = escape(state, silent)
    if matched and not silent and state.tokens and state.tokens[-1].type == "hardbreak":
        _mark(state)
    return matched


def _mark(state: StateInline) -> None:
    state.tokens[-1].meta.setdefault("line", state.src.count("\n", 0, state.pos))
