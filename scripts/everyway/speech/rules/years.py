"""Years, rows of years, financial years and decades."""

from __future__ import annotations

import re

from everyway.speech.in_words import cardinal, plural, year
from everyway.speech.rules.counted import COUNTED
from everyway.speech.rules.rule import Holds, Rule, Said, after, before
from everyway.speech.rules.tongue import Tongue

YEAR = r"(?:1[1-9]|20)\d\d"
_OLDEST = 1900
"""From here on four figures are a year unless something is counted; before, only where the words around say so."""

_ROW = rf"{YEAR}(?:/(?:{YEAR}|\d\d)| ?[-–—] ?(?:{YEAR}|\d\d))"
_JOINT = re.compile(r" ?[-–—/] ?")
_WHEN = re.compile(
    r"(?:\b(?:in|since|by|until|till|year|years|spring|summer|autumn|winter|early|late|mid|Act|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)|©)[ -]?$",
    re.IGNORECASE,
)
_PERHAPS_WHEN = re.compile(
    rf"(?:\b(?:of|from|before|after|during|to|and|or|circa|around|about)|\bc\.|\(|\b{YEAR} ?[-–,])[ -]?$", re.IGNORECASE
)


def _full(first: str, short: str) -> int:
    return int(short) if len(short) == 4 else int(first[:2] + short)


def _row(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“2020/21” and “1939–45”: the second year is said in full."""
    first, last = _JOINT.split(match[0])
    until = _full(first, last)
    if len(last) == 2 and int(last) == 0 and int(first) % 100 == 99:  # 1999/00
        until = int(first) + 1
    if until <= int(first):
        return None
    return f"{year(int(first))} to {year(until)}"


def _rows(match: re.Match[str], tongue: Tongue) -> Said | None:
    rows = re.findall(r"(\d{4})/(\d{4}|\d\d)", match[0])
    said = [f"{year(int(first))} to {year(_full(first, last))}" for first, last in rows]
    return " to ".join(said)


def _decade(match: re.Match[str], tongue: Tongue) -> Said | None:
    number = int(match[1])
    if number % 10:
        return None
    if number % 100:
        return f"{cardinal(number // 100)} {plural(cardinal(number % 100))}"
    return plural(year(number))


def _short_decade(match: re.Match[str], tongue: Tongue) -> Said:
    """“the 60s”, “over-65s”, “under 5s”."""
    return plural(cardinal(int(match[1])))


def _year(match: re.Match[str], tongue: Tongue) -> Said | None:
    number = int(match[0])
    if _WHEN.search(before(match)):
        return year(number)
    counted = COUNTED.match(after(match)) is not None
    return year(number) if not counted and (number >= _OLDEST or _PERHAPS_WHEN.search(before(match))) else None


YEARS = (
    Rule("financial years", Holds.DIGIT, re.compile(rf"(?<![\w/.,£-]){YEAR}/\d\d ?[-–—] ?{YEAR}/\d\d(?![\w/])"), _rows),
    Rule("financial year", Holds.DIGIT, re.compile(rf"(?<![\w/.,£€$]){_ROW}(?![\w/%]|[.,:-]\d)"), _row),
    Rule("decade", Holds.DIGIT, re.compile(rf"(?<![\w/.,£€$])({YEAR})['’]?s(?!\w)"), _decade),
    Rule("decade", Holds.DIGIT, re.compile(r"(?<![\w/.,£€$])'?(\d\d?)s(?!\w)"), _short_decade),
)

SINGLE_YEARS = (Rule("year", Holds.DIGIT, re.compile(rf"(?<![\w/.,£€$+#]){YEAR}(?!\w|[.,:/]\d|-\d| ?%)"), _year),)
