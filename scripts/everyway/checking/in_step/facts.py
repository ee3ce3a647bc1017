"""Facts in a text: ways to reach somebody, dates, times, money, shares and counts, each with its value and words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files

Value = tuple[int | str, ...] | Fraction | str


class Kind(StrEnum):
    """What a fact is, in words for an editor."""

    EMAIL = "e-mail address"
    PHONE = "phone number"
    WEB = "web address"
    DATE = "date"
    TIME = "time of day"
    WEEKDAY = "day of the week"
    MONEY = "sum of money"
    SHARE = "share"
    COUNT = "number"


CONTACTS = frozenset({Kind.EMAIL, Kind.PHONE, Kind.WEB})


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact.

    `value` is comparable within its kind: letters of an address, digits of a phone number, (year, season or month,
    day) with 0 for what is not said, pence, a part of 1, a number. `of` is what is counted, in the singular. `least`
    and `most` are what the true value may be, as parts of a rounded one ("about", "more than"). `form` tells
    "25 %" from "1 in 4".
    """

    kind: Kind
    value: Value
    words: str
    of: str = ""
    least: float = 1.0
    most: float = 1.0
    form: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a language by which facts are found; `rounding` gives the bounds, `shares` parts of 1."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: dict[str, int]
    multipliers: dict[str, int]
    rounding: dict[str, tuple[float, float]]
    shares: dict[str, Fraction]
    naming: frozenset[str]
    uncounted: frozenset[str]
    same: dict[str, str]
    call: frozenset[str]


@cache
def words_of(language: str) -> Words | None:
    """The words of a language, from `facts_<language>.toml`; None when nobody has written them down yet."""
    file = files("everyway") / "checking" / "in_step" / f"facts_{language.split('-')[0].casefold()}.toml"
    if not file.is_file():
        return None
    row = tomllib.loads(file.read_text("utf-8"))
    words = row["words"]
    return Words(
        tuple(row["months"]),
        tuple(row["seasons"]),
        tuple(row["weekdays"]),
        row["numbers"],
        row["multipliers"],
        {word: (float(least), float(most)) for word, (least, most) in row["rounding"].items()},
        {word: Fraction(part, whole) for word, (part, whole) in row["shares"].items()},
        frozenset(words["naming"]),
        frozenset(words["uncounted"]),
        words["same"],
        frozenset(words["call"]),
    )


@lru_cache(maxsize=4096)
def facts_in(text: str, language: str) -> tuple[Fact, ...]:
    """The facts of a line of text, in order of kind; each stretch of it is one fact at most.

    Of a language whose words nobody has written down, only addresses and phone numbers are found.
    """
    from everyway.checking.in_step import fact_patterns as patterns

    left = text
    found: list[Fact] = []
    words = words_of(language)
    for finder in patterns.FINDERS:
        if words is None and finder not in patterns.ANY_LANGUAGE:
            continue
        left, facts = _taken(finder, left, words)
        found.extend(facts)
    return tuple(found)


Finder = Callable[[str, "Words | None"], Iterator[tuple[int, int, Fact | None]]]
"""Finds facts in a text with where they begin and end; None is no fact, and must not be read as one by others."""


def _taken(finder: Finder, text: str, words: Words | None) -> tuple[str, list[Fact]]:
    """What is left of the text, with spaces for what was found, so that all places stay as they are."""
    found: list[Fact] = []
    left = text
    for start, end, fact in finder(text, words):
        left = left[:start] + "\0" * (end - start) + left[end:]
        if fact:
            found.append(fact)
    return left, found


def digits_of(written: str) -> str:
    """The digits of a phone number as it is called at home: “+44 (0)20” and “020” are the same."""
    digits = re.sub(r"^\+44(\s*\(0\))?|^0044", "0", written.strip())
    return re.sub(r"\D", "", digits)
