"""The tree as text that a person can read, for golden tests and for `everyway` reports.

Document
  H1 "Looking after our people"
  P lang=cy "Bore da"
  P
    "Read the "
    Link → #plan "whole plan"
"""

from __future__ import annotations

from collections.abc import Iterator

from everyway.tagging.tree import Element

SHOWN = {"ListNumbering": "", "Scope": "", "ColSpan": "columns=", "RowSpan": "rows="}
"""Attributes that stand behind the role: their own word, or named."""


def tree_as_text(element: Element) -> str:
    """Give a tree as indented lines, one element a line; text stands in quotation marks, with spaces made single."""
    return "\n".join(_lines(element, "")) + "\n"


def _lines(element: Element, indent: str) -> Iterator[str]:
    head = indent + _head(element)
    kids = element.kids
    if all(isinstance(kid, str) for kid in kids):
        text = "".join(kid for kid in kids if isinstance(kid, str))
        yield f"{head} {_quoted(text)}" if text else head
        return
    yield head
    for kid in kids:
        if isinstance(kid, str):
            if kid.strip():
                yield f"{indent}  {_quoted(kid)}"
        else:
            yield from _lines(kid, indent + "  ")


def _head(element: Element) -> str:
    parts = [element.role]
    words = [f"{name}{_plain(element.attributes[key])}" for key, name in SHOWN.items() if key in element.attributes]
    if words:
        parts.append(f"[{' '.join(words)}]")
    if element.title is not None:
        parts.append(f"title={element.title}")
    if element.language is not None:
        parts.append(f"lang={element.language}")
    if element.expansion is not None:
        parts.append(f"expansion={_quoted(element.expansion)}")
    if element.alt is not None:
        parts.append(f"alt={_quoted(element.alt)}")
    if element.actual_text is not None:
        parts.append(f"actual={_quoted(element.actual_text)}")
    headers = element.attributes.get("Headers")
    if isinstance(headers, tuple):
        parts.append(f"headers={','.join(str(header) for header in headers)}")
    if element.identifier is not None and (element.role != "TH"):
        parts.append(f"id={element.identifier}")
    for target in dict.fromkeys(area.target for area in element.annotations):
        parts.append(f"→ {target}")
    if len(element.annotations) > 1:
        parts.append(f"({len(element.annotations)} areas)")
    return " ".join(parts)


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _quoted(text: str) -> str:
    single = "".join(" " if letter.isspace() else letter for letter in text)
    while "  " in single:
        single = single.replace("  ", " ")
    return f'"{single}"'
