"""Dates, however they are written, as "the thirtieth of July twenty twenty"; days of the week that are cut short."""

from __future__ import annotations

import re

from everyway.speech.in_words import ordinal, year
from everyway.speech.rules.rule import Holds, Rule, Said, after, before
from everyway.speech.rules.tongue import Tongue
from everyway.speech.rules.years import YEAR

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = r"(?:" + "|".join(MONTHS) + r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])\.?"
_CUT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])"
_WEEKDAY = r"(?:" + "|".join(WEEKDAYS) + r"|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)(?![a-z])"
_CUT_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)(?![a-z])\.?"
_BESIDE = r"(?:, | to | and | or | & |/)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_JOINT = r" ?[-–—] ?"


def month(written: str) -> str:
    """The full name of a month."""
    return next(name for name in MONTHS if name.startswith(written[:3]))


def weekday(written: str) -> str:
    """The full name of a day of the week."""
    return next(name for name in WEEKDAYS if name.startswith(written[:3]))


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _the(match: re.Match[str]) -> str:
    return "" if re.search(r"\bthe $", before(match), re.IGNORECASE) else "the "


def _said_day(day: str) -> str:
    return ordinal(_number(day))


def _date(match: re.Match[str], tongue: Tongue) -> Said:
    when = f" {year(int(match[3]))}" if match[3] else ""
    return f"{_the(match)}{_said_day(match[1])} of {month(match[2])}{when}"


def _days(match: re.Match[str], tongue: Tongue) -> Said:
    """“3–5 May”, “3 to 5 May” and “1 and 2 May”."""
    joint = match[2].strip()
    word = joint if joint in ("and", "or", "to") else "to"
    when = f" {year(int(match[5]))}" if match[5] else ""
    return f"{_the(match)}{_said_day(match[1])} {word} the {_said_day(match[3])} of {month(match[4])}{when}"


def _american(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“July 30, 2020”, and “July 30” where nothing follows that could be counted."""
    if not match[3] and match[2].isdigit() and re.match(r" ?\w|[-–/:.,%]\d", after(match)):
        return None
    when = f" {year(int(match[3]))}" if match[3] else ""
    return f"{month(match[1])} the {_said_day(match[2])}{when}"


def _figures(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“30/07/2020” and “30.7.20”: the day comes first."""
    day, number, last = int(match[1]), int(match[3]), match[4]
    if not (1 <= day <= 31 and 1 <= number <= 12):
        return None
    full = int(last) if len(last) == 4 else (1900 if int(last) > 50 else 2000) + int(last)
    return f"{_the(match)}{ordinal(day)} of {MONTHS[number - 1]} {year(full)}"


def _iso(match: re.Match[str], tongue: Tongue) -> Said | None:
    day, number = int(match[3]), int(match[2])
    if not (1 <= day <= 31 and 1 <= number <= 12):
        return None
    return f"{_the(match)}{ordinal(day)} of {MONTHS[number - 1]} {year(int(match[1]))}"


def _iso_month(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“2020-07”, unless it is a row of years such as “2010-12”."""
    number = int(match[2])
    if not 1 <= number <= 12 or number > int(match[1]) % 100:
        return None
    return f"{MONTHS[number - 1]} {year(int(match[1]))}"


def _month_and_year(match: re.Match[str], tongue: Tongue) -> Said:
    """“12/2020”."""
    return f"{MONTHS[int(match[1]) - 1]} {year(int(match[2]))}"


def _day_and_month(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“30/07” behind a word that asks for a day."""
    if not re.search(r"\b(?:on|by|from|until|till|before|after|since|w/c) $", before(match), re.IGNORECASE):
        return None
    return f"{_the(match)}{ordinal(int(match[1]))} of {MONTHS[int(match[2]) - 1]}"


def _month_of_year(match: re.Match[str], tongue: Tongue) -> Said:
    """A month that is cut short, before a figure or another month."""
    return month(match[0])


def _months(match: re.Match[str], tongue: Tongue) -> Said:
    return f"{month(match[1])} to {month(match[2])}"


def _weekday(match: re.Match[str], tongue: Tongue) -> Said:
    return weekday(match[0])


def _later_weekday(match: re.Match[str], tongue: Tongue) -> Said | None:
    """The last of several days: “Sat and Sun”."""
    if not re.search(rf"{_WEEKDAY}$", before(match)):
        return None
    words = match[0].replace("&", "and").strip(" ,/").split()
    return [*([","] if match[0][0] in ",/" else []), *words[:-1], weekday(words[-1])]


def _weekdays(match: re.Match[str], tongue: Tongue) -> Said:
    return f"{weekday(match[1])} to {weekday(match[2])}"


_END = r"(?![\w/]|[.,:]\d|-\d)"

DATES = (
    Rule("date in figures", Holds.DIGIT, re.compile(rf"(?<![\w/.,-])({YEAR})-(\d\d)-(\d\d)(?!\w|-\d)"), _iso),
    Rule(
        "date in figures",
        Holds.DIGIT,
        re.compile(rf"(?<![\w/.,-])(\d?\d)([/.-])(\d?\d)\2({YEAR}|\d\d){_END}"),
        _figures,
    ),
    Rule(
        "date in figures",
        Holds.DIGIT,
        re.compile(r"(?<![\w/.,-])([0-2]?\d|3[01])/(0\d|1[0-2])(?![\w/]|[.,]\d)"),
        _day_and_month,
    ),
    Rule(
        "date in figures",
        Holds.DIGIT,
        re.compile(rf"(?<![\w/.,£-])(0?[1-9]|1[0-2])/({YEAR})(?![\w/]|[.,-]\d)"),
        _month_and_year,
    ),
    Rule("date in figures", Holds.DIGIT, re.compile(rf"(?<![\w/.,£-])({YEAR})-(\d\d)(?!\w|[-.,/]\d)"), _iso_month),
    Rule(
        "days of a month",
        Holds.DIGIT,
        re.compile(
            rf"(?<![\w/.,£-])({_DAY})({_JOINT}| to | and | or )({_DAY}) (?:of )?({_MONTH})"
            rf"(?:,? ({YEAR})(?![/\d]|[-–]\d))?(?!\w)"
        ),
        _days,
    ),
    Rule(
        "date",
        Holds.DIGIT,
        re.compile(rf"(?<![\w/.,£-])({_DAY}) (?:of )?({_MONTH})(?:,? ({YEAR})(?![/\d]|[-–]\d))?(?!\w)"),
        _date,
    ),
    Rule("date", Holds.DIGIT, re.compile(rf"(?<!\w)({_MONTH}) ({_DAY})(?:,? ({YEAR}))?(?![\w/]|[-–]\d)"), _american),
    Rule("months", Holds.ANYTHING, re.compile(rf"(?<!\w)({_MONTH}) ?[-–—] ?({_MONTH})(?!\w)"), _months),
    Rule("month", Holds.DIGIT, re.compile(rf"(?<!\w){_CUT_MONTH}\.?(?= '?\d)"), _month_of_year),
    Rule("weekdays", Holds.ANYTHING, re.compile(rf"(?<!\w)({_WEEKDAY}) ?[-–—] ?({_WEEKDAY})(?!\w)"), _weekdays),
    Rule("weekday", Holds.ANYTHING, re.compile(r"(?<!\w)(?:Tues?|Weds|Thurs?|Thu|Fri)(?![a-z'])\.?"), _weekday),
    Rule("weekday", Holds.ANYTHING, re.compile(rf"(?<!\w){_CUT_WEEKDAY}(?=,? \d|{_BESIDE}{_WEEKDAY})"), _weekday),
    Rule("weekday", Holds.ANYTHING, re.compile(rf"(?<=[a-z]){_BESIDE}{_CUT_WEEKDAY}(?!\w)"), _later_weekday),
)
