"""What must not be split over two lines: a number with its unit, a date, a telephone number, a word with a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from everyway.wording import words_for

_NUMBER = r"\d(?:[\d.,]*\d)?"
_YEAR = r"(?:19|20)\d\d"

_SINGLE_ITEMS = (
    r"\S+://\S+|www\.\S+|\S+@\S+",  # an address
    r"\+?\(?\d[\d()]*(?:[ \u00a0-][\d()]{2,})+",  # a telephone number: 0303 123 9999
    rf"{_NUMBER} (?:in|of|out of|to|or|and|x|×|[-–]) {_NUMBER}",  # 1 in 10
    rf"[£$€] ?{_NUMBER}(?: ?(?:million|billion|thousand|[mk]|bn)\b)?",
    r"\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|noon|midnight)\b",
    rf"(?<![\d.,])(?!{_YEAR}\b){_NUMBER} ?(?:%|°C?|[^\W\d_]+)",  # 18 point, 3 %, 20 people; a year stands alone
    r"\b(?:pages?|parts?|chapters?|sections?|figures?|tables?|notes?|steps?|volumes?|numbers?|lines?) \d+",
    r"[^\W_]+(?:[-\u2010\u2011/–][^\W_]+)+",  # well-being, 2019/20
)


def pieces(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it must stay on one line; together they are the text."""
    done = 0
    for start, end in _runs(text, language):
        if start > done:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False


def is_address(text: str) -> bool:
    """Whether it is an address of the web or of e-mail, which may be parted at its own signs."""
    return "@" in text or "://" in text or text.startswith("www.")


def parts_of_address(address: str) -> list[str]:
    """An address in the parts between which a line may end: before @ and the dots, after slashes."""
    return [part for part in re.split(r"(?<=[/?&=])(?![/?&=])|(?=[@.#])", address) if part]


def _runs(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where single items begin and end, with what touches them (brackets, full stops); they do not overlap."""
    waiting: tuple[int, int] | None = None
    for match in _pattern(language).finditer(text):
        start, end = match.span()
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if waiting and start < waiting[1]:
            waiting = (waiting[0], max(end, waiting[1]))
            continue
        if waiting:
            yield waiting
        waiting = (start, end)
    if waiting:
        yield waiting


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = words_for(language)
    names = {words(f"month-{number}") for number in range(1, 13)}
    month = "|".join(sorted(map(re.escape, names | {words_for("en")(f"month-{number}") for number in range(1, 13)})))
    dates = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:{month})(?: {_YEAR})?|\b(?:{month}) {_YEAR}"
    return re.compile("|".join((dates, *_SINGLE_ITEMS)))
