"""Spaces between runs: where a line ends, or an inline element, the space that the source has there.

Without them a screen reader joins the words: "office" and "driver" become "officedriver".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from everyway.tagging import roles
from everyway.tagging.nodes import Node, Run
from everyway.tagging.source import SOFT_HYPHEN, Found, Source


@dataclass(slots=True)
class Text:
    """A run of text that is drawn: where it stands in the source, and what must be done to it."""

    run: Run
    text: str
    found: Found | None
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

    def follow(self, node: Node, run: Run, text: str, element: Element | None) -> Text:
        """Note a run that is drawn in a node. `element`: whose own text it is; None if a style sheet made it."""
        block = block_of(node)
        found = self.source.find(element, text) if element is not None else None
        drawn = Text(run, text, found)
        before = self._last.get(block)
        if before is not None and (block in self._gaps or self._space_between(before, drawn)):
            before.space = not before.text[-1:].isspace() and not text[:1].isspace()
        self._gaps.discard(block)
        self._last[block] = drawn
        return drawn

    def gap(self, node: Node) -> None:
        """Note that something stands between the runs before and after (a leader, a note's number)."""
        self._gaps.add(block_of(node))

    def _space_between(self, before: Text, after: Text) -> bool:
        if before.found is not None and after.found is not None:
            return self.source.space_between(before.found.end, after.found.start)
        if before.found is not None:
            return self.source.space_after(before.found.end)
        return after.found is not None and self.source.space_before(after.found.start)


def block_of(node: Node) -> Node:
    """Give the block in whose lines a node's text runs."""
    while node.role in roles.INLINE and node.parent is not None:
        node = node.parent
    return node
