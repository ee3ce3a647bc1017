"""How each kind of fact is written: a row of finders, each taking what it finds out of the text for those after it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import cache

from everyway.checking.in_step.facts import Fact, Finder, Kind, Words, digits_of

Found = Iterator[tuple[int, int, Fact | None]]

_PATTERNS = {
    "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "web": r"""
        (?:https?://|www\.)[^\s<>\0]+
        | (?<![\w@.-]) [a-z0-9-]+ (?:\.[a-z0-9-]+)* \. (?:uk|org|com|net|gov|wales|cymru|scot|eu|info|ie)
          (?:/[^\s<>\0]*)? (?!\w|@|\.\w)
    """,
    "phone": r"(?<![\w.,£$€/-]) (?:\+\d{1,3}[ -]?(?:\(0\))?[ -]?\d|\(?0\d) [\d() -]{6,16} \d (?![\w%])",
    "short phone": r"\b (?:CALL) (?:ing)? (?:\ NHS)? \  (?P<number>\d{3,6}) \b (?![.,]\d)",
    "day and month": r"\b (?P<day>\d{1,2}) (?:st|nd|rd|th)? (?:\ of)? \  (?P<month>MONTH) (?:,?\ (?P<year>YEAR))? \b",
    "month and day": r"\b (?P<month>MONTH) \  (?P<day>\d{1,2}) (?:st|nd|rd|th)? (?:,?\ (?P<year>YEAR))? \b (?!\ *%)",
    "ISO day": r"\b (?P<year>YEAR) - (?P<number>\d\d) - (?P<day>\d\d) \b",
    "day in figures": r"\b (?P<day>\d{1,2}) [/.] (?P<number>\d{1,2}) [/.] (?P<year>YEAR) \b",
    "month and year": r"\b (?P<month>MONTH) (?:\ of)? ,?\  (?P<year>YEAR) \b",
    "season": r"\b (?P<season>SEASON) (?:\ of)? \  (?P<year>YEAR) \b",
    "span of years": r"\b (?P<year>YEAR) [/–-] (?:\d\d|YEAR) \b",
    "year": r"(?<![£$€\d.,:]) \b (?P<year>YEAR) \b (?![.,]\d|\ ?%|\ (?:people|staff|jobs|beds|places|pounds)\b)",
    "time": r"""
        \b (?P<hour>\d{1,2}) (?:[.:](?P<minute>[0-5]\d))? [ ]? (?P<half>[ap]\.?m\b|o[’']clock)
        | \b (?P<h>[01]?\d|2[0-3]) : (?P<m>[0-5]\d) \b
    """,
    "weekday": r"\b (?P<weekday>WEEKDAY) s? \b",
    "money": r"(?P<sign>[£$€]) \ ? (?P<sum>FIGURE) (?:\ ?(?P<times>TIMES)\b)? | (?<![\d.]) \b (?P<pence>\d{1,2})p\b",
    "per cent": r"(?<![\d.,]) (?P<percent>FIGURE) \ ? (?:%|per\ ?cent\b)",
    "in": r"""
        \b (?P<part>\d{1,3}|one|NUMBER) \  (?:\w+\ )? (?:in|out\ of) (?:\ every)? \  (?P<whole>\d{1,3}|NUMBER) \b
        (?!,\d|\ ?%|\ (?:MONTH)\b|\.\d)
    """,
    "share": r"\b (?P<name>SHARE) \b (?=\ (?:of|the)\b)",
    "name": r"\b (?:NAMING) s? [ -] \d+ (?:\.\d+)* (?!,?\d)",
    "count": r"""
        (?: (?P<figure>(?<![\w.,/£$€-])(?:FIGURE)) | \b (?P<word>NUMBER) )
        (?: [ -] (?P<times>TIMES) \b)? [ -] (?P<of>[^\W\d_][^\W\d_’'-]+)
    """,
    "rounding": r"\b (ROUNDING) \  (?:the\ )? $",
}
"""Written as with re.VERBOSE; capitals stand for the words of the language, and for these."""

_FIXED = {
    "YEAR": r"(?:19|20)\d\d",
    "FIGURE": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",
}

_DATES = (
    "day and month", "month and day", "ISO day", "day in figures", "month and year", "season", "span of years", "year",
)  # fmt: skip


@cache
def _pattern(name: str, words: Words | None) -> re.Pattern[str]:
    lists: dict[str, Collection[str]] = {}
    if words:
        lists = {
            "CALL": words.call, "MONTH": words.months, "SEASON": words.seasons, "WEEKDAY": words.weekdays,
            "TIMES": words.multipliers, "NUMBER": words.numbers, "SHARE": words.shares, "NAMING": words.naming,
            "ROUNDING": words.rounding,
        }  # fmt: skip
    known = _FIXED | {key: _any(value) for key, value in lists.items()}
    if words:  # “they may” is no month
        known["MONTH"] = f"(?-i:{_any([month.capitalize() for month in words.months])})"
    written = re.sub(r"\b[A-Z]{4,}\b", lambda match: known.get(match[0], match[0]), _PATTERNS[name])
    return re.compile(written, re.VERBOSE | re.IGNORECASE)


def _any(words: Collection[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def emails(text: str, words: Words | None) -> Found:
    """Addresses; case makes no difference to them."""
    for match in _pattern("email", None).finditer(text):
        written = match[0].rstrip(".-")
        yield match.start(), match.start() + len(written), Fact(Kind.EMAIL, written.casefold(), written)


def web(text: str, words: Words | None) -> Found:
    """Addresses without what browsers do not need: https, www and the last slash."""
    for match in _pattern("web", None).finditer(text):
        written = match[0].rstrip(".,;:!?)’”'\"")
        host, slash, path = re.sub(r"^(?:https?://)?(?:www\.)?", "", written).rstrip("/").partition("/")
        fact = Fact(Kind.WEB, f"{host.casefold()}{slash}{path}", written)
        yield match.start(), match.start() + len(written), fact


def phones(text: str, words: Words | None) -> Found:
    """Numbers that begin with 0 or +, however their digits are set apart."""
    for match in _pattern("phone", None).finditer(text):
        if 9 <= len(digits_of(match[0])) <= 15:
            yield match.start(), match.end(), Fact(Kind.PHONE, digits_of(match[0]), match[0])


def short_phones(text: str, words: Words | None) -> Found:
    """“call 111”, of which the digits alone could be anything."""
    for match in _pattern("short phone", words).finditer(text):
        yield match.start("number"), match.end("number"), Fact(Kind.PHONE, match["number"], match["number"])


def dates(text: str, words: Words | None) -> Found:
    """A value is (year, part of it, day): part 1 to 12 is a month, 13 to 16 a season, 0 for what is not said."""
    assert words
    for name in _DATES:
        for match in _pattern(name, words).finditer(text):
            value = _date(match.groupdict(), words)
            if value is None:
                continue
            form = "span" if name == "span of years" else ""
            yield match.start(), match.end(), Fact(Kind.DATE, value, match[0], form=form)
            text = text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]


def _date(row: dict[str, str | None], words: Words) -> tuple[int, int, int] | None:
    year, day = int(row.get("year") or 0), int(row.get("day") or 0)
    part = int(row.get("number") or 0)
    if part > 12 or day > 31:
        return None
    if name := row.get("month"):
        part = words.months.index(name.casefold()) + 1
    if name := row.get("season"):
        part = 13 + words.seasons.index(name.casefold())
    return year, part, day


def times(text: str, words: Words | None) -> Found:
    """“9am”, “9.30 am” and “09:30”, as minutes of the day; “5 o’clock” as it stands."""
    for match in _pattern("time", words).finditer(text):
        hour, minute = int(match["hour"] or match["h"]), int(match["minute"] or match["m"] or 0)
        half = (match["half"] or "")[:1].casefold()
        if half in ("a", "p"):
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24:
            yield match.start(), match.end(), Fact(Kind.TIME, Fraction(hour * 60 + minute), match[0])


def weekdays(text: str, words: Words | None) -> Found:
    """“Monday”, and “Mondays” as the same."""
    for match in _pattern("weekday", words).finditer(text):
        yield match.start(), match.end(), Fact(Kind.WEEKDAY, match["weekday"].casefold(), match[0])


def money(text: str, words: Words | None) -> Found:
    """Sums as pence or cents; `of` is the currency."""
    assert words
    for match in _pattern("money", words).finditer(text):
        pence = Fraction(match["pence"]) if match["pence"] else _number(match["sum"], match["times"], words) * 100
        fact = Fact(Kind.MONEY, pence, match[0], of=match["sign"] or "£")
        yield match.start(), match.end(), _rounded(fact, text, match.start(), words)


def shares(text: str, words: Words | None) -> Found:
    """Parts of a whole: “25 %”, “1 in 4”, “a quarter”."""
    assert words
    for match in _pattern("per cent", words).finditer(text):
        fact = Fact(Kind.SHARE, _number(match["percent"], None, words) / 100, match[0], form="percent")
        yield match.start(), match.end(), _rounded(fact, text, match.start(), words)
    for match in _pattern("in", words).finditer(text):
        part, whole = _small(match["part"], words), _small(match["whole"], words)
        if 0 < part < whole:
            fact = Fact(Kind.SHARE, Fraction(part, whole), match[0], form="in")
            yield match.start(), match.end(), _rounded(fact, text, match.start(), words)
    for match in _pattern("share", words).finditer(text):
        fact = Fact(Kind.SHARE, words.shares[match["name"].casefold()], match[0], form="in")
        yield match.start(), match.end(), _rounded(fact, text, match.start(), words)


def names(text: str, words: Words | None) -> Found:
    """“Part 2”, which counts nothing."""
    for match in _pattern("name", words).finditer(text):
        yield match.start(), match.end(), None


def counts(text: str, words: Words | None) -> Found:
    """How many of what: the number, and the word after it in the singular."""
    assert words
    for match in _pattern("count", words).finditer(text):
        of = match["of"].casefold()
        if of not in words.uncounted and of not in words.multipliers:
            value = _number(match["figure"] or match["word"], match["times"], words)
            fact = Fact(Kind.COUNT, value, match[0], of=_one(of, words))
            yield match.start(), match.end(), _rounded(fact, text, match.start(), words)


def _rounded(fact: Fact, text: str, start: int, words: Words) -> Fact:
    """The fact with the bounds of a rounding word right before it."""
    match = _pattern("rounding", words).search(text[:start])
    if not match:
        return fact
    least, most = words.rounding[match[1].casefold()]
    return Fact(fact.kind, fact.value, f"{match[1]} {fact.words}", fact.of, least, most, fact.form)


def _number(written: str, times: str | None, words: Words) -> Fraction:
    small = words.numbers.get(written.casefold())
    value = Fraction(small) if small is not None else Fraction(written.replace(",", ""))
    return value * words.multipliers[times.casefold()] if times else value


def _small(written: str, words: Words) -> int:
    return int(written) if written.isdigit() else words.numbers.get(written.casefold(), 1)


def _one(of: str, words: Words) -> str:
    """The singular of what is counted, roughly: only good enough to find the same word again."""
    of = words.same.get(of, of)
    if of.endswith("ies"):
        return of[:-3] + "y"
    return of[:-1] if of.endswith("s") and not of.endswith("ss") else of


ANY_LANGUAGE: tuple[Finder, ...] = (emails, web, phones)

FINDERS: tuple[Finder, ...] = (
    *ANY_LANGUAGE, short_phones, dates, times, weekdays, money, shares, names, counts,
)  # fmt: skip
