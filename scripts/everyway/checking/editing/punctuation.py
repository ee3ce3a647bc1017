"""Slips of typing: words twice, spaces missing or too many, and two kinds of quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from everyway.checking.editing.copy import GAP, Copy, Line, around
from everyway.checking.editing.vocabulary import words
from everyway.findings import Finding

_TWICE = re.compile(r"(?<![\w’'-])(?P<word>[^\W\d_]+)\s+(?P=word)(?![\w’'-])", re.IGNORECASE)
_NO_SPACE = re.compile(r"(?<![\w.@/])[^\W\d_]*[a-zà-ÿ]{2}[’”)]?(?P<mark>[.!?;:])(?P<after>[A-Z][a-z]+)(?![\w.@/])")
_NO_SPACE_COMMA = re.compile(r"(?<![\w@/])[^\W\d_]{2,}(?P<mark>,)(?P<after>[^\W\d_]+)(?![\w@/])")
_SPACE_BEFORE = re.compile(
    r"(?<=[\w’”)])[ \u00a0]+[,;:!?](?=\s|$)|(?<=[\w’”)])[ \u00a0]+\.(?=\s|$)|\([ \u00a0]+(?=\w)|(?<=\w)[ \u00a0]+\)"
)
_MAYBE = re.compile(r"[^\W\d_][’”)]?[.!?;:,][^\W\d_]|[ \u00a0][.,;:!?)]|\([ \u00a0]")
"""A mark with a letter close behind it, or a space before it."""

_SPACES = re.compile("[\u00a0\u2000-\u200a\u3000]{2,}|[\u00a0\u2000-\u200a\u3000] | [\u00a0\u2000-\u200a\u3000]")
_DOUBLED = re.compile(r"(?<=\w)(?:(?<!\.)\.\.(?!\.)|,,|,\.|;\.|;,|::)(?=\s|$)")
_MARKS = (
    ("quotation marks", re.compile('"'), re.compile("[“”]")),
    ("apostrophes", re.compile(r"(?<=\w)'(?=\w)"), re.compile(r"(?<=\w)’(?=\w)")),
)


def punctuation(copy: Copy) -> Iterator[Finding]:
    """Slips in every line of every edition, and in each edition quotation marks of two kinds."""
    for line in copy.lines:
        text = line.prose
        for match in _TWICE.finditer(text):
            if _is_slip(match, line):
                yield Finding(
                    "TYP001", f"“{match['word']}” stands twice, in “{around(text, *match.span())}”.", line.source
                )
        if line.tongue != "fr" and _MAYBE.search(text):
            for pattern in (_NO_SPACE, _NO_SPACE_COMMA):
                for match in pattern.finditer(text):
                    fix = f"Write “{match['mark']} {match['after']}”."
                    yield Finding("TYP002", f"A space is missing in “{match[0]}”.", line.source, fix)
            for match in _SPACE_BEFORE.finditer(text):
                message = f"There is a space too many at “{match[0].strip()}”, in “{around(text, *match.span())}”."
                yield Finding("TYP003", message, line.source)
        if wide := _SPACES.search(text):
            yield Finding("TYP005", f"Several spaces stand in “{around(text, *wide.span())}”.", line.source)
        for match in _DOUBLED.finditer(text):
            message = f"“{match[0]}” are two marks where one is enough, in “{around(text, *match.span())}”."
            yield Finding("TYP006", message, line.source)
    yield from _two_kinds(copy.lines)


def _is_slip(match: re.Match[str], line: Line) -> bool:
    """Whether a word that stands twice is a slip: not “had had”, nor a name such as Baden-Baden or Walla Walla."""
    word = match["word"]
    if line.tongue not in ("en", "cy") or GAP in match[0] or "\n" in match[0]:
        return False
    name = word[0].isupper() and line.prose[: match.start()].strip() != ""
    return not name and word.casefold() not in words("typing", "may_stand_twice") and not word.isupper()


def _two_kinds(lines: Sequence[Line]) -> Iterator[Finding]:
    for edition, language in dict.fromkeys((line.edition, line.language) for line in lines if line.edition):
        own = [line for line in lines if (line.edition, line.language) == (edition, language)]
        for name, straight, curly in _MARKS:
            rows = [
                [(line, match) for line in own for match in pattern.finditer(line.prose)]
                for pattern in (straight, curly)
            ]
            rarer, other = sorted(rows, key=len)
            if rarer:
                line, match = rarer[0]
                many = f"{len(rarer)} of {len(rarer) + len(other)} {name} in this edition are of another kind"
                message = f"{many}, the first in “{around(line.prose, *match.span())}”."
                yield Finding("TYP004", message, line.source)
