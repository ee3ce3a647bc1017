"""Portions as pages of so many lines: no heading last, no line of a paragraph alone, what belongs together together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from everyway.braille.lines import EMPTY, Line
from everyway.braille.phrases import Phrase
from everyway.braille.portions import Portion

ALONE = 2
"""Lines of a paragraph that stay together at the foot and at the head of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page without those of its number; what begins on it; the running head that holds at its head."""

    lines: tuple[Line, ...]
    begins: tuple[str, ...] = ()
    head: Phrase | None = None


@dataclass(slots=True)
class _Pages:
    """The pages that are done, and the one that has begun: its lines, and the blank lines wanted after the last."""

    room: int
    done: list[Page] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)
    page_head: Phrase | None = None
    head: Phrase | None = None
    after: int = 0

    def gap(self, portion: Portion) -> int:
        """The blank lines that stand before a portion if it comes next."""
        if self.lines:
            return max(self.after, portion.before)
        return portion.skip if portion.new_page else 0

    def left(self, portion: Portion) -> int:
        """The lines that a portion can have on this page."""
        return self.room - len(self.lines) - self.gap(portion)

    def turn(self) -> None:
        """End the page that has begun, if one has."""
        if self.lines:
            self.done.append(Page(tuple(self.lines), tuple(self.begins), self.page_head))
            self.lines, self.begins, self.after = [], [], 0

    def put(self, portion: Portion, lines: Sequence[Line]) -> None:
        """Some lines of a portion, which fit."""
        gap = self.gap(portion)
        if not self.lines:
            self.page_head = portion.head or self.head
        self.head = portion.head or self.head
        self.begins.extend(portion.begins)
        self.lines.extend([EMPTY] * gap)
        self.lines.extend(lines)
        self.after = portion.after


def paged(portions: Iterable[Portion], room: int) -> tuple[Page, ...]:
    """The pages of portions in order; `room` is how many lines each has for words."""
    every = [portion for portion in portions if portion.lines]
    pages = _Pages(room)
    for place, portion in enumerate(every):
        if portion.new_page or _needed(every, place, room) > pages.left(portion) or pages.left(portion) < 1:
            pages.turn()
        _place(pages, portion)
    pages.turn()
    return tuple(pages.done)


def _place(pages: _Pages, portion: Portion) -> None:
    """Put a portion on this page, and on as many more as it needs."""
    lines = portion.lines
    while len(lines) > (fit := pages.left(portion)):
        count = max(1, min(fit, len(lines) - ALONE))
        pages.put(portion, lines[:count])
        pages.turn()
        lines = lines[count:]
        portion = Portion(lines, after=portion.after)
    pages.put(portion, lines)


def _needed(every: Sequence[Portion], place: int, room: int) -> int:
    """The lines that have to stand on the same page from this portion on; 0 when no page could hold them."""
    needed = after = 0
    for number in range(place, len(every)):
        portion = every[number]
        if number > place:
            if portion.new_page:
                break
            needed += max(after, portion.before)
        after = portion.after
        count = len(portion.lines)
        together = portion.with_next or portion.whole or count <= ALONE + 1
        if together and not portion.with_next and needed + count > room:
            together = False
        needed += count if together else ALONE
        if not portion.with_next or needed > room:
            break
    return needed if needed <= room else 0
