"""Dates in full."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.vocabulary import Vocabulary
from everyway.findings import Finding

_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)[/–-](\d\d)(?!\d|-\d)")
_SHORT_YEAR = re.compile(r"(?<!\w)['’]\d\d(?!\w)")
_CENTURY = 2000
"""Of years in two figures."""


def short_dates(document: Document) -> Iterator[Finding]:
    """Dates in figures or with months and days cut short, with the date in full where it can be told."""
    for one in document.sentences:
        vocabulary = document.vocabulary(one)
        for written, full in _found(one.text, vocabulary):
            message = f"“{written}” is not a date in full, in {one.quoted}."
            yield Finding("ER033", message, one.sentence.source, f"Write “{full}”." if full else "")


def _found(text: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    months = tuple(dict.fromkeys(vocabulary.months.values()))
    for match in _FIGURES.finditer(text):
        year = int(match[4]) + (_CENTURY if len(match[4]) == 2 else 0)
        yield match[0], _full(int(match[1]), int(match[3]), year, months)
    for match in _ISO.finditer(text):
        yield match[0], _full(int(match[3]), int(match[2]), int(match[1]), months)
    for match in _SPAN.finditer(text):
        yield match[0], f"{match[1]} to {match[1][:2]}{match[2]}"
    for match in _SHORT_YEAR.finditer(text):
        yield match[0], ""
    if not vocabulary.months:
        return
    short = tuple(month for month, whole in vocabulary.months.items() if month != whole)
    for match in _cut(short, tuple(vocabulary.weekdays)).finditer(text):
        yield match[0], _in_full(match, vocabulary.months, vocabulary.weekdays)


def _full(day: int, month: int, year: int, months: tuple[str, ...]) -> str:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return ""
    return f"{day} {months[month - 1]} {year}" if months else ""


def _in_full(match: re.Match[str], months: Mapping[str, str], weekdays: Mapping[str, str]) -> str:
    whole = {**months, **weekdays}
    return re.sub(r"([A-Z][a-z]+)\.?", lambda each: whole.get(each[1], each[1]), match[0])


@cache
def _cut(months: tuple[str, ...], weekdays: tuple[str, ...]) -> re.Pattern[str]:
    """A month cut short beside a number, a weekday cut short beside a number or another weekday."""
    month, day = "|".join(months), "|".join(weekdays)
    return re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{month})\b\.?(?: \d{{4}})?|\b(?:{month})\b\.? \d{{1,4}}\b"
        rf"|\b(?:{day})\b\.? ?[–-] ?(?:{day})\b|\b(?:{day})\b\.?,? (?=\d)"
    )
