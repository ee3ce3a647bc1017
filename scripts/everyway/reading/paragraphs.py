"""Paragraphs, and what a paragraph with a picture is: a figure, or an Easy Read statement."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from everyway.model import Block, Figure, Paragraph, Picture, Statement
from everyway.reading.context import Context
from everyway.reading.inlines import alt_of, read_sentences, sentences_of_text
from everyway.reading.pieces import SPACES
from everyway.reading.run import Run
from everyway.reading.syntax.tables import CAPTION
from everyway.reading.tree import Node

# Inside these blocks a picture at the start of a paragraph does not make a statement.
_NO_STATEMENT = frozenset({"list", "definition", "note", "statement"})


def read_paragraph(node: Node, run: Run, context: Context) -> Sequence[Block]:
    """A paragraph, figure or statement; the caption of a table waits for it."""
    if is_caption(node):
        table = run.peek(1) if (after := run.peek()) and after.type == "attributes" else run.peek()
        if table is not None and table.type == "table" and run.caption is None:
            run.caption = node
            return []
        message = "This line begins with “Table:”, but there is no table just above or below it."
        context.found.add("SRC053", message, context.at(node.line))
    tokens = node.inline
    first = tokens[0] if tokens else None
    if first is not None and first.type == "image":
        if context.easy_read and context.inside not in _NO_STATEMENT:
            return _statement(node, first, tokens[1:], run, context)
        if _blank(tokens[1:]):
            return _figure(node, first, context)
    if context.easy_read and context.inside in {"", "container"} and not _blank(tokens):
        context.found.add("SRC080", "This paragraph has no picture beside it.", context.at(node.line))
    sentences = read_sentences(tokens, context, node.line)
    return [Paragraph(sentences, context.at(node.line))] if sentences else []


def is_caption(node: Node) -> bool:
    """Whether a node is a paragraph that gives a table its caption."""
    if node.type != "paragraph" or not node.inline:
        return False
    first = node.inline[0]
    return first.type == "text" and first.content.startswith(CAPTION)


def _picture(token: Token, node: Node, context: Context) -> Picture | None:
    address = str(token.attrs.get("src", ""))
    return context.pictures.find(address, alt_of(token), context.file, context.at(node.line))


def _figure(node: Node, image: Token, context: Context) -> Sequence[Block]:
    where = context.at(node.line)
    picture = _picture(image, node, context)
    caption = sentences_of_text(str(image.attrs.get("title", "")), context, node.line)
    if picture is None:
        words = sentences_of_text(image.content, context, node.line) + caption
        return [Paragraph(words, where)] if words else []
    return [Figure(picture, caption, where)]


def _statement(node: Node, image: Token, rest: Sequence[Token], run: Run, context: Context) -> Sequence[Block]:
    after = run.peek()
    listed = after if after is not None and after.type in {"bullet_list", "ordered_list"} else None
    if _blank(rest) and (listed is None or image.attrs.get("title")):
        if not image.attrs.get("title"):
            context.found.add("SRC081", "This picture has no words beside it.", context.at(node.line))
        return _figure(node, image, context)
    picture = _picture(image, node, context)
    line = node.line
    while rest and (
        rest[0].type in {"softbreak", "hardbreak"} or (not rest[0].content.strip(SPACES) and rest[0].type == "text")
    ):
        line = node.line + int(rest[0].meta.get("line", 0)) if rest[0].type != "text" else line
        rest = rest[1:]
    blocks: list[Block] = []
    sentences = read_sentences(rest, context, node.line, line)
    if picture is None and image.content:
        sentences = sentences_of_text(image.content, context, node.line) + sentences
    if sentences:
        blocks.append(Paragraph(sentences, sentences[0].source))
    if listed is not None:
        blocks += context.inner([run.take()], "statement")
    if title := str(image.attrs.get("title", "")):
        message = f"The caption “{title}” stands with a statement, which has none; it follows as words."
        context.found.add("SRC018", message, context.at(node.line))
        blocks.append(Paragraph(sentences_of_text(title, context, node.line), context.at(node.line)))
    return [Statement(picture, tuple(blocks), context.at(node.line))] if picture else blocks


def _blank(tokens: Sequence[Token]) -> bool:
    return all(
        token.type in {"softbreak", "hardbreak"} or (token.type == "text" and not token.content.strip(SPACES))
        for token in tokens
    )
