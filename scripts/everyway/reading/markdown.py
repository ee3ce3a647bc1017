"""Markdown to tokens: CommonMark, and the rules of our dialect, as one visible list."""

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from everyway.reading.syntax.abbreviations import abbreviation_rule
from everyway.reading.syntax.attributes import block_attributes_rule, heading_attributes_rule
from everyway.reading.syntax.containers import container_rule
from everyway.reading.syntax.definitions import definition_rule
from everyway.reading.syntax.lengths import length_rule
from everyway.reading.syntax.lines import line_rule
from everyway.reading.syntax.tables import caption_rule, table_rule

DEEPEST_TOKENS = 60


def _footnotes(md: MarkdownIt) -> None:
    footnote_plugin(md, inline=False, move_to_end=False, always_match_refs=True)


def _spans(md: MarkdownIt) -> None:
    attrs_plugin(md, after=(), spans=True)


RULES: tuple[tuple[str, Callable[[MarkdownIt], None]], ...] = (
    ("footnotes: [^1] and [^1]: words", _footnotes),
    ("definition lists: a term, then : its meaning", definition_rule),
    ("bare web and e-mail addresses", gfm_autolink_plugin),
    ("attributes of a part: [words]{lang=cy}", _spans),
    ("containers: ::: note", container_rule),
    ("attributes on the line before a block: {.row-headers}", block_attributes_rule),
    ("attributes at the end of a heading: {#id}", heading_attributes_rule),
    ("abbreviations: *[NHS]: National Health Service", abbreviation_rule),
    ("tables that lose no cell", table_rule),
    ("captions of tables: Table: words", caption_rule),
    ("the line of every line end", line_rule),
    ("paragraphs too long to look for marks in", length_rule),
)


def tokens_of(text: str) -> list[Token]:
    """Markdown in, markdown-it's tokens out; `meta["line"]` of a line end is its line in its block, from 0."""
    return _parser().parse(text, {})


def inline_tokens(text: str) -> list[Token]:
    """The inline tokens of a text that is no block of its own, such as a summary in the settings."""
    return _parser().parseInline(text, {})[0].children or []


@cache
def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"maxNesting": DEEPEST_TOKENS}).enable("table")
    for _, rule in RULES:
        rule(md)
    # Addresses are judged by `links.py`, which tells the editor; here every one is let through.
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    return md
