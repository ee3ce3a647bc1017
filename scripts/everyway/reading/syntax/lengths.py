"""Paragraphs that are too long to look for marks in: looking for pairs of marks takes the square of the length."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

LONGEST_PARAGRAPH = 20_000


def length_rule(md: MarkdownIt) -> None:
    """Keep the words of such a paragraph as plain text; `meta["length"]` of its inline token has its characters."""
    md.core.ruler.before("inline", "set_aside", _set_aside)
    md.core.ruler.after("inline", "put_back", _put_back)


def _set_aside(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and len(token.content) > LONGEST_PARAGRAPH:
            token.meta.update(length=len(token.content), words=token.content)
            token.content = ""


def _put_back(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and "words" in token.meta:
            token.content = token.meta.pop("words")
            token.children = [Token("text", "", 0, content=token.content)]
