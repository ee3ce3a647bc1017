"""The contents: each heading with the number of its braille page, led to by guide dots."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from everyway.braille.cells import BLANK, number
from everyway.braille.lines import Line, centred, wrapped
from everyway.braille.phrases import Phrase
from everyway.braille.portions import Portion
from everyway.braille.styles import Style

DEEPEST = 3
"""Headings below this level are not listed."""

KEPT = 6
"""Cells at the end of each line that are kept for the number."""

LED = 5
"""From so many blank cells on, guide dots lead to the number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading: its words, its level, and the id of what begins there."""

    phrase: Phrase
    level: int
    begins: str


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one volume; `title` is empty where they stand alone."""

    title: Phrase
    entries: tuple[Entry, ...]


def contents(
    groups: Iterable[Group], page_of: Callable[[str], int], style: Style, width: int, title: Phrase, column: Phrase
) -> list[Portion]:
    """The contents as portions; `column` stands above the numbers where the style wants it."""
    head = list(centred(title, width))
    if style.contents_column:
        for line in wrapped(column, width):
            head.append(Line(BLANK * (width - len(line.cells)) + line.cells, line.words))
    portions = [Portion(tuple(head), after=0 if style.contents_column else 1, with_next=True, new_page=True,
                        skip=style.headings[0].skip)]  # fmt: skip
    for group in groups:
        if group.title.cells:
            portions.append(Portion(centred(group.title, width), before=1, with_next=True))
        deepest = max((entry.level for entry in group.entries), default=1)
        for entry in group.entries:
            lines = wrapped(entry.phrase, width - KEPT, 2 * entry.level - 1, 2 * deepest + 1)
            portions.append(Portion((*lines[:-1], _led(lines[-1], page_of(entry.begins), style, width)), whole=True))
    return portions


def _led(line: Line, page: int, style: Style, width: int) -> Line:
    """The last line of an entry with its number at the right."""
    told = number(page)
    gap = width - len(line.cells) - len(told)
    led = BLANK + style.contents_guide * (gap - 2) + BLANK if gap >= LED else BLANK * gap
    return Line(line.cells + led + told, f"{line.words} {page}")
