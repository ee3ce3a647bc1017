"""What a rule of speech is: a pattern of what is written, and how a person says what it matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from everyway.speech.rules.tongue import Tongue
from everyway.speech.tokens import Token, Words

RAISED_OR_PARTS = r"\u00b2\u00b3\u00bc-\u00be\u2150-\u215f\u2189"
"""Squares, cubes and vulgar fractions, inside a set of characters: re takes them for letters."""

LETTER = rf"[^\W\d_{RAISED_OR_PARTS}]"
"""A letter of any script."""


class Holds(Enum):
    """What a text must hold before a rule looks at it: most sentences hold none of it, and are read in one glance."""

    DIGIT = re.compile(r"[0-9]")
    CAPITALS = re.compile(r"[A-Za-z][A-Z&.*+]|\b[A-Z]\b")
    SIGN = re.compile(r"[^\w\s.,;:?!'-]")
    ANYTHING = re.compile(r"")


Said = str | Token | Sequence[str | Token]
"""What a rule says: words, a token, or several of both."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`say` gives what is said for a match of `pattern`, or None when the rule does not hold there after all.

    The pattern sees the whole text on both sides. No rule reads what an earlier one has read.
    """

    name: str
    holds: Holds
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str], Tongue], Said | None]


def tokens(said: Said) -> tuple[Token, ...]:
    """What a rule says, as tokens."""
    if isinstance(said, str):
        return (Words(said),) if said else ()
    if isinstance(said, Sequence):
        return tuple(token for part in said for token in tokens(part))
    return (said,)


def before(match: re.Match[str], most: int = 40) -> str:
    """What stands in front of a match, so many characters of it at most."""
    return match.string[max(0, match.start() - most) : match.start()]


def after(match: re.Match[str], most: int = 40) -> str:
    """What stands behind a match, so many characters of it at most."""
    return match.string[match.end() : match.end() + most]
