"""Numbers in words. Figures go in as they are written ("1,350,000", "3.50"), words come out without a comma."""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 15
"""Figures in the longest number that is said as one; beyond, nobody can follow."""

NUMBER = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})++(?!\d)|\d++)(?:\.\d++)?"
"""A number with thousands and decimals, for use inside patterns; figures are never given back."""

ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_NOT_A_FIGURE = re.compile(r"\D")

FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@lru_cache(maxsize=4096)
def cardinal(number: int, language: str = "en") -> str:
    """A whole number in words; empty when it is too long, or the language has no words for it here."""
    if len(str(abs(number))) > LONGEST:
        return ""
    return _words(number, "cardinal", language)


@lru_cache(maxsize=1024)
def ordinal(number: int) -> str:
    """A number in a row: "twenty-second"."""
    return _words(number, "ordinal", "en")


@lru_cache(maxsize=1024)
def year(number: int) -> str:
    """A year from 1100 to 2099: "twenty twenty-one", "nineteen oh five", "two thousand and five"."""
    if number % 1000 < 10 or number % 100 == 0:
        return cardinal(number) if number % 1000 < 10 else f"{cardinal(number // 100)} hundred"
    rest = number % 100
    return f"{cardinal(number // 100)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def in_words(written: str, language: str = "en", point: str = "point") -> str:
    """A number as it is written, in words; behind the point figure by figure. Empty when nobody could say it."""
    whole, _, part = written.partition(".")
    figures = _NOT_A_FIGURE.sub("", whole)
    said = cardinal(int(figures), language) if figures and len(figures) <= LONGEST else ""
    if not said or not part:
        return said
    behind = [cardinal(int(figure), language) for figure in part]
    return " ".join([said, point, *behind]) if all(behind) else ""


def one(written: str) -> bool:
    """Whether a number as it is written is exactly one."""
    return written == "1"


def plural(word: str) -> str:
    """Several of a number: "sixties", "fives", "twos", "hundreds"."""
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith("x") else f"{word}s"


def roman(numeral: str) -> int:
    """The value of a Roman numeral up to 39, which `ROMAN` matches."""
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _words(number: int, form: str, language: str) -> str:
    from num2words import num2words  # type: ignore[import-untyped]

    try:
        said = str(num2words(number, lang=language, to=form))
    except Exception:  # each language of it fails in a way of its own; a number without words is left to the voice
        return ""
    said = said.replace(",", "")
    return "" if any(character.isdigit() for character in said) else said
