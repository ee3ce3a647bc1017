"""What the characters of a BRF file stand for, by the numbers of the dots, and the marks that are no words."""

from __future__ import annotations

import re
from typing import Final

_DOTS: Final = {
    " ": "", "!": "2346", '"': "5", "#": "3456", "$": "1246", "%": "146", "&": "12346", "'": "3", "(": "12356",
    ")": "23456", "*": "16", "+": "346", ",": "6", "-": "36", ".": "46", "/": "34", "0": "356", "1": "2", "2": "23",
    "3": "25", "4": "256", "5": "26", "6": "235", "7": "2356", "8": "236", "9": "35", ":": "156", ";": "56",
    "<": "126", "=": "123456", ">": "345", "?": "1456", "@": "4", "A": "1", "B": "12", "C": "14", "D": "145",
    "E": "15", "F": "124", "G": "1245", "H": "125", "I": "24", "J": "245", "K": "13", "L": "123", "M": "134",
    "N": "1345", "O": "135", "P": "1234", "Q": "12345", "R": "1235", "S": "234", "T": "2345", "U": "136", "V": "1236",
    "W": "2456", "X": "1346", "Y": "13456", "Z": "1356", "[": "246", "\\": "1256", "]": "12456", "^": "45", "_": "456",
}  # fmt: skip
"""North American ASCII braille (Braille Authority of North America)."""

CELL_OF: Final = {letter: chr(0x2800 + sum(1 << int(dot) - 1 for dot in dots)) for letter, dots in _DOTS.items()}
BLANK: Final = "\u2800"
DIGITS: Final = {"⠁": "1", "⠃": "2", "⠉": "3", "⠙": "4", "⠑": "5", "⠋": "6", "⠛": "7", "⠓": "8", "⠊": "9", "⠚": "0"}

NUMBER = re.compile(f"⠼([{''.join(DIGITS)}]+)")
PAGE_NUMBER = re.compile(f"(?:^|{BLANK})(⠏?)⠼([{''.join(DIGITS)}]+)$")

DRAWN = re.compile(
    f"^{BLANK}*(?:"
    "⠐⠒[⠒⠂⠖⠲⠓⠚]+"  # ends of parts and tables, boxes of the United Kingdom
    "|⠶{8,}|⠛{8,}"  # boxes of North America
    f"|⠐⠔(?:{BLANK}⠐⠔)+"  # a change of subject
    f"|⠐⠒+(?:{BLANK}+⠐⠒+)*"  # the rule under the heads of a table
    ")$"
)
"""Lines that are drawn, not read."""


def print_of(digits: str) -> int:
    """A number in cells, without its sign."""
    return int("".join(DIGITS[digit] for digit in digits))
