"""The HTML's own text, as one string: where each drawn run of text stands in it.

A line is drawn without the space it was broken at, and a space between two inline elements is not drawn at all. What
stands between two runs in the source tells whether a space belongs there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from everyway.tagging.roles import SVG

SPACES = re.compile(r"[ \t\n\r\f]+")
BLANK = " \t\n\r\f"
SOFT_HYPHEN = "\u00ad"


@dataclass(slots=True)
class _Own:
    """The stretches of the text that are one element's own, and how far they have been drawn."""

    stretches: list[tuple[int, int]] = field(default_factory=list)
    number: int = 0
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Where a run stands: from `start` to `end`. `hyphen`: the run ends in a hyphen that is not in the source."""

    start: int
    end: int
    hyphen: bool = False


class Source:
    """The text of a document. Runs must be asked for in the order in which each element's text is drawn."""

    def __init__(self, html: Element) -> None:
        self._own: dict[Element, _Own] = {}
        self._spans: dict[Element, Found] = {}
        self._pieces: list[str] = []
        self._length = 0
        self._gather(html)
        self.text = "".join(self._pieces)

    def find(self, element: Element, run: str) -> Found | None:
        """Give the place of the next run of an element's own text; None where it cannot be told."""
        own = self._own.get(element)
        if own is None:
            return None
        run = run.strip(BLANK)
        for number in range(own.number, len(own.stretches)):
            start, end = own.stretches[number]
            start = max(start, own.cursor)
            while start < end and self.text[start] == " ":
                start += 1
            found = self._match(run, start, end)
            if found is not None:
                own.number, own.cursor = number, found.end
                return found
        return None

    def place(self, element: Element, pseudo: str) -> Found | None:
        """Give the place of what a style sheet puts before, after or in the stead of an element's text."""
        span = self._spans.get(element)
        if span is None or pseudo == "footnote-call":
            return span
        return Found(span.start, span.start) if pseudo == "before" else Found(span.end, span.end)

    def space_between(self, end: int, start: int) -> bool:
        """Whether a space stands anywhere from the end of one run to the start of the next."""
        return self.text.find(" ", end, start) >= 0

    def _gather(self, element: Element) -> None:
        start = self._length
        own = self._own[element] = _Own()
        if element.tag == "br":
            self._add(" ", None)
        if element.tag != SVG:  # what a drawing says is no text of the line it stands in
            self._add(element.text, own)
            for child in element:
                if isinstance(child.tag, str):
                    self._gather(child)
                self._add(child.tail, own)
        self._spans[element] = Found(start, self._length)

    def _add(self, piece: str | None, own: _Own | None) -> None:
        if not piece:
            return
        piece = SPACES.sub(" ", piece)
        if own is not None:
            own.stretches.append((self._length, self._length + len(piece)))
        self._pieces.append(piece)
        self._length += len(piece)

    def _match(self, run: str, start: int, end: int) -> Found | None:
        if self.text.startswith(run, start, end):
            return Found(start, start + len(run))
        return self._match_loosely(run, start, end)

    def _match_loosely(self, run: str, start: int, end: int) -> Found | None:
        """Match in any case (text-transform), with any spaces (pre) and soft hyphens; a last hyphen may be new."""
        place, matched = start, 0
        letters = "".join(letter for letter in run if letter not in BLANK and letter != SOFT_HYPHEN).casefold()
        while matched < len(letters):
            while place < end and self.text[place] in (" ", SOFT_HYPHEN):
                place += 1
            letter = self.text[place].casefold() if place < end else ""
            if not letter or not letters.startswith(letter, matched):
                new = matched == len(letters) - 1 and matched > 0 and letters[-1] in "-\u2010"
                return Found(start, place, hyphen=True) if new else None
            matched += len(letter)
            place += 1
        return Found(start, place) if letters else None
