"""Nodes in, blocks out: the table of readers, one for each kind of node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from everyway.model import Block, CodeBlock, PageBreak, Paragraph, Passage, Quote, Sentence, Strong, ThematicBreak
from everyway.reading.containers import read_container
from everyway.reading.context import Context
from everyway.reading.definitions import read_definitions
from everyway.reading.html import html_words
from everyway.reading.inlines import read_sentences
from everyway.reading.lists import read_bullets, read_numbers
from everyway.reading.marks import checked_language, refuse_unknown
from everyway.reading.paragraphs import read_paragraph
from everyway.reading.pieces import Piece
from everyway.reading.run import Run
from everyway.reading.sentences import sentences_from
from everyway.reading.tables import read_table
from everyway.reading.tree import Node

DEEPEST_BLOCKS = 20
Reader = Callable[[Node, Run, Context], Sequence[Block]]


def read_blocks(nodes: Iterable[Node], context: Context) -> tuple[Block, ...]:
    """The blocks of a section, or of a block that holds blocks."""
    run = Run(list(nodes))
    blocks: list[Block] = []
    if context.depth > DEEPEST_BLOCKS and (first := run.peek()):
        message = f"Lists, quotes and the like stand more than {DEEPEST_BLOCKS} deep in each other."
        context.found.add("SRC044", message, context.at(first.line))
        return tuple(_flat(run.nodes, context))
    while run.peek():
        node = run.take()
        if node.type == "attributes":
            _unused(run, context)
            run.attributes = node
            continue
        language = _language(node, run, context)
        inner = replace(context, language=language) if language else context
        made = READERS[node.type](node, run, inner) if node.type in READERS else ()
        if node.type not in KEEP_ATTRIBUTES:
            _unused(run, context)
        blocks += [Passage(language, tuple(made), context.at(node.line))] if language and made else made
    _unused(run, context)
    if run.caption:
        blocks += read_paragraph(run.caption, Run([]), context)
    return tuple(blocks)


def _language(node: Node, run: Run, context: Context) -> str:
    """The language that the attributes on the line before a block give it; takes it out of them."""
    attributes = run.attributes.token.meta["attributes"] if run.attributes else {}
    if run.attributes is None or "lang" not in attributes:
        return ""
    tag = attributes.pop("lang")
    return checked_language(tag, context.found, context.at(run.attributes.line))


def _unused(run: Run, context: Context) -> None:
    if run.attributes is not None:
        refuse_unknown(run.attributes.token.meta["attributes"], (), context.found, context.at(run.attributes.line))
        run.attributes = None


def _flat(nodes: Iterable[Node], context: Context) -> Iterable[Block]:
    for node in nodes:
        for inner in node.walk():
            if inner.type == "inline" and (words := read_sentences(inner.inline, context, inner.line)):
                yield Paragraph(words, context.at(inner.line))
            elif inner.type in {"fence", "code_block"}:
                yield CodeBlock(inner.token.content.rstrip("\n"), "", context.at(inner.line))


def _quote(node: Node, run: Run, context: Context) -> Sequence[Block]:
    return [Quote(context.inner(node.children, "quote"), context.at(node.line))]


def _code(node: Node, run: Run, context: Context) -> Sequence[Block]:
    language = node.token.info.split()[0] if node.token.info.split() else ""
    return [CodeBlock(node.token.content.rstrip("\n"), language, context.at(node.line))]


def _heading(node: Node, run: Run, context: Context) -> Sequence[Block]:
    """A heading inside a block: refused, and kept as a bold paragraph."""
    message = "A heading stands inside a list, quote or container, where it can head no section."
    context.found.add("SRC011", message, context.at(node.line))
    sentences = read_sentences(node.inline, context, node.line)
    bold = tuple(Sentence(one.id, (Strong(one.inlines),), one.source) for one in sentences)
    return [Paragraph(bold, context.at(node.line))] if bold else []


def _html(node: Node, run: Run, context: Context) -> Sequence[Block]:
    words = html_words(node.token.content, context, context.at(node.line))
    row = [Piece(words, (), node.line)] if words else []
    sentences = sentences_from(row, context)
    return [Paragraph(sentences, context.at(node.line))] if sentences else []


def _stray(node: Node, run: Run, context: Context) -> Sequence[Block]:
    context.found.add("SRC042", "This line of colons closes nothing.", context.at(node.line))
    return []


def _nothing(node: Node, run: Run, context: Context) -> Sequence[Block]:
    return []


READERS: dict[str, Reader] = {
    "paragraph": read_paragraph,
    "bullet_list": read_bullets,
    "ordered_list": read_numbers,
    "dl": read_definitions,
    "table": read_table,
    "blockquote": _quote,
    "container": read_container,
    "container_stray": _stray,
    "page_break": lambda node, run, context: [PageBreak(context.at(node.line))],
    "fence": _code,
    "code_block": _code,
    "hr": lambda node, run, context: [ThematicBreak(context.at(node.line))],
    "heading": _heading,
    "html_block": _html,
    "abbreviation": _nothing,  # read for the whole file by `parts.py`
    "footnote_reference": _nothing,  # read by `notes.py` when it is called
}
# What may stand between the attributes of a block and the block.
KEEP_ATTRIBUTES = frozenset({"abbreviation", "footnote_reference"})
