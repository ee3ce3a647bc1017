"""A text as it is written to tokens as it is said: each rule reads its part of the text, the rest are plain words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from everyway.speech.rules import RULES, rules_for
from everyway.speech.rules.characters import plain_characters
from everyway.speech.rules.joining import joined
from everyway.speech.rules.rule import Holds, Rule, Said, tokens
from everyway.speech.rules.tongue import Tongue
from everyway.speech.tokens import Token

__all__ = ["RULES", "applied", "spoken"]


def spoken(text: str, tongue: Tongue) -> tuple[Token, ...]:
    """What is said for a text. In English its words hold no digit and no sign but stops, commas and the like.

    In other languages, numbers that cannot be put into words are left to the voice of that language. No text fails;
    one that holds nothing to say gives no token.
    """
    text = plain_characters(text)
    return joined(text, _read(text, tongue).parts(), tongue)


def applied(text: str, tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """The name of each rule that a text needs with what it reads, in order: for findings and tests."""
    text = plain_characters(text)
    reading = _read(text, tongue)
    return tuple((reading.names[start], text[start:end]) for start, end, _ in reading.parts())


Part = tuple[int, int, tuple[Token, ...]]
"""Where a part of a text begins and ends, and what is said for it."""


@dataclass(slots=True)
class _Reading:
    """The parts of a text that rules have read so far; they never overlap."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    said: dict[int, tuple[Token, ...]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def conflict(self, start: int, end: int) -> int:
        """Where the first part ends that overlaps this stretch, or -1."""
        at = bisect_right(self.starts, start)
        if at and self.ends[at - 1] > start:
            return self.ends[at - 1]
        if at < len(self.starts) and self.starts[at] < end:
            return start + 1
        return -1

    def add(self, start: int, end: int, said: Said, name: str) -> None:
        at = bisect_right(self.starts, start)
        self.starts.insert(at, start)
        self.ends.insert(at, end)
        self.said[start] = tokens(said)
        self.names[start] = name

    def parts(self) -> Iterator[Part]:
        for start, end in zip(self.starts, self.ends, strict=True):
            yield start, end, self.said[start]


def _read(text: str, tongue: Tongue) -> _Reading:
    reading = _Reading()
    held = tuple(kind for kind in Holds if kind.value.search(text))
    for rule in rules_for(tongue, held):
        _apply(rule, text, tongue, reading)
    return reading


def _apply(rule: Rule, text: str, tongue: Tongue, reading: _Reading) -> None:
    at = 0
    while match := rule.pattern.search(text, at):
        start, end = match.span()
        if (free := reading.conflict(start, end)) >= 0:
            at = max(free, start + 1)
            continue
        said = rule.say(match, tongue) if end > start else None
        if said is not None:
            reading.add(start, end, said, rule.name)
        at = max(end, start + 1)
