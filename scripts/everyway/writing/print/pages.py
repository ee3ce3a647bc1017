"""What the laid-out pages show: words that run over the edge of the paper, where they would be cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

MARGIN = 8.0
"""CSS pixels that must stay free at the paper's edge: about 2 mm, which no printer reaches."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """A run of text that would be cut off; pages count from 1."""

    page: int
    text: str


def cut_off(pages: Iterable[Any]) -> Iterator[CutOff]:
    """The runs of text that reach into the outermost margin of their page, or beyond it."""
    for number, page in enumerate(pages, 1):
        for box in _texts(page._page_box):
            over_side = box.position_x < MARGIN or box.position_x + box.width > page.width - MARGIN
            over_end = box.position_y < MARGIN or box.position_y + box.height > page.height - MARGIN
            if box.text.strip() and (over_side or over_end):
                yield CutOff(number, box.text.strip())


def _texts(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure.boxes import TextBox  # type: ignore[import-untyped]

    from everyway.tagging.boxes import laid_out

    box = laid_out(box)
    if isinstance(box, TextBox):
        yield box
    for child in getattr(box, "children", ()):
        yield from _texts(child)
