"""The word that was meant, a slip of the finger away from the word that stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

_LETTERS = "etaoinsrhldcumfpgwybvkxjqzéèêëâàîïôöûüçŵŷ"
_VOWELS = "aeiouy"


def nearest(word: str, knows: Callable[[str], bool]) -> str:
    """A known word one slip away, the likeliest kind of slip first; empty when there is none."""
    return next((meant for meant in dict.fromkeys(_slips(word)) if meant != word and knows(meant)), "")


def likeliest(word: str, suggested: tuple[str, ...]) -> str:
    """That of the suggested words which is most like the word; of two alike, the first."""
    whole = [one for one in suggested if " " not in one] or list(suggested)
    return max(whole, key=lambda one: SequenceMatcher(None, word.casefold(), one.casefold()).ratio(), default="")


def _slips(word: str) -> Iterator[str]:
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (
        start[:-1] + end[0] + start[-1] + end[1:] for start, end in cuts if start and end and start[-1] != end[0]
    )
    yield from (start + start[-1] + end for start, end in cuts if start)
    yield from (start + end[1:] for start, end in cuts if start and end and start[-1] == end[0])
    yield from (start + vowel + end[1:] for start, end in cuts if end and end[0] in _VOWELS for vowel in _VOWELS)
    yield from (start + end[1:] for start, end in cuts if end)
    yield from (start + letter + end for start, end in cuts for letter in _LETTERS)
    yield from (start + letter + end[1:] for start, end in cuts if end for letter in _LETTERS)
    yield from (f"{start}-{end}" for start, end in cuts if len(start) > 1 and len(end) > 1)
