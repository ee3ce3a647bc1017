"""Dates, times and numbers that can be read in two ways, or are read aloud badly. Easy Read has rules of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from everyway.checking.editing.copy import Copy, Kind, Line, around
from everyway.checking.editing.vocabulary import either, words
from everyway.findings import Finding

_FIGURES = re.compile(
    r"(?<![\w/.-])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\w/-])|(?<![\w/.-])(\d{1,2})([.-])(\d{1,2})\5(\d{4})(?![\w.-]*\d)"
)
_BIG = re.compile(r"(?<![\w.,:/#+£$€-])[1-9]\d{4,}(?![\w/-]|[.,:]\d)")
_MONEY = re.compile(r"[£€$][1-9]\d{3,}(?![\w/]|,\d)")
_PHONE = re.compile(r"(?<![\w+.,/-])0\d{9,10}(?![\w-])")
_MAYBE = re.compile(r"\d|\w\s?[-–]\s?[A-Z]")
"""A digit, or a dash that may stand for “to”."""

_DASH = re.compile(r"\s?[-–]\s?")
_HOUR = r"(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?"
_TWELVE = re.compile(rf"(?<![\w.:]){_HOUR}\s?[ap]\.?m\b\.?", re.IGNORECASE)
_TWENTY_FOUR = re.compile(r"(?<![\w.:£$€/])(?:1[3-9]|2[0-3]|0\d):[0-5]\d(?![\w:]|\s?[ap]\.?m)", re.IGNORECASE)
_HOURS = re.compile(
    r"(?<![\w.,])(?:[01]\d|2[0-3])[:.]?[0-5]\d\s?(?:hrs|hours)\b(?!\s+(?:of|a|per|each)\b)", re.IGNORECASE
)


def numbers(copy: Copy) -> Iterator[Finding]:
    """What is wrong with dates, times and numbers in the English text of the editions in full words."""
    lines = [
        line for line in copy.lines if line.tongue == "en" and not line.easy_read and line.kind is not Kind.PICTURE
    ]
    for line in lines:
        for rule, message, fix in _in(line) if _MAYBE.search(line.prose) else ():
            yield Finding(rule, message, line.source, fix)
    yield from _clocks(lines)


def _in(line: Line) -> Iterator[tuple[str, str, str]]:
    text = line.prose
    for match in _FIGURES.finditer(text):
        yield from _date(match)
    for rule, pattern, why in _dates():
        for match in pattern.finditer(text):
            yield rule, f"“{match[0]}” {why}.", _plain_date(match) if rule == "NUM002" else ""
    for match in (*_BIG.finditer(text), *_MONEY.finditer(text)):
        if not _is_name(text[: match.start()]):
            digits = match[0].lstrip("£€$")
            sign = match[0][: len(match[0]) - len(digits)]
            yield (
                "NUM003",
                f"“{match[0]}” has no commas, in “{around(text, *match.span())}”.",
                f"Write “{sign}{int(digits):,}”.",
            )
    for match in _PHONE.finditer(text):
        yield "NUM006", f"The telephone number “{match[0]}” stands in one piece.", ""
    for match in _HOURS.finditer(text):
        yield "NUM005", f"“{match[0]}” tells the time as few people say it.", "Write it as in “5:30pm”."
    for match in _ranges().finditer(text):
        fix = f"Write “{_DASH.sub(' to ', match[0])}”."
        yield "NUM007", f"“{match[0]}” has a dash for “to”.", fix


def _date(match: re.Match[str]) -> Iterator[tuple[str, str, str]]:
    first, second = int(match[1] or match[4]), int(match[2] or match[6])
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return
    month = words("numbers", "months")
    year = match[3] or match[7]
    full = year if len(year) == 4 else f"20{year}"
    if first <= 12 and second <= 12 and first != second:
        both = f"{first} {month[second - 1]} or {second} {month[first - 1]}"
        yield "NUM001", f"“{match[0]}” can be {both}.", f"Write “{first} {month[second - 1]} {full}”, if that is meant."
    else:
        day, number = (second, first) if second > 12 else (first, second)
        yield "NUM001", f"“{match[0]}” has a number for the month.", f"Write “{day} {month[number - 1]} {full}”."


@cache
def _dates() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    month = either(words("numbers", "months"))
    plain = either(name for name in words("numbers", "months") if name not in ("March", "May"))
    day = r"(?P<day>\d{1,2})"
    rows = (
        ("NUM002", rf"\b(?:the )?{day}(?:st|nd|rd|th)? of (?P<month>{month})\b", "has “of” in it"),
        ("NUM002", rf"\b{day}(?:st|nd|rd|th) (?P<month>{month})\b", "has letters after the day"),
        ("NUM002", rf"\b{day} (?-i:(?P<month>{plain.lower()}))\b", "has a small letter where the month begins"),
        ("NUM004", rf"\b(?:{month}) \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b", "has the month before the day"),
        ("NUM004", rf"\b(?:{month}) (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b", "has the month before the day"),
    )
    return tuple((rule, re.compile(pattern, re.IGNORECASE), why) for rule, pattern, why in rows)


def _plain_date(match: re.Match[str]) -> str:
    return f"Write “{int(match['day'])} {match['month'].capitalize()}”."


@cache
def _ranges() -> re.Pattern[str]:
    time = rf"{_HOUR}\s?[ap]\.?m\.?"
    days, months = (either(words("numbers", name)) for name in ("days", "months"))
    pairs = ((rf"{_HOUR}(?:\s?[ap]\.?m\.?)?", time), (days, days), (months, months))
    rows = "|".join(rf"(?:{start})\s?[-–]\s?(?:{end})" for start, end in pairs)
    return re.compile(rf"(?<![\w.:-])(?:{rows})(?![\w-])", re.IGNORECASE)


def _is_name(before: str) -> bool:
    """Whether what stands before a number makes it the name of something, such as a reference or a charity."""
    near = re.findall(r"[\w’']+", before[-80:])[-4:]
    return any(word.casefold() in words("numbers", "before_names") for word in near) or before.rstrip().endswith(
        "\u2116"
    )


def _clocks(lines: Sequence[Line]) -> Iterator[Finding]:
    """Two ways to tell the time in one edition: the places of the rarer one, the first of them named."""
    for edition in dict.fromkeys(line.edition for line in lines):
        own = [line for line in lines if line.edition == edition]
        twelve, twenty_four = ([(line, match[0]) for line in own for match in pattern.finditer(line.prose)]
                               for pattern in (_TWELVE, _TWENTY_FOUR))  # fmt: skip
        if twelve and twenty_four:
            rarer, other = sorted((twelve, twenty_four), key=len)
            line, time = rarer[0]
            yield Finding("NUM005", f"“{time}” is told another way than “{other[0][1]}” is.", line.source)
        points = [
            (line, time)
            for line, time in twelve
            if "." in time.rstrip(".").lower().replace("a.m", "").replace("p.m", "")
        ]
        colons = [(line, time) for line, time in twelve if ":" in time]
        if points and colons:
            rarer, other = sorted((points, colons), key=len)
            line, time = rarer[0]
            yield Finding("NUM005", f"“{time}” is told another way than “{other[0][1]}” is.", line.source)
