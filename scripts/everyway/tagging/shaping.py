"""The tree as drawn becomes the tree as written: in the order of the HTML, without empty or transparent nodes."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.tagging import roles
from everyway.tagging.nodes import Area, Node, Run

KEPT_EMPTY = ("TD", "TH")


def shape(root: Node) -> list[Node]:
    """Put a tree in order; give all its nodes, each before its kids."""
    order: list[Node] = []
    _shape(root, order)
    return order


def _shape(node: Node, order: list[Node]) -> None:
    order.append(node)
    for kid in node.nodes():
        _sort(kid)
    _sort(node)
    node.kids = list(_kids(node))
    for kid in node.nodes():
        kid.parent = node
        _shape(kid, order)


def _kids(node: Node) -> Iterator[Node | Run | Area]:
    """The kids, with those of transparent nodes in their place, and without those that hold nothing."""
    for kid in node.kids:
        if not isinstance(kid, Node):
            yield kid
        elif kid.role == roles.TRANSPARENT:
            _sort(kid)
            yield from _kids(kid)
        elif _holds(kid):
            yield kid


def _holds(node: Node) -> bool:
    if node.role in KEPT_EMPTY:
        return True
    return any(not isinstance(kid, Node) or _holds(kid) for kid in node.kids)


def _sort(node: Node) -> None:
    """Put kids in the order of the HTML where a style sheet drew them in another (flex order, floats, footnotes).

    Where a node has text of its own, the order of drawing tells what its text stands between; only notes go last.
    """
    if any(isinstance(kid, Run) for kid in node.kids):
        node.kids.sort(key=lambda kid: isinstance(kid, Node) and kid.role == "Note")
    else:
        node.kids.sort(key=lambda kid: kid.place if isinstance(kid, Node) else -1)
