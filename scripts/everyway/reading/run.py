"""A run of nodes that stand beside each other, read from first to last."""

from __future__ import annotations

from dataclasses import dataclass

from everyway.reading.tree import Node


@dataclass(slots=True)
class Run:
    """Nodes still to be read; `attributes` and `caption` wait for the block that they belong to."""

    nodes: list[Node]
    place: int = 0
    attributes: Node | None = None
    caption: Node | None = None

    def peek(self, ahead: int = 0) -> Node | None:
        """A node that is still to be read, the next one unless told, or None at the end."""
        place = self.place + ahead
        return self.nodes[place] if place < len(self.nodes) else None

    def take(self) -> Node:
        """The next node, now read."""
        node = self.nodes[self.place]
        self.place += 1
        return node
