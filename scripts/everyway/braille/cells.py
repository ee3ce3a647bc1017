"""Braille cells: Unicode's patterns (U+2800 to U+283F), what they are called here, and the letters that files use."""

from __future__ import annotations

from typing import Final

BLANK: Final = "\u2800"
FIXED: Final = "\u00a0"
"""A blank at which no line ends; it becomes a `BLANK` on the page."""

CAPITAL: Final = "⠠"
NUMBER: Final = "⠼"
HYPHEN: Final = "⠤"
GRADE_1: Final = "⠰"
CONTINUED: Final = "⠐"
"""Dot 5 at the end of a line: the address or number goes on without a space (Rules of UEB, 10.12)."""

RAISED: Final = "⠰⠔⠼"
LOWERED: Final = "⠰⠢⠼"
"""What stands before the digits of a raised or lowered number (Rules of UEB, 7.2.6)."""

NOTE_BEGINS: Final = "⠈⠨⠣"
NOTE_ENDS: Final = "⠈⠨⠜"
"""Round words that are not the author's (Rules of UEB, 3.27)."""

PREFIXES: Final = frozenset("⠈⠐⠘⠠⠨⠰⠸⠼")
"""Cells that say how the next one is to be read; no line ends after one."""

DIGITS: Final = dict(zip("1234567890", "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚", strict=True))

_LETTERS = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""North American ASCII braille: the character of each cell, in the order of Unicode."""

_TO_LETTERS = {0x2800 + place: letter for place, letter in enumerate(_LETTERS)}
_TO_CELLS = {ord(letter): 0x2800 + place for place, letter in enumerate(_LETTERS)}


_SIX_DOTS = {cell: 0x2800 + (cell & 0x3F) for cell in range(0x2840, 0x2900)}


def six_dots(cells: str) -> str:
    """Cells without dots 7 and 8, which some tables give to addresses; paper and most files have six."""
    return cells.translate(_SIX_DOTS) if cells and max(cells) > "\u283f" else cells


def number(value: int) -> str:
    """A number in cells, with its sign: 12 is ⠼⠁⠃."""
    return NUMBER + digits(value)


def digits(value: int | str) -> str:
    """The digits alone."""
    return "".join(DIGITS[digit] for digit in str(value))


def to_letters(cells: str) -> str:
    """Cells of six dots as North American ASCII braille (characters 0x20 to 0x5F)."""
    return cells.translate(_TO_LETTERS)


def from_letters(letters: str) -> str:
    """North American ASCII braille as cells."""
    return letters.upper().translate(_TO_CELLS)
