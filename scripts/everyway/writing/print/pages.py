"""What the laid-out pages show: words that do not fit in the width of their page, or run off the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

SLACK = 2.0
"""CSS pixels by which a line may pass the edge of its column: what rounding takes."""

EDGE = 8.0
"""CSS pixels at the paper's edge that must stay free: about 2 mm, which no printer reaches."""


@dataclass(frozen=True, slots=True)
class TooWide:
    """A run of text that reaches out of its page; pages count from 1."""

    page: int
    text: str


def too_wide(pages: Iterable[Any]) -> Iterator[TooWide]:
    """The runs of text that reach out of the column that their page gives them, or off the paper."""
    from weasyprint.formatting_structure.boxes import MarginBox  # type: ignore[import-untyped]

    for number, page in enumerate(pages, 1):
        paper = page._page_box
        left = max(paper.content_box_x() - SLACK, EDGE)
        right = min(paper.content_box_x() + paper.width + SLACK, page.width - EDGE)
        for child in paper.children:
            if not isinstance(child, MarginBox):
                for box in _texts(child):
                    fits_across = left <= box.position_x and box.position_x + box.width <= right
                    fits_down = box.position_y >= EDGE and box.position_y + box.height <= page.height - EDGE
                    if box.text.strip() and not (fits_across and fits_down):
                        yield TooWide(number, box.text.strip())


def _texts(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure.boxes import TextBox

    from everyway.tagging.boxes import laid_out

    box = laid_out(box)
    if isinstance(box, TextBox):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child)
