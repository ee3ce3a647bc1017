"""The tree while it grows: one node per HTML element, and the content that is drawn for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from everyway.tagging.objects import Dictionary


class Artifact(Enum):
    """Why drawn content is not part of the document (ISO 32000-1, 14.8.2.2): its property list."""

    LAYOUT = "/Layout"
    PAGINATION = "/Pagination"
    HEADER = "/Pagination /Header"
    FOOTER = "/Pagination /Footer"


@dataclass(frozen=True, slots=True)
class Run:
    """One marked-content sequence: a piece of a line, or a picture. Pages count from 0."""

    page: int
    mcid: int


@dataclass(slots=True, eq=False)
class Area:
    """One clickable rectangle of a link. `line` names the line it lies in; None for a whole block."""

    page: int
    line: int | None
    annotation: Dictionary


@dataclass(slots=True, eq=False)
class Node:
    """One structure element to be. `place` is its place in the HTML; `kids` stand in the order of drawing.

    `language` is the language in force (inherited or its own). `attributes` are by owner: {"Table": {"ColSpan": 2}}.
    """

    role: str
    element: Element | None
    parent: Node | None
    place: int
    language: str
    kids: list[Node | Run | Area] = field(default_factory=list)
    reached: bool = False
    title: str | None = None
    alt: str | None = None
    expansion: str | None = None
    identifier: str | None = None
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)

    def reach(self) -> None:
        """Something of this node is drawn: hang it, and all above it, in the tree, in order of drawing."""
        node: Node | None = self
        while node is not None and not node.reached:
            node.reached = True
            if node.parent is not None:
                node.parent.kids.append(node)
            node = node.parent

    def nodes(self) -> list[Node]:
        """The kids that are nodes."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def set(self, owner: str, **values: object) -> None:
        """Set structure attributes of one owner ("Table", "List", "Layout")."""
        self.attributes.setdefault(owner, {}).update(values)
