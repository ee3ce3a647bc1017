"""Postcodes, registered numbers and other rows of figures and letters that are no quantity."""

from __future__ import annotations

import re

from everyway.speech.in_words import LONGEST, cardinal
from everyway.speech.rules.rule import LETTER, Holds, Rule, Said, before
from everyway.speech.rules.telephone import BETWEEN_GROUPS, groups
from everyway.speech.rules.tongue import Tongue, table
from everyway.speech.tokens import Digits, Letters, Pause, Token, Words

_RUN = re.compile(rf"[A-Z]+(?![a-z])|[A-Z]?(?:(?![A-Z]){LETTER})+|[A-Z]|\d+")
_KINDS = (
    r"charity|company|registration|registered|reference|account|case|NHS|serial|order|policy|VAT|membership|customer|"
    r"patient|meeting|access|invoice|licence|insurance|roll|contract|application|planning"
)
_ANNOUNCING = re.compile(
    rf"\b(?:(?:{_KINDS}) (?:numbers?|no\.?|nos\.?|ID|code|ref(?:erence)?\.?)|(?:registered )?charity|PIN|"
    r"passcode|password|UPRN|UKPRN|ISBN|ISSN|reference|ref\.?)"
    r"(?: in (?:England(?: and Wales)?|Scotland|Wales|Northern Ireland))?(?: is| numbers?| no\.?)?(?::| #)? ?$",
    re.IGNORECASE,
)
_SAID_AS_WORDS = table("capitals")["words"]
_LONGEST_QUANTITY = 6
_LONGEST_NAME = 2
"""“M25” is said with a number, “A303” figure by figure."""


def _postcode(match: re.Match[str], tongue: Tongue) -> Said:
    return [Letters(match[1]), Pause(BETWEEN_GROUPS), Letters(match[2])]


def _registered(match: re.Match[str], tongue: Tongue) -> Said | None:
    """Figures behind a word that announces them; in threes when they are written in one row."""
    if not _ANNOUNCING.search(before(match, 60)):
        return None
    letters = [Letters(match[1])] if match[1] else []
    return [*letters, *groups(_in_threes(match[2]))]


def _in_threes(written: str) -> list[str]:
    figures = re.findall(r"\d+", written)
    if len(figures) > 1 or len(figures[0]) < 6:
        return figures
    row = figures[0]
    first = len(row) % 3
    if first == 1:
        return [row[:2], row[2:4], *(row[at : at + 3] for at in range(4, len(row), 3))]
    return [part for part in (row[:first], *(row[at : at + 3] for at in range(first, len(row), 3))) if part]


def _with_spaces(match: re.Match[str], tongue: Tongue) -> Said:
    """“1 350 000”."""
    return cardinal(int(match[0].replace(" ", "")))


def _long(match: re.Match[str], tongue: Tongue) -> Said | None:
    figures = match[0]
    if len(figures) > _LONGEST_QUANTITY or (figures[0] == "0" and len(figures) > 1):
        return groups(_in_threes(figures)) if len(figures) <= 3 * LONGEST else Digits(figures)
    return None


def mixed(written: str, tongue: Tongue) -> tuple[Token, ...]:
    """Letters and figures in one word: "M25", "COVID19", "5G"."""
    said: list[Token] = []
    written, *behind = written.split(".")
    for run in _RUN.findall(written):
        if run.isdecimal():
            words = cardinal(int(run)) if len(run) <= _LONGEST_NAME and (run[0] != "0" or len(run) == 1) else ""
            said.append(Words(words) if words else Digits(run))
        elif run in _SAID_AS_WORDS:
            said.append(Words(_SAID_AS_WORDS[run]))
        elif run.isascii() and (run.isupper() or len(run) == 1):
            said.append(Letters(run.upper()))
        else:
            said.append(Words(run))
    said += (Words(f"point {' '.join(cardinal(int(figure)) for figure in part)}") for part in behind)
    return tuple(said)


def _mixed(match: re.Match[str], tongue: Tongue) -> Said | None:
    return mixed(match[0], tongue)


def _sort_code(match: re.Match[str], tongue: Tongue) -> Said | None:
    if not re.search(r"sort code:? (?:is )?$", before(match), re.IGNORECASE):
        return None
    return groups(match[0].split("-"))


CODES = (
    Rule(
        "postcode",
        Holds.DIGIT,
        re.compile(r"(?<![\w-])([A-Z]{1,2}\d[A-Z\d]?) ?(\d[ABD-HJLNP-UW-Z]{2})(?![\w-])"),
        _postcode,
    ),
    Rule("sort code", Holds.DIGIT, re.compile(r"(?<![\w-])\d\d-\d\d-\d\d(?![\w-])"), _sort_code),
    Rule(
        "registered number",
        Holds.DIGIT,
        re.compile(r"(?<![\w.,-])((?:[A-Z]{1,3})?)[ ]?(\d{4,}+(?![ -]\d)|\d+(?:[ -]\d+)++)(?![\w%]|[.,]\d|/\d)"),
        _registered,
    ),
)

LONG_NUMBERS = (
    Rule(
        "thousands with spaces",
        Holds.DIGIT,
        re.compile(r"(?<![\w.,-])(?<!\d )[1-9]\d{0,2}(?: \d{3}){2,4}(?!\w|[ -]\d|[.,]\d)"),
        _with_spaces,
    ),
    Rule("long number", Holds.DIGIT, re.compile(r"(?<![\w.,])\d++(?![\w]|[.,]\d)"), _long),
)

MIXED = (
    Rule(
        "letters and figures",
        Holds.DIGIT,
        re.compile(r"(?<![\w])(?=[^\W_]*\d)(?=\d*[^\W\d_²³])[^\W_²³]++(?:(?<=\d)(?:\.\d++)++)?+(?![^\W²³])"),
        _mixed,
    ),
)
