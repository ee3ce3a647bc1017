"""Languages: words in another language that nobody has marked, so that a voice says them wrongly."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from everyway.checking.editing.copy import Copy, Kind, Line, excerpt
from everyway.checking.editing.vocabulary import pairs, words
from everyway.findings import Finding

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FEWEST = 3
"""Little words of another language that make a sentence one of it."""

_SHARE = 0.35
"""Their part of the sentence's words."""

_ENOUGH = 8
"""Sentences by which the language of an edition can be told."""


def languages(copy: Copy) -> Iterator[Finding]:
    """Sentences that are plainly in another language than they are said to be; or a whole edition that is."""
    for edition in copy.publication.editions:
        lines = [line for line in copy.lines if line.edition == edition.name and line.kind is not Kind.SETTING]
        told = [(line, other) for line in lines if (other := another_language(line))]
        own = [(line, other) for line, other in told if line.language == edition.language]
        if len(own) >= _ENOUGH and len(own) > sum(_plainly_its_own(line) for line in lines):
            (other, _), *_ = Counter(other for _, other in own).most_common(1)
            message = f"The edition “{edition.name}” is said to be in “{edition.language}”, but is in {_name(other)}."
            yield Finding("LNG002", message, edition.source, f"Write “language: {other}” in publication.yml.")
            told = [pair for pair in told if pair not in own]
        for line, other in told:
            message = f"These words are in {_name(other)}, and nothing says so: “{excerpt(line.text, 8)}”"
            yield Finding("LNG001", message, line.source, f"Write [the words]{{lang={other}}}.")


def another_language(line: Line) -> str:
    """The language tag of the words of a line when that is plainly not the line's own; else an empty string."""
    said = _LETTERS.findall(line.prose)
    if other := _by_letters(said, line.tongue):
        return other
    small = [word.casefold().replace("’", "'") for word in said]
    if len(small) <= _FEWEST or line.tongue not in _little_words():
        return ""
    own = _little_words()[line.tongue]
    for language, little in _little_words().items():
        if language != line.tongue:
            hits = [word for word in small if word in little and word not in own]
            home = sum(word in own for word in small)
            if len(set(hits)) >= _FEWEST and len(hits) >= _SHARE * len(small) and len(hits) > 2 * home:
                return language
    return ""


def _plainly_its_own(line: Line) -> bool:
    """Whether a line has so many little words of its own language that it can be in no other."""
    small = {word.casefold().replace("’", "'") for word in _LETTERS.findall(line.prose)}
    return len(small & _little_words().get(line.tongue, frozenset())) >= _FEWEST


@cache
def _little_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words("little_words", language)) for language in ("en", "cy", "fr", "de", "es", "pl")}


def _by_letters(said: list[str], tongue: str) -> str:
    """The language that two words or more of another script are most likely in; Greek letters may be signs."""
    scripts = Counter(script for word in said if len(word) > 1 and (script := _script(word)))
    for script, count in scripts.items():
        likely = pairs("scripts", "languages").get(script, "")
        if count >= 2 and likely and tongue not in pairs("scripts", "written_in").get(script, "").split():
            return likely
    return ""


def _script(word: str) -> str:
    return "" if word.isascii() else unicodedata.name(word[0], "").split(" ")[0]


def _name(language: str) -> str:
    return pairs("scripts", "names").get(language, f"another language ({language})")
