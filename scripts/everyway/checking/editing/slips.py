"""The word that was meant, a slip of the finger away from the word that stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

_LETTERS = "etaoinsrhldcumfpgwybvkxjqzéèêëâàîïôöûüçŵŷ"
_VOWELS = "aeiouy"
_SHORT = 3
_LONG = 40
_ALIKE = 0.75
"""Of 1: how alike two words have to be for one to be meant by the other."""


def nearest(word: str, knows: Callable[[str], bool]) -> str:
    """A known word one slip away, the likeliest kind of slip first; empty when there is none.

    Of a very short word a letter too many or too few would leave hardly anything to know it by.
    """
    if len(word) > _LONG:
        return ""
    slips = (meant for meant in dict.fromkeys(_slips(word)) if len(word) > _SHORT or len(meant) == len(word))
    return next((meant for meant in slips if meant != word and knows(meant)), "")


def likeliest(word: str, suggested: tuple[str, ...]) -> str:
    """That of the suggested words which is most like the word, if it is like it at all; of two alike, the first."""
    rows = [(SequenceMatcher(None, word.casefold(), one.casefold()).ratio(), one) for one in suggested]
    alike, best = max(rows, key=lambda row: row[0], default=(0.0, ""))
    return best if alike >= _ALIKE else ""


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
