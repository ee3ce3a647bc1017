"""Links: one clickable area a line, all under one Link, each with the link's text (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from everyway.tagging.nodes import Area, Node
from everyway.tagging.objects import Array, Dictionary, PdfText

if TYPE_CHECKING:
    from everyway.tagging.planting import Plan

PRINT = 4
"""The flag of an annotation that is printed (ISO 32000-1, 12.5.3); PDF/A asks for it."""

Rectangle = tuple[float, float, float, float]


def attach(plan: Plan, node: Node, area: Area) -> bool:
    """Add a clickable area to the link a node belongs to. False: there is none, or the area lies in one it has."""
    link = _link(node)
    if link is None or link.element is None:
        return False
    for other in link.kids:
        if isinstance(other, Area) and other.page == area.page:
            ours, its = _rectangle(other.annotation), _rectangle(area.annotation)
            if other.line == area.line:
                other.annotation["Rect"] = Array(_around(ours, its))
                return False
            if _around(ours, its) == ours:
                return False
    area.annotation["Rect"] = Array(_rectangle(area.annotation))
    area.annotation["F"] = PRINT
    area.annotation["Contents"] = PdfText(words(plan, link.element))
    link.reach()
    link.kids.append(area)
    return True


def words(plan: Plan, element: Element) -> str:
    """Give what a link says: its label, or its text and the alternatives of its pictures, or where it leads."""
    said = element.get("aria-label") or " ".join("".join(_said(plan, element)).split())
    return said or element.get("href", "")


def _said(plan: Plan, element: Element) -> list[str]:
    if element in plan.hidden:
        return []
    home = plan.homes.get(element)
    said = [home.alt or "" if home is not None else "", element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            said += _said(plan, child)
        said.append(child.tail or "")
    return said


def _link(node: Node) -> Node | None:
    found: Node | None = node
    while found is not None and found.role != "Link":
        found = found.parent
    return found


def _rectangle(annotation: Dictionary) -> Rectangle:
    corners = annotation["Rect"]
    assert isinstance(corners, list)
    left, one, right, other = corners  # WeasyPrint gives the upper edge first
    return left, min(one, other), right, max(one, other)


def _around(one: Rectangle, two: Rectangle) -> Rectangle:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])
