"""What the laid-out pages show: on which page each marked sentence begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

MARK = "data-sentence"


def pages_of_sentences(pages: Iterable[Any]) -> dict[str, int]:
    """The page, from 1, on which the first word of each sentence stands, by the sentence's id.

    Words that are set again, such as the head of a table on its next page, count where they stand first.
    """
    from weasyprint.formatting_structure.boxes import MarginBox  # type: ignore[import-untyped]

    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for child in page._page_box.children:
            if not isinstance(child, MarginBox):
                for mark in _marks(child):
                    found.setdefault(mark, number)
    return found


def _marks(box: Any) -> Iterator[str]:
    """The sentences whose marks are in a box, in order."""
    from everyway.tagging.boxes import laid_out

    box = laid_out(box)
    mark = box.element.get(MARK) if box.element is not None else None
    if mark:
        yield mark
    for child in getattr(box, "children", ()):
        yield from _marks(child)
