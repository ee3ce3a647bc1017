"""Times of day: "half past" is left to people; what is written as 9.30am is said "nine thirty A M"."""

from __future__ import annotations

import re

from everyway.speech.in_words import cardinal
from everyway.speech.rules.rule import Holds, Rule, Said, after, tokens
from everyway.speech.rules.tongue import Tongue
from everyway.speech.tokens import Letters, Token, Words

_HALF = r"(?:[aApP]\.[mM]\.|[ap]m(?!\w)|[AP]M(?!\w))"
_CLOCK = r"(?:1\d|2[0-3]|0?\d)(?:[.:][0-5]\d)?(?!\d)"
_JOINT = r" ?[-–—] ?| to | and | until | till "


def _hour_and_minutes(written: str) -> tuple[int, int]:
    hour, _, minutes = written.replace(".", ":").partition(":")
    return int(hour), int(minutes or 0)


def _clock(hour: int, minutes: int) -> str:
    """The hour as it is given and the minutes; an hour alone is just its number."""
    if not minutes:
        return cardinal(hour)
    return f"{cardinal(hour)} {'oh ' if minutes < 10 else ''}{cardinal(minutes)}"


def _half(written: str) -> Token:
    return Letters("AM" if written.lstrip()[0] in "aA" else "PM")


def _time(match: re.Match[str], tongue: Tongue) -> Said | None:
    hour, minutes = _hour_and_minutes(match[1])
    if hour > 12:
        return _of_24_hours(hour, minutes)
    return [Words(_clock(hour, minutes)), _half(match[2])]


def _span(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“9am–5pm”, “9.30 to 11am”."""
    joint = match[3].strip(" -–—") or "to"
    first = Words(_clock(*_hour_and_minutes(match[1])))
    last = Words(_clock(*_hour_and_minutes(match[4])))
    return [first, *([_half(match[2])] if match[2] else []), Words(joint), last, _half(match[5])]


def _of_24_hours(hour: int, minutes: int) -> Said:
    """“17:00” and “08:15” tell which half of the day is meant, and so does what is said."""
    if (hour, minutes) == (0, 0):
        return "midnight"
    half = Letters("AM" if hour < 12 else "PM")
    return [Words(_clock(hour % 12 or 12, minutes)), half]


def _with_colon(match: re.Match[str], tongue: Tongue) -> Said:
    hour, minutes = int(match[1]), int(match[2])
    if hour > 12 or match[1].startswith("0"):
        return _of_24_hours(hour, minutes)
    return _clock(hour, minutes) if minutes else f"{cardinal(hour)} o'clock"


def _with_stop(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“at 10.15”, where nothing is measured."""
    if re.match(r" ?(?:%|per |p|million|billion|points?|times|[x×°k]|m)", after(match)):
        return None
    hour, minutes = int(match[1]), int(match[2])
    return _of_24_hours(hour, minutes) if hour > 12 else _clock(hour, minutes)


def _with_colons(match: re.Match[str], tongue: Tongue) -> Said:
    first, last = _with_colon(match, tongue), re.fullmatch(r"(\d+):(\d\d)", match[3])
    return (*tokens(first), Words("to"), *tokens(_with_colon(last, tongue))) if last else first


_END = r"(?![\w%]|[.:]\d)"

TIMES = (
    Rule(
        "times",
        Holds.DIGIT,
        re.compile(rf"(?<![\w£€$.,:/-])({_CLOCK})(?: ?({_HALF}))?({_JOINT})({_CLOCK}) ?({_HALF})(?!\w)"),
        _span,
    ),
    Rule("time", Holds.DIGIT, re.compile(rf"(?<![\w£€$.,:/-])({_CLOCK}) ?({_HALF})(?!\w)"), _time),
    Rule(
        "times",
        Holds.DIGIT,
        re.compile(rf"(?<![\w£€$.,:/-])([01]?\d|2[0-3]):([0-5]\d) ?[-–—] ?((?:[01]?\d|2[0-3]):[0-5]\d){_END}"),
        _with_colons,
    ),
    Rule("time", Holds.DIGIT, re.compile(rf"(?<![\w£€$.,:/-])([01]?\d|2[0-3]):([0-5]\d){_END}"), _with_colon),
    Rule("time", Holds.DIGIT, re.compile(rf"(?<=\b[aA]t )(1?\d|2[0-3])\.([0-5]\d){_END}"), _with_stop),
    Rule(
        "always open", Holds.DIGIT, re.compile(r"(?<![\w/.])24/7(?![\w/])"), lambda match, tongue: "twenty-four seven"
    ),
)
