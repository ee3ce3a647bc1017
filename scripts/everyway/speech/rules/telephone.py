"""Telephone numbers, figure by figure with a pause between groups, and the short ones that everybody knows."""

from __future__ import annotations

import re

from everyway.speech.rules.counted import COUNTED
from everyway.speech.rules.rule import Holds, Rule, Said, after, before
from everyway.speech.rules.tongue import Tongue
from everyway.speech.tokens import Digits, Pause, Token, Words

BETWEEN_GROUPS = 250
"""Milliseconds: long enough to write a group down."""

_GROUP = re.compile(r"\d+")
_CALLING = re.compile(
    r"(?:\b(?:call|calls|calling|called|ring|ringing|rang|dial|dialling|dialled|phone|phoning|phoned|telephone|text|"
    r"texting|via|NHS|use|using)(?: (?:on|the|or|either|free|NHS|to))*|"
    r"18001|phone:|call:|tel\.?:?|\b(?:1[01]\d|999|911|112) (?:or|and)) $",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r" (?:service|online|call|calls|calling|emergency|team|line|number|helpline|adviser)", re.IGNORECASE
)


def groups(figures: list[str]) -> tuple[Token, ...]:
    """Groups of figures with pauses between them."""
    said: list[Token] = []
    for group in figures:
        said += [Pause(BETWEEN_GROUPS), Digits(group)] if said else [Digits(group)]
    return tuple(said)


def _split(figures: str) -> list[str]:
    """The groups of a British number that is written without spaces."""
    if re.match(r"02\d", figures):
        return [figures[:3], figures[3:7], figures[7:]]
    if re.match(r"011\d|01\d1|0[389]\d\d", figures):
        return [figures[:4], figures[4:7], figures[7:]]
    return [figures[:5], figures[5:8], figures[8:]]


def _international(match: re.Match[str], tongue: Tongue) -> Said | None:
    written = match[0].replace("(0)", " ")
    figures = _GROUP.findall(written)
    if not 8 <= sum(map(len, figures)) <= 15:
        return None
    return [Words(tongue.signs.get("+", "plus")), *groups(figures)]


def _national(match: re.Match[str], tongue: Tongue) -> Said | None:
    figures = _GROUP.findall(match[0])
    total = sum(map(len, figures))
    if not (7 if len(figures[0]) >= 4 else 9) <= total <= 16:
        return None
    if len(figures) == 1:
        return groups(_split(figures[0]) if total > 8 else [figures[0][:4], figures[0][4:]]) if total != 9 else None
    return groups([part for each in figures for part in _group(each)])


def _group(figures: str) -> list[str]:
    return [figures[:3], figures[3:]] if len(figures) in (6, 7) else [figures]


def _short(match: re.Match[str], tongue: Tongue) -> Said | None:
    if _CALLING.search(before(match)) or _SERVICE.match(after(match)):
        return groups(match[0].split())
    emergency = re.search(r"(?<![\w£.,])999(?!\w|[.,]\d)", match.string) is not None
    return groups(match[0].split()) if emergency and not COUNTED.match(after(match)) else None


def _relay(match: re.Match[str], tongue: Tongue) -> Said:
    """What people who cannot hear or speak dial first."""
    return Digits(match[0])


def _message(match: re.Match[str], tongue: Tongue) -> Said | None:
    """The short number that messages are sent to: “Text HELP to 85258”."""
    return Digits(match[0]) if re.search(r"\b(?:text|texting|message|send)\b", before(match), re.IGNORECASE) else None


TELEPHONE = (
    Rule(
        "telephone",
        Holds.DIGIT,
        re.compile(
            r"(?<![\w+])(?:\+|00(?=[1-9]\d[ -]))\d{1,3}(?:[ -]?\(0\)[ -]?|[ -]?)(?:\d{1,6}[ -]?){1,4}\d{2,}(?![\w%])"
        ),
        _international,
    ),
    Rule(
        "telephone",
        Holds.DIGIT,
        re.compile(
            r"(?<![\w£€$.,/+-])(?:18001[ -]?)?(?:\(0\d{2,5}\)|0\d{1,5})(?:[ -]\d{2,7}){1,4}(?![\w%/]|[.,:]\d|[ -]\d)"
            r"|(?<![\w£€$.,/+-])(?:0\d{9,10}|0800\d{4})(?![\w%/]|[.,:]\d)"
        ),
        _national,
    ),
    Rule("short telephone number", Holds.DIGIT, re.compile(r"(?<![\w£€$.,/+-])1800[0-2](?!\w|[.,:]\d)"), _relay),
    Rule(
        "short telephone number",
        Holds.DIGIT,
        re.compile(r"(?:(?<= to )|(?<= on ))[6-8]\d{4}(?![\w%]|[.,]\d)"),
        _message,
    ),
    Rule(
        "short telephone number",
        Holds.DIGIT,
        re.compile(r"(?<![\w£€$.,/+-])(?:1[01]\d|999|911|112|116 1\d\d)(?![\w%/]|[.,:]\d|[ -]\d)"),
        _short,
    ),
)
