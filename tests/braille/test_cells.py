"""Cells, the letters that files use for them, and the numbers of pages."""

from __future__ import annotations

from everyway.braille.cells import digits, from_letters, number, six_dots, to_letters
from everyway.checking.braille.cells import CELL_OF

CELLS = "".join(chr(0x2800 + place) for place in range(64))


def test_each_cell_has_the_letter_of_its_dots() -> None:
    """The checker tells each character by its dots; the maker by its place in Unicode."""
    assert dict(zip(to_letters(CELLS), CELLS, strict=True)) == CELL_OF


def test_letters_and_cells_lead_back_to_one_another() -> None:
    assert from_letters(to_letters(CELLS)) == CELLS
    assert from_letters("abc") == from_letters("ABC") == "⠁⠃⠉"


def test_numbers_have_their_sign() -> None:
    assert number(1920) == "⠼⠁⠊⠃⠚"
    assert digits("05") == "⠚⠑"


def test_dots_seven_and_eight_are_left_out() -> None:
    assert six_dots("⠓⡈⣿⠓") == "⠓⠈⠿⠓"
    assert six_dots("") == ""
