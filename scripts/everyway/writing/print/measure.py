"""How wide words are in a typeface, before anything is laid out: what fits on a line, and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from everyway.themes import theme_folder

UNKNOWN = 0.7
"""The width in em of a character that the typeface lacks: another one draws it, and most are no wider."""

FILES: Mapping[str, tuple[str, str]] = {
    "atkinson": ("atkinson-hyperlegible-next-400.ttf", "atkinson-hyperlegible-next-700.ttf"),
    "lexend": ("lexend-400.ttf", "lexend-700.ttf"),
}
"""The regular and the bold file of each typeface."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures words of a typeface in em. `letter` and `word` are what is added after each letter and to each space."""

    typeface: str
    letter: float = 0.0
    word: float = 0.0

    def width(self, text: str, bold: bool = True) -> float:
        """The width of a text on one line; bold by default, which is the wider."""
        widths = _widths(FILES[self.typeface][bold])
        return sum(widths.get(character, UNKNOWN) + self.letter for character in text) + text.count(" ") * self.word

    def widest(self, texts: Iterable[str], bold: bool = True) -> float:
        """The width of the widest of the texts; 0 when there is none."""
        return max((self.width(text, bold) for text in texts), default=0.0)


@cache
def _widths(file: str) -> Mapping[str, float]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(theme_folder("fonts") / file) as font:
        em, metrics = font["head"].unitsPerEm, font["hmtx"].metrics
        return {chr(code): metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}
