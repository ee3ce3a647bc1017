"""What the laid-out pages show: on which page each marked sentence begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

MARK = "data-sentence"


def pages_of_sentences(pages: Iterable[Any]) -> dict[str, int]:
    """The page, from 1, on which the first word (or picture) of each sentence stands, by the sentence's id.

    Words that are set again, such as the head of a table on its next page, count where they stand first.
    """
    from weasyprint.formatting_structure.boxes import MarginBox  # type: ignore[import-untyped]

    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for child in page._page_box.children:
            if not isinstance(child, MarginBox):
                for sentence in _sentences(child, ""):
                    found.setdefault(sentence, number)
    return found


def _sentences(box: Any, around: str) -> Iterator[str]:
    """The sentence of every word and picture in a box; an empty piece of a sentence at a line's end is none of it."""
    from weasyprint.formatting_structure.boxes import ReplacedBox, TextBox

    from everyway.tagging.boxes import laid_out

    box = laid_out(box)
    sentence = box.element.get(MARK, around) if box.element is not None else around
    shown = isinstance(box, ReplacedBox) or (isinstance(box, TextBox) and box.text.strip())
    if sentence and shown:
        yield sentence
    for child in getattr(box, "children", ()):
        yield from _sentences(child, sentence)
