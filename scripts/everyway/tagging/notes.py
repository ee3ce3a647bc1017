"""Footnotes (`float: footnote`): a Reference where the note is called, the Note right after the block that calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from everyway.tagging import roles
from everyway.tagging.nodes import Node

if TYPE_CHECKING:
    from everyway.tagging.planting import Plan


def call(plan: Plan, element: Element) -> Node:
    """Give the Reference of a note that is called, and move the note itself after the block with the call.

    The note keeps its place in the HTML: it lies after the block's place and before the next block's.
    """
    known = plan.marks.get((element, "footnote-call"))
    if known is not None:
        return known
    note = plan.homes[element]
    assert note.parent is not None
    reference = Node("Reference", None, note.parent, note.place, note.parent.language)
    plan.marks[element, "footnote-call"] = reference
    label = Node("Lbl", None, note, note.place, note.language)
    plan.marks[element, "footnote-marker"] = label
    note.role = "Note"
    note.identifier = f"note-{len([key for key in plan.marks if key[1] == 'footnote-call'])}"
    note.set("Layout", Placement="/Block")
    note.parent = _holder(note.parent)
    return reference


def _holder(node: Node) -> Node:
    """Give the node that holds the note: the block with the call, or its parent if the block may hold no note."""
    while node.role in roles.INLINE and node.parent is not None and not _is_block_code(node):
        node = node.parent
    if node.role in roles.NOTE_FOLLOWS and node.parent is not None:
        return node.parent
    return node


def _is_block_code(node: Node) -> bool:
    return node.role == "Code" and "Layout" in node.attributes
