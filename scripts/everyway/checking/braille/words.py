"""Cells put into print again, word by word, with the page and line on which each stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from everyway.braille.louis import louis
from everyway.checking.braille.cells import BLANK, DRAWN
from everyway.checking.braille.sheets import Sheet

CHUNK = 200
"""Words that are put back at once: what stands round a word tells how it is read."""

_FORMS = re.compile("[⠘⠨][⠂⠆⠶⠄]")
_MARKS = re.compile("⠈⠨[⠣⠜]")
_RAISED = re.compile("⠰⠔⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+")
_LOWERED = re.compile("⠰⠢(?=⠼)")
_GUIDE = re.compile(f"(?<=[{BLANK}])⠐+(?=[{BLANK}])")
_DASH = re.compile("⠠⠤$")

_QUOTES = dict.fromkeys(map(ord, "'\"‘’“”‛„«»‹›`´"))
_SKIPPED = dict.fromkeys(map(ord, "-‐‑–—−\u00ad\u200b\u2060\ufe0f"))
_EDGES = ".,;:!?()[]{}…•*"


@dataclass(frozen=True, slots=True)
class Found:
    """A word that the braille says: in print, in the cells that say it, and where it stands.

    Several come of the same `token` where cells without a blank among them say several words, as in a phone number.
    """

    text: str
    cells: str
    sheet: int
    line: int
    token: int


def folded(text: str) -> str:
    """A word as it is compared: without case, quotation marks, hyphens, raised digits and the signs at its ends."""
    bare = "".join(each for each in text if each not in "¹²³⁰⁴⁵⁶⁷⁸⁹")
    return unicodedata.normalize("NFKC", bare).translate(_QUOTES).translate(_SKIPPED).casefold().strip(_EDGES)


def words_on(sheets: Sequence[Sheet], table: str) -> list[Found]:
    """The words of these pages in order; drawn lines, guide dots and signs of typeforms and notes are no words."""
    tokens = list(_tokens(sheets))
    return [
        found for start in range(0, len(tokens), CHUNK) for found in _back(tokens[start : start + CHUNK], table, start)
    ]


def back(cells: str, table: str) -> str:
    """What a row of cells says."""
    return louis().back(_bare(cells), table)


@dataclass(slots=True)
class _Token:
    cells: str
    sheet: int
    line: int


def _tokens(sheets: Sequence[Sheet]) -> Iterator[_Token]:
    """Braille words; one that is parted at the end of a line is whole again."""
    waiting: _Token | None = None
    for place, sheet in enumerate(sheets):
        for number, line in enumerate(sheet.lines):
            if not line or DRAWN.match(line):
                continue
            words = [word for word in _GUIDE.sub(BLANK, line).split(BLANK) if word]
            for at, word in enumerate(words):
                token = _Token(word, place, number)
                if waiting is not None:
                    token = _Token(waiting.cells + word, waiting.sheet, waiting.line)
                    waiting = None
                if at == len(words) - 1 and _goes_on(word):
                    token.cells = token.cells.removesuffix("⠐")
                    waiting = token
                    continue
                yield token
    if waiting is not None:
        yield waiting


def _goes_on(word: str) -> bool:
    """Whether a word at the end of a line ends with a hyphen, or with dot 5, after which it goes on."""
    if _DASH.search(word):
        return len(word) > 2
    return len(word) > 1 and word[-1] in "⠤⠐"


def _bare(cells: str) -> str:
    return _LOWERED.sub("", _RAISED.sub("", _MARKS.sub("", _FORMS.sub("", cells))))


def _back(tokens: Iterable[_Token], table: str, start: int) -> Iterator[Found]:
    kept = [(number, token, bare) for number, token in enumerate(tokens, start) if (bare := _bare(token.cells))]
    if not kept:
        return
    said = re.split(r"(?<!\d) | (?!\d)", louis().back(BLANK.join(bare for _, _, bare in kept), table))
    if len(said) != len(kept):
        said = [louis().back(bare, table) for _, _, bare in kept]
    for (number, token, bare), text in zip(kept, said, strict=True):
        for word in text.split():
            yield Found(word, bare, token.sheet, token.line, number)
