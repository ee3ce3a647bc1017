"""Definition lists: terms with their meanings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from everyway.model import Block, Definition, DefinitionList
from everyway.reading.context import Context
from everyway.reading.inlines import read_sentences
from everyway.reading.run import Run
from everyway.reading.tree import Node


def read_definitions(node: Node, run: Run, context: Context) -> Sequence[Block]:
    """A list of terms, each with one meaning or several."""
    definitions: list[Definition] = []
    for child in node.children:
        if child.type == "dt":
            term = read_sentences(child.inline, context, child.line)
            definitions.append(Definition(term, (), context.at(child.line)))
        elif child.type == "dd" and definitions:
            last = definitions[-1]
            meaning = context.inner(child.children, "definition")
            definitions[-1] = replace(last, meanings=(*last.meanings, meaning))
    return [DefinitionList(tuple(definitions), context.at(node.line))]
