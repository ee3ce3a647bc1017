"""The lines of the sources round a finding, with the one that is meant marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everyway.model import Source
from everyway.reporting.visible import visible

AROUND = 1
"""Lines shown before and after the one that is meant."""

LONGEST = 480
"""Characters shown of a line: enough for any sentence that could be good."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an excerpt: its number, its words, and whether it is the one that is meant."""

    number: int
    words: str
    marked: bool


def excerpt(lines: Sequence[str], where: Source) -> tuple[Line, ...]:
    """The line of a place and those beside it that say something; nothing when the file has no such line."""
    if not 1 <= where.line <= len(lines):
        return ()
    first, last = max(1, where.line - AROUND), min(len(lines), where.line + AROUND)
    shown = (
        Line(number, _cut(lines[number - 1], where.column if number == where.line else 1), number == where.line)
        for number in range(first, last + 1)
    )
    return tuple(line for line in shown if line.marked or line.words.strip())


def _cut(line: str, column: int) -> str:
    """A line, or of one that is very long the piece that holds the column."""
    words = visible(line.rstrip())
    if len(words) <= LONGEST:
        return words
    start = max(0, min(column - 1 - LONGEST // 3, len(words) - LONGEST))
    end = start + LONGEST
    return f"{'…' if start else ''}{words[start:end]}{'…' if end < len(words) else ''}"
