"""What a sheet of paper shows: runs of letters with their true size, colour and place, and the lines drawn by them.

Lengths are points from the sheet's lower left corner, as in PDF.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255 each."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle upright on the sheet."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as drawn: the box of its ink, and where it starts on its baseline.

    A space that was told from the gap between two letters is `guessed`: its width is not that of the space.
    """

    character: str
    box: Box
    x: float
    y: float
    guessed: bool = False


@dataclass(frozen=True)
class Run:
    """Letters drawn in one go, in one look.

    `size` is the true size of the em, through every matrix. `behind` are the colours that lie behind the letters, the
    most of them first. `mark` is the number of the marked content (MCID) that the run is drawn in; None for none.
    `artifact`: drawn as decoration or page furniture. `slant`: the letters lean.
    """

    page: int
    glyphs: tuple[Glyph, ...]
    size: float
    colour: Colour
    behind: tuple[Colour, ...]
    font: str
    slant: bool
    mark: int | None
    artifact: bool

    @cached_property
    def text(self) -> str:
        """The characters as drawn."""
        return "".join(glyph.character for glyph in self.glyphs)

    @cached_property
    def inked(self) -> tuple[Glyph, ...]:
        """The glyphs that can be seen."""
        return tuple(glyph for glyph in self.glyphs if glyph.character.strip())


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `strokes` are thin level lines; `pictures` the boxes of images and drawings, by marked content."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    strokes: tuple[Box, ...]
    pictures: tuple[tuple[int | None, Box], ...]


def around(boxes: Iterable[Box]) -> Box | None:
    """The smallest box that holds these; None for none."""
    every = tuple(boxes)
    if not every:
        return None
    return Box(
        min(box.left for box in every),
        min(box.bottom for box in every),
        max(box.right for box in every),
        max(box.top for box in every),
    )


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
