"""Room after what belongs together: a list, a callout, a table. Styles cannot see what follows them."""

from __future__ import annotations

from lxml.etree import _Element as Element

from everyway.writing.word.names import every, make, parent, properties, put, value, w

_AFTER_CALLOUT, _AFTER_LIST, _AFTER_TABLE = 0.9, 0.7, 0.8
"""Ems."""


def space_out(root: Element, em: float) -> None:
    """Give the last paragraph of each list and callout, and the first after each table, its room; `em` in twips."""
    for paragraph in every(root, "p"):
        if parent(paragraph).tag == w("tc"):
            continue
        after, before = _beside(paragraph, 1), _beside(paragraph, -1)
        style = value(paragraph, "pPr/pStyle")
        room = make("spacing")
        if style.startswith("Callout") and (after is None or not _goes_on(after)):
            room.set(w("after"), str(round(_AFTER_CALLOUT * em)))
        elif (
            value(paragraph, "pPr/numPr/numId") and after is not None and after.find(f"{w('pPr')}/{w('numPr')}") is None
        ):
            room.set(w("after"), str(round(_AFTER_LIST * em)))
        if before is not None and before.tag == w("tbl") and not style.startswith("Heading"):
            room.set(w("before"), str(round(_AFTER_TABLE * em)))
        if room.attrib:
            put(properties(paragraph), room)


def _goes_on(after: Element) -> bool:
    style = value(after, "pPr/pStyle")
    return style.startswith("Callout") and style != "CalloutLabel"


def _beside(paragraph: Element, way: int) -> Element | None:
    """The paragraph or table next to one, in front of it (-1) or after it (1)."""
    found = paragraph.getnext() if way > 0 else paragraph.getprevious()
    while found is not None and found.tag not in (w("p"), w("tbl")):
        found = found.getnext() if way > 0 else found.getprevious()
    return found
