"""Numbers: as digits, not Roman, and none that are hard to picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.told import Mark, Told, quote
from everyway.findings import Finding

ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
"""2 to 39 in Roman numerals, of two letters or more."""

_ONE_LETTER = {"I": 1, "V": 5, "X": 10}
_FIGURES = re.compile(r"(?<![\w./+-])\d{1,3}(?:,\d{3})+(?!\w)|(?<![\w./+-])(?<!\d )[1-9]\d{4,}(?![\w/-])(?! \d)")
_BIG = 10_000
_PER_CENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)|%", re.IGNORECASE)
_FRACTION = re.compile(r"[½⅓⅔¼¾⅕⅛]|(?<![\d/])[1-9]/[2-9]\d?(?![\d/])")


def in_words(document: Document) -> Iterator[Finding]:
    """Numbers written as words, with the digits."""
    for one in document.sentences:
        numbers = document.vocabulary(one).numbers
        taken: list[str] = []
        for at, word in enumerate(one.words):
            names = word.capital and at > 0
            if word.mark in (Mark.TERM, Mark.LETTERS) or names:
                continue
            value = sum(numbers.get(part, 0) for part in word.key.split("-"))
            if value and all(part in numbers for part in word.key.split("-")):
                taken.append(word.text)
                digits = str(value)
        if taken:
            fix = f"Write {digits}." if len(taken) == 1 else ""
            yield Finding("ER030", f"{quote(taken)} is written as a word, in {one.quoted}.", one.sentence.source, fix)


def roman(document: Document) -> Iterator[Finding]:
    """Roman numerals, with the digits."""
    for one in document.sentences:
        after = document.vocabulary(one).roman_after
        keys = ("", *one.keys)
        for before, word in zip(keys, one.words, strict=False):
            lone = word.text in _ONE_LETTER and before in after
            if (lone or ROMAN.fullmatch(word.text)) and word.mark is Mark.NONE and word.text not in document.explained:
                message = f"“{word.text}” is a Roman numeral, in {one.quoted}."
                yield Finding("ER031", message, one.sentence.source, f"Write {_value(word.text)}.")


def hard_to_picture(document: Document) -> Iterator[Finding]:
    """Per cent, fractions and very big numbers, with other words where they can be worked out."""
    for one in document.sentences:
        text = _without_addresses(one)
        if match := _PER_CENT.search(text):
            message = f"“{match[0]}” is hard to picture, in {one.quoted}."
            yield Finding("ER032", message, one.sentence.source, _of_ten(match[1]))
            continue
        vocabulary = document.vocabulary(one)
        words = [word.text for word in one.words if word.key in vocabulary.per_cent | vocabulary.big_numbers]
        words += [match[0] for match in _FRACTION.finditer(text)]
        words += [match[0] for match in _FIGURES.finditer(text) if int(match[0].replace(",", "")) >= _BIG]
        for start, end, _ in vocabulary.fractions.find(one.keys):
            words.append(" ".join(word.text for word in one.words[start:end]))
        if words:
            message = f"{quote(dict.fromkeys(words))} is hard to picture, in {one.quoted}."
            yield Finding("ER032", message, one.sentence.source)


def _value(numeral: str) -> int:
    values = [_ONE_LETTER[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _of_ten(share: str | None) -> str:
    parts = round(float(share) / 10) if share else 0
    if not share or float(share) > 100:
        return ""
    if parts == 10:
        return "Write “all” or “nearly all”."
    return f"Write “about {parts} in every 10”." if parts else "Write “a few” or “very few”."


def _without_addresses(one: Told) -> str:
    text = one.text
    for word in one.words:
        if word.mark is Mark.ADDRESS:
            text = text.replace(word.text, " ")
    return text
