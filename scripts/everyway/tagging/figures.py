"""Pictures: what they say, and where they stand on the page (ISO 32000-1, 14.9.3 and 14.8.5.4.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from everyway.tagging import roles
from everyway.tagging.nodes import Node
from everyway.tagging.objects import Array

if TYPE_CHECKING:
    from everyway.tagging.boxes import Box

POINTS_A_PIXEL = 0.75


def alternative(element: Element) -> str | None:
    """Give the alternative text of an img or svg; None where it has none."""
    if element.tag == roles.SVG:
        title = element.find(roles.SVG.replace("svg}svg", "svg}title"))
        return (title.text if title is not None else None) or element.get("aria-label")
    return element.get("alt")


def place(node: Node, box: Box, page_height: float) -> None:
    """Note a picture's bounding box, in points from the lower left corner of the page."""
    left, top = box.content_box_x(), page_height - box.content_box_y()
    corners = (left, top - box.height, left + box.width, top)
    node.set("Layout", BBox=Array(round(corner * POINTS_A_PIXEL, 3) for corner in corners))
