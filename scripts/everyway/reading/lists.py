"""Lists with bullets and lists with numbers."""

from __future__ import annotations

from collections.abc import Sequence

from everyway.model import Block, BulletList, ListItem, OrderedList
from everyway.reading.context import Context
from everyway.reading.run import Run
from everyway.reading.tree import Node


def read_bullets(node: Node, run: Run, context: Context) -> Sequence[Block]:
    """A list whose order does not matter."""
    _advise_picture(node, context)
    return [BulletList(_items(node, context), context.at(node.line))]


def read_numbers(node: Node, run: Run, context: Context) -> Sequence[Block]:
    """A numbered list, which may begin at any number."""
    _advise_picture(node, context)
    return [OrderedList(_items(node, context), context.at(node.line), int(node.token.attrs.get("start", 1)))]


def _advise_picture(node: Node, context: Context) -> None:
    if context.easy_read and context.inside in {"", "container"}:
        context.found.add("SRC080", "This list has no picture beside it.", context.at(node.line))


def _items(node: Node, context: Context) -> tuple[ListItem, ...]:
    return tuple(
        ListItem(context.inner(item.children, "list"), context.at(item.line))
        for item in node.children
        if item.type == "list_item"
    )
