"""Spaces between runs: where a line ends, or an inline element, the space that the source has there.

Without them a screen reader joins the words: "office" and "driver" become "officedriver".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from everyway.tagging import roles
from everyway.tagging.nodes import Node
from everyway.tagging.source import SOFT_HYPHEN, Found, Source


@dataclass(slots=True)
class Text:
    """A run of text: the line and block it is drawn in, its place in the source, and if a space must follow it."""

    text: str
    line: int | None = None
    block: object = None
    found: Found | None = None
    space: bool = False

    @property
    def replacement(self) -> str | None:
        """The text to read in place of what is drawn: a hyphen at a line's end is no hyphen of the word."""
        if self.found is None or not self.found.hyphen:
            return None
        return self.text.rstrip()[:-1].rstrip(SOFT_HYPHEN) + SOFT_HYPHEN


@dataclass(slots=True)
class Spacing:
    """Follows the runs of each block in the order of drawing, and marks those that need a space after them."""

    source: Source
    _last: dict[Node, Text] = field(default_factory=dict)
    _gaps: set[Node] = field(default_factory=set)

    def follow(self, node: Node, text: Text, element: Element, pseudo: str) -> Text:
        """Note the next run of a node. `pseudo`: the pseudo-element that the style sheet filled; else ""."""
        block = block_of(node)
        text.found = self.source.place(element, pseudo) if pseudo else self.source.find(element, text.text)
        before = self._last.get(block)
        if before is not None and (block in self._gaps or self._space_between(before, text)):
            before.space = not before.text[-1:].isspace() and not text.text[:1].isspace()
        self._gaps.discard(block)
        self._last[block] = text
        return text

    def gap(self, node: Node) -> None:
        """Note that something stands between the runs before and after (a leader, a note's number)."""
        self._gaps.add(block_of(node))

    def _space_between(self, before: Text, after: Text) -> bool:
        if before.block != after.block:
            return True
        if before.found is None or after.found is None:
            return before.line != after.line  # most lines end at a space
        return self.source.space_between(before.found.end, after.found.start)


def block_of(node: Node) -> Node:
    """Give the block in whose lines a node's text runs."""
    while node.role in roles.INLINE and node.parent is not None:
        node = node.parent
    return node
