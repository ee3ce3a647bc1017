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
    """A run of text that a node draws: its line and block, its place in the source, and the spaces it needs."""

    text: str
    node: Node
    line: int | None = None
    block: object = None
    found: Found | None = None
    space_before: bool = False
    space_after: bool = False

    @property
    def actual(self) -> str:
        """The text to read in place of what is drawn: with its spaces, and a hyphen at a line's end made soft."""
        text = self.text
        if self.found is not None and self.found.hyphen:
            text = text.rstrip()[:-1].rstrip(SOFT_HYPHEN) + SOFT_HYPHEN
        return " " * self.space_before + text + " " * self.space_after

    @property
    def depth(self) -> tuple[bool, int]:
        """How deep in its line the run stands: a space belongs to the shallower run, and never to an abbreviation."""
        node, count, expanded = self.node, 0, False
        while node.role in roles.INLINE and node.parent is not None:
            count += node.role != roles.TRANSPARENT
            expanded = expanded or node.expansion is not None
            node = node.parent
        return expanded, count


@dataclass(slots=True)
class Spacing:
    """Follows the runs of each block in the order of drawing, and marks those that need a space."""

    source: Source
    _last: dict[Node, Text] = field(default_factory=dict)
    _gaps: set[Node] = field(default_factory=set)

    def follow(self, text: Text, element: Element, pseudo: str) -> Text:
        """Note the next run. `pseudo`: the pseudo-element whose text the style sheet made; "" for an element's own."""
        block = block_of(text.node)
        text.found = self.source.place(element, pseudo) if pseudo else self.source.find(element, text.text)
        before = self._last.get(block)
        if before is not None and (block in self._gaps or self._space_between(before, text)):
            self._space(before, text)
        self._gaps.discard(block)
        self._last[block] = text
        return text

    def gap(self, node: Node) -> None:
        """Note that something stands between the runs before and after (a leader, a note's number)."""
        self._gaps.add(block_of(node))

    def _space(self, before: Text, after: Text) -> None:
        if before.text[-1:].isspace() or after.text[:1].isspace():
            return
        if after.depth < before.depth:
            after.space_before = True
        else:
            before.space_after = True

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
