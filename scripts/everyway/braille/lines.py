"""Phrases as lines of so many cells. Words stay whole but at their own hyphens, and where one is longer than a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from everyway.braille.cells import BLANK, CONTINUED, FIXED, HYPHEN, PREFIXES
from everyway.braille.phrases import Phrase


class Line(NamedTuple):
    """A line of braille, without blanks at its end, and the print that it says."""

    cells: str
    words: str = ""


EMPTY = Line("")

_AFTER_SIGN = re.compile("⠸⠌|⠈⠁|⠲|⠨⠤|⠤")
"""Slash, at, point, underscore and hyphen: an address is best parted after one."""

_ADDRESS = re.compile(r"[\w/]@\w|://|\w\.\w|\w/\w|\w_\w")


def wrapped(phrase: Phrase, width: int, first: int = 1, runover: int = 1) -> tuple[Line, ...]:
    """The lines of a phrase; `first` and `runover` are the cells, from 1, where its first line and the others begin."""
    lines: list[Line] = []
    cells: list[str] = []
    words: list[str] = []
    indent, room, used = first - 1, width - first + 1, 0

    def end() -> None:
        nonlocal indent, room, used
        lines.append(Line(BLANK * indent + BLANK.join(cells).replace(FIXED, BLANK), " ".join(filter(None, words))))
        cells.clear()
        words.clear()
        indent, room, used = runover - 1, width - runover + 1, 0

    for token, word in zip(phrase.cells, phrase.words, strict=True):
        if not token:
            continue
        length = len(token)
        if used + bool(used) + length <= room:
            cells.append(token)
            words.append(word)
            used += bool(used) + length
            continue
        rest, said = token, word
        while True:
            left = room - used - bool(used)
            head, tail = _at_hyphen(rest, left)
            if not head and used and (len(rest) <= width - runover + 1 or left < 4):
                end()
                if len(rest) <= room:
                    break
                continue
            if not head:
                head, tail = _parted(rest, left, address=bool(_ADDRESS.search(word)))
            cells.append(head)
            words.append(said)
            end()
            rest, said = tail, ""
            if len(rest) <= room:
                break
        cells.append(rest)
        words.append(said)
        used = len(rest)
    if cells:
        end()
    return tuple(lines)


def centred(phrase: Phrase, width: int, margin: int = 3) -> tuple[Line, ...]:
    """The lines of a phrase in the midst, `margin` blank cells or more on either side of each."""
    lines = wrapped(phrase, width - 2 * margin)
    return tuple(Line(BLANK * ((width - len(line.cells)) // 2) + line.cells, line.words) for line in lines)


def drawn(cells: str, width: int) -> Line:
    """A line of signs in the midst."""
    cells = cells[:width]
    return Line(BLANK * ((width - len(cells)) // 2) + cells)


def _at_hyphen(token: str, room: int) -> tuple[str, str]:
    """A word parted after the last of its own hyphens that leaves the first part in the room; or no first part."""
    at = token.rfind(HYPHEN, 1, max(1, min(room, len(token) - 1)))
    while at > 0:
        if token[at - 1] not in PREFIXES and token[at + 1] not in (HYPHEN, FIXED):
            return token[: at + 1], token[at + 1 :]
        if token[at - 1] == "⠠" and at > 1:  # a dash
            return token[: at + 1], token[at + 1 :]
        at = token.rfind(HYPHEN, 1, at)
    return "", token


def _parted(token: str, room: int, *, address: bool) -> tuple[str, str]:
    """A word longer than a line, parted where the room ends: an address goes on after dot 5, a word after a hyphen."""
    at = room - 1
    if FIXED in token[1 : room + 1]:
        at = token.rindex(FIXED, 1, room + 1)
        return token[:at], token[at + 1 :]
    if address:
        ends = [found.end() for found in _AFTER_SIGN.finditer(token, 0, room - 1) if found.end() > room // 2]
        at = ends[-1] if ends else at
    while at > 1 and token[at - 1] in PREFIXES:
        at -= 1
    return token[:at] + (CONTINUED if address else HYPHEN), token[at:]
