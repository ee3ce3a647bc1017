"""Phrases of a vocabulary, found in a row of words: longest first, one lookup a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with what to write instead; `longest` is the number of words of the longest that a word begins."""

    instead: Mapping[str, str] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)

    def find(self, keys: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Where each phrase begins and ends in the row (the end is exclusive), and what to write instead."""
        at = 0
        while at < len(keys):
            for size in range(min(self.longest.get(keys[at], 0), len(keys) - at), 0, -1):
                phrase = " ".join(keys[at : at + size])
                if phrase in self.instead:
                    yield at, at + size, self.instead[phrase]
                    at += size - 1
                    break
            at += 1


NONE = Phrases()


def phrases(table: Mapping[str, str]) -> Phrases:
    """Phrases from a table in which `a|b` stands for either word: "hit|hits the road" is two phrases."""
    instead = {
        " ".join(words): better
        for pattern, better in table.items()
        for words in product(*(word.split("|") for word in pattern.split()))
    }
    longest: dict[str, int] = {}
    for phrase in instead:
        first, size = phrase.split(" ", 1)[0], phrase.count(" ") + 1
        longest[first] = max(longest.get(first, 0), size)
    return Phrases(instead, longest)
