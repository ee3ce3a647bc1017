"""Lists: L, LI, Lbl and LBody, with the kind of numbering (ISO 32000-1, 14.8.4.3.3); in the contents TOC and TOCI."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from everyway.tagging import roles
from everyway.tagging.nodes import Node

if TYPE_CHECKING:
    from everyway.tagging.planting import Plan, Setting

UNPLACED = -1
"""The place of a body of several descriptions, until the first of them is planted: it comes after the terms."""


def a_list(plan: Plan, element: Element, parent: Node, setting: Setting) -> Node:
    """A bulleted or numbered list."""
    if setting.contents:
        return plan.node("TOC", element, parent, setting.language)
    node = plan.node("L", element, parent, setting.language)
    node.set("List", ListNumbering="/None")  # until its first marker is drawn: see `numbered`
    return node


def item(plan: Plan, element: Element, parent: Node, setting: Setting) -> Node:
    """An item: its marker in Lbl, the rest in LBody."""
    if setting.contents:
        node = plan.node("TOCI", element, parent, setting.language)
        plan.marks[element, "marker"] = plan.node("Lbl", None, node, setting.language)
        return node
    node = plan.node("LI", element, parent, setting.language)
    plan.marks[element, "marker"] = plan.node("Lbl", None, node, setting.language)
    return plan.node("LBody", None, node, setting.language)


def numbered(label: Node, style: object) -> None:
    """Note how a list is numbered, from the CSS list-style-type of an item whose marker is drawn."""
    item_node = label.parent
    holder = item_node.parent if item_node else None
    if holder is not None and holder.role == "L" and isinstance(style, str):
        holder.set("List", ListNumbering=f"/{roles.NUMBERING.get(style, 'None')}")


def definitions(plan: Plan, element: Element, parent: Node, setting: Setting) -> Node:
    """A list of terms: each group of dt and dd is one LI, the terms its Lbl, the descriptions its LBody."""
    node = plan.node("L", element, parent, setting.language)
    node.set("List", ListNumbering="/None")
    group: list[Element] = []
    for part in _parts(element):
        if part.tag == "dt" and any(before.tag == "dd" for before in group):
            _group(plan, group, node, setting)
            group = []
        group.append(part)
    if group:
        _group(plan, group, node, setting)
    return node


def _parts(element: Element) -> list[Element]:
    """The dt and dd of a dl; they may stand in div elements."""
    parts: list[Element] = []
    for child in element:
        if child.tag == "div":
            parts += _parts(child)
        elif child.tag in ("dt", "dd"):
            parts.append(child)
    return parts


def _group(plan: Plan, group: list[Element], parent: Node, setting: Setting) -> None:
    """Plan the LI of one group; `term` and `description` find their places in `plan.marks`."""
    node = plan.node("LI", None, parent, setting.language)
    descriptions = [part for part in group if part.tag == "dd"]
    for part in group:
        if part.tag == "dt":
            plan.marks[part, "holder"] = node
    if len(descriptions) == 1:
        plan.marks[descriptions[0], "holder"] = node
    elif descriptions:
        body = Node("LBody", None, node, UNPLACED, setting.language)
        for part in descriptions:
            plan.marks[part, "holder"] = body


def term(plan: Plan, element: Element, parent: Node, setting: Setting) -> Node:
    """A term: the Lbl of its group."""
    return plan.node("Lbl", element, plan.marks.get((element, "holder"), parent), setting.language)


def description(plan: Plan, element: Element, parent: Node, setting: Setting) -> Node:
    """A description: the LBody of its group, or a division of it where there are several."""
    holder = plan.marks.get((element, "holder"), parent)
    if holder.place == UNPLACED:
        plan.count += 1
        holder.place = plan.count
    return plan.node("Div" if holder.role == "LBody" else "LBody", element, holder, setting.language)
