"""Lines of text in the publication's typeface: measured, broken as the print engine breaks them, and painted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from everyway.themes import theme_folder
from everyway.writing.covers.look import Unpaintable

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_MEASURE = 1000
"""Pixels of a letter's body for measuring: fine enough that rounding cannot be seen."""

_SMALLER = 0.85


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: size in pixels, `leading` in sizes, and whether they are bold."""

    size: float
    leading: float
    bold: bool = True

    @property
    def line(self) -> float:
        """The height of a line in pixels."""
        return self.size * self.leading

    @property
    def baseline(self) -> float:
        """From the top of a line to the foot of its letters, in pixels: what is over goes half above, half below."""
        above, below = typeface(self.bold, _MEASURE).getmetrics()
        return (self.line + (above - below) / _MEASURE * self.size) / 2


@cache
def typeface(bold: bool, pixels: float) -> FreeTypeFont:
    """The typeface in a size, with its kerning wherever the machine can shape text."""
    from PIL import ImageFont, features

    file = theme_folder("fonts") / f"atkinson-hyperlegible-next-{700 if bold else 400}.ttf"
    engine = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(file), pixels, layout_engine=engine)


def width(text: str, style: Style) -> float:
    """How wide a line is, in pixels."""
    return typeface(style.bold, _MEASURE).getlength(text) / _MEASURE * style.size


def fitting(
    parts: Iterable[str], sizes: Sequence[float], leading: float, room: float, height: float
) -> tuple[Style, list[str]]:
    """A title, each part of which begins a line, in the first size that fits; smaller than all where none does."""
    title = tuple(parts)
    smaller = [sizes[-1] * _SMALLER**step for step in range(1, 9)]
    for size in (*sizes, *smaller):
        style = Style(size, leading)
        told = [line for part in title for line in lines(part, style, room, anywhere=True)]
        if len(told) * style.line <= height:
            break
    return style, told


def lines(text: str, style: Style, room: float, *, anywhere: bool = False) -> list[str]:
    """A text in lines of at most so many pixels; Unpaintable for letters that the typeface lacks.

    A word that is longer than a line is broken `anywhere`, or runs over.
    """
    text = unicodedata.normalize("NFC", text)
    if lacking := sorted({sign for sign in text if not _has(sign, style.bold)}):
        raise Unpaintable(f"the typeface lacks “{''.join(lacking)}”")
    done, current = list[str](), ""
    for piece in _BREAK.findall(text):
        if current and width((current + piece).rstrip(), style) > room:
            done.append(current.rstrip())
            current = ""
        current += piece
        while anywhere and width(current.rstrip(), style) > room:
            head = next(end for end in range(len(current), 0, -1) if end == 1 or width(current[:end], style) <= room)
            done.append(current[:head])
            current = current[head:]
    return [*done, current.rstrip()]


_BREAK = re.compile(r"[^\s–—-]*(?:[–—-]+|[^\S\u00a0\u202f]+|$)|.")
"""Pieces between which a line may end: after spaces, hyphens and dashes."""


@cache
def _has(sign: str, bold: bool) -> bool:
    """Whether the typeface has a sign: what it lacks, it draws as it draws what is no sign at all."""
    font = typeface(bold, 100)
    return sign.isspace() or _drawn(font, sign) != _drawn(font, "\ufffe")


def _drawn(font: FreeTypeFont, sign: str) -> tuple[object, bytes]:
    mask = font.getmask(sign)
    return mask.size, bytes(mask)


def placed(some: list[str], style: Style, left: float, top: float) -> Iterator[tuple[float, float, str, Style]]:
    """Lines under each other: where each begins on its baseline."""
    for number, line in enumerate(some):
        yield left, top + number * style.line + style.baseline, line, style
