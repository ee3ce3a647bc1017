"""Containers: callouts, and passages in another language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from everyway.model import Block, Callout, Passage
from everyway.reading.context import Context
from everyway.reading.inlines import sentence_of
from everyway.reading.marks import checked_language, refuse_unknown
from everyway.reading.nearest import did_you_mean
from everyway.reading.run import Run
from everyway.reading.syntax.attributes import split_attributes
from everyway.reading.tree import Node
from everyway.wording import words_for

KINDS = ("note", "tip", "warning", "summary")


def read_container(node: Node, run: Run, context: Context) -> Sequence[Block]:
    """`::: note Own title` as a callout, `::: {lang=cy}` as a passage, and both together."""
    where = context.at(node.line)
    if not node.token.meta["closed"]:
        context.found.add("SRC040", "This container is never closed; it runs to the end.", where)
    info, attributes = split_attributes(node.token.info)
    refuse_unknown(attributes, ("lang",), context.found, where)
    language = checked_language(attributes["lang"], context.found, where) if "lang" in attributes else ""
    inner = replace(context, language=language) if language else context
    if info:
        blocks: tuple[Block, ...] = (_callout(node, info, inner),)
    else:
        blocks = inner.inner(node.children, "container")
        if not attributes:
            context.found.add("SRC041", "This container does not say what it is.", where)
    return [Passage(language, blocks, where)] if language else blocks


def _callout(node: Node, info: str, context: Context) -> Callout:
    where = context.at(node.line)
    kind, _, title = info.partition(" ")
    kind = kind.casefold()
    if kind not in KINDS:
        hint = did_you_mean(kind, (*KINDS, "page-break"))
        context.found.add("SRC041", f"There is no container of the kind “{kind}”.", where, hint)
        kind, title = "note", info
    label = sentence_of(title.strip() or words_for(context.language)(f"callout-{kind}"), context, node.line)
    return Callout(kind, label, context.inner(node.children, "container"), where)
