"""Words in lines: how many columns a text takes, and where it is broken."""

from __future__ import annotations

import unicodedata

COLUMNS = 72


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character (Unicode, UAX #11), none for a mark on another."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def broken(text: str, room: int) -> list[str]:
    """A text in lines of so many columns; a word that is longer has a line to itself. Its own line ends stay."""
    made: list[str] = []
    for piece in text.split("\n"):
        line = ""
        for word in piece.split(" "):
            if not word:
                continue
            longer = f"{line} {word}" if line else word
            if line and columns(longer) > room:
                made.append(line)
                line = word
            else:
                line = longer
        if line:
            made.append(line)
    return made


def indented(lines: list[str], first: str, rest: str | None = None) -> list[str]:
    """Lines with `first` before the first and `rest` (as many spaces if not given) before the others."""
    rest = " " * columns(first) if rest is None else rest
    return [f"{first if number == 0 else rest}{line}".rstrip() for number, line in enumerate(lines)]
