"""Letters that stand for words, words cut short, and words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from everyway.checking.easy_read.document import Document
from everyway.checking.easy_read.frequency import common_words
from everyway.checking.easy_read.numbers import ROMAN
from everyway.checking.easy_read.told import Mark, Told, Word, quote
from everyway.checking.easy_read.vocabulary import Vocabulary
from everyway.findings import Finding
from everyway.model import Abbreviation
from everyway.model.walk import inlines_of

LETTERS = re.compile(r"\b[A-Z](?:[A-Z]|&(?=[A-Z])){1,7}(?=s?\b)")
"""Capitals in a row; “A&E” is one, “NHSs” has one."""

_VERY_COMMON = 4.5
"""Zipf's scale: a word this common that stands in capitals is a word, not letters."""
_LONG = 5
"""Letters: so long a word in capitals is a word, if it is a common one."""


def unexplained_letters(document: Document) -> Iterator[Finding]:
    """Letters that neither the sentence nor the glossary explains."""
    for one in document.sentences:
        known = {each.text for each in inlines_of(one.sentence.inlines) if isinstance(each, Abbreviation)}
        known |= document.explained | document.vocabulary(one).known_letters
        shouted = {word.text for word in _capitals(one, document)}
        for letters in dict.fromkeys(LETTERS.findall(one.text)):
            if letters in known or f"{letters}s" in known or letters in shouted or ROMAN.fullmatch(letters):
                continue
            message = f"Nobody explains what “{letters}” stands for, in {one.quoted}."
            yield Finding("ER003", message, one.sentence.source)


def cut_short(document: Document) -> Iterator[Finding]:
    """Words cut short, with the words to write."""
    for one in document.sentences:
        forms = document.vocabulary(one).short_forms
        if not forms:
            continue
        for form in dict.fromkeys(match[0] for match in _pattern(tuple(forms)).finditer(one.text)):
            full = forms[form.casefold()]
            message = f"“{form}” is cut short, in {one.quoted}."
            yield Finding("ER004", message, one.sentence.source, f"Write “{full}”.")


def in_capitals(document: Document) -> Iterator[Finding]:
    """Words of every day in capitals."""
    for one in document.sentences:
        words = [word.text for word in _capitals(one, document)]
        if words:
            message = f"{quote(dict.fromkeys(words))} stands in capitals, in {one.quoted}."
            better = " ".join(dict.fromkeys(word.lower() for word in words))
            yield Finding("ER034", message, one.sentence.source, f"Write “{better}”. Make it bold if it matters most.")


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    row = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{row})(?!\w)", re.IGNORECASE)


def _capitals(one: Told, document: Document) -> Iterator[Word]:
    """Words in capitals that are no letters: long or often shouted, or beside another that is."""
    vocabulary: Vocabulary = document.vocabulary(one)
    row = [word for word in one.words if word.text.isupper() and len(word.text) > 1 and word.mark is not Mark.LETTERS]
    row = [word for word in row if word.text not in document.explained | vocabulary.known_letters]
    if not row:
        return
    common = common_words(vocabulary.frequencies, _VERY_COMMON) or frozenset()
    sure = {
        word.key for word in row if word.key in vocabulary.shouted or (len(word.key) >= _LONG and word.key in common)
    }
    yield from (word for word in row if word.key in sure or (sure and word.key in common))
