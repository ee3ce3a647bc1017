"""The id that stands nearest to an element: by it a finding is told in the artifact, and carried back to the text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_ID = re.compile(r"""\sid=["']([^"']+)["']""")


INSIDE = 2
"""So many lines after the one where an element begins may belong to it."""


def nearest_ids(tree: Element) -> dict[Element, str]:
    """For every element its own id, or that of the nearest element around it, or else of the last one before it."""
    found: dict[Element, str] = {}
    last = [""]
    _collect(tree, "", found, last)
    return found


def _collect(element: Element, around: str, found: dict[Element, str], last: list[str]) -> None:
    own = element.get("id") or ""
    last[0] = own or last[0]
    found[element] = own or around or last[0]
    for child in element:
        _collect(child, own or around, found, last)


def place_of(file: str, identifier: str) -> str:
    """How a place in a file is told: "plan/people.html#listening"."""
    return f"{file}#{identifier}" if identifier else file


def id_at_line(text: str, line: int) -> str:
    """The id by which a line of HTML or XML is found, from 1: one that stands on it, just after it, or before it."""
    lines = text.split("\n")
    inside = _ID.findall("\n".join(lines[line - 1 : line + INSIDE]))
    return next(iter(inside or reversed(_ID.findall("\n".join(lines[: line - 1])))), "")
