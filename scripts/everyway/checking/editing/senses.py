"""Directions that only eyes can follow: by colour, place or shape (WCAG 2.2, 1.3.3 and 1.4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from everyway.checking.editing.copy import Copy, Kind, around
from everyway.checking.editing.vocabulary import either, rows, words
from everyway.findings import Finding

_GROUPS = ("colours", "parts", "controls", "shapes", "look", "shown", "places")
_BY_COLOUR, _BY_PLACE = "SNS001", "SNS002"


def senses(copy: Copy) -> Iterator[Finding]:
    """Words that point by colour, by place or by shape, in every edition."""
    for line in copy.lines:
        if line.tongue != "en" or line.kind in (Kind.PICTURE, Kind.TERM) or not _maybe().search(line.prose):
            continue
        for by, pattern in _patterns():
            if match := pattern.search(line.prose):
                message = f"“{around(line.prose, *match.span())}” can be found only by its {by}."
                yield Finding(_BY_COLOUR if by == "colour" else _BY_PLACE, message, line.source)
                break


@cache
def _maybe() -> re.Pattern[str]:
    """Any word by which something could be pointed at: most lines have none."""
    telling = [*words("senses", "colours"), *words("senses", "shapes"), *words("senses", "places")]
    return re.compile(rf"\b(?:{either([*telling, 'top', 'bottom', 'centre'])})\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """By what it points (colour, place, shape), and the words that do so."""
    groups = {name: f"(?:{either(words('senses', name))})" for name in _GROUPS}
    found = []
    for row in rows("senses", "pattern"):
        pattern = row["words"]
        for name, group in groups.items():
            pattern = pattern.replace(f"<{name}>", group)
        found.append((row["by"], re.compile(pattern, re.IGNORECASE | re.VERBOSE)))
    return tuple(found)
