"""A translator for tests: every letter by its own cell, so that a person can see at once what a line says."""

from __future__ import annotations

from collections.abc import Sequence

from everyway.braille.cells import BLANK, CAPITAL, FIXED, NUMBER, digits, from_letters

_SIGNS = {".": "⠲", ",": "⠂", ":": "⠒", ";": "⠆", "-": "⠤", "'": "⠄", "’": "⠄", "!": "⠖", "?": "⠦", "•": "⠸⠲"}


class FakeTranslator:
    """Uncontracted; it knows the letters of English, digits and a few signs, and ignores table and forms."""

    version = "fake"

    def translate(self, text: str, table: str, forms: Sequence[int] | None = None) -> str:
        """The text, a cell a letter."""
        cells = []
        for at, character in enumerate(text):
            if character.isdigit() and character.isascii():
                begins = at == 0 or not text[at - 1].isdigit()
                cells.append(NUMBER * begins + digits(character))
            elif character.isalpha() and character.isascii():
                cells.append(CAPITAL * character.isupper() + from_letters(character))
            elif character == FIXED or "\u2800" <= character <= "\u28ff":
                cells.append(character)
            else:
                cells.append(BLANK if character.isspace() else _SIGNS.get(character, "⠿"))
        return "".join(cells)

    def knows(self, character: str, table: str) -> bool:
        """Whether it has a cell of its own."""
        return (character.isalnum() and character.isascii()) or character.isspace() or character in _SIGNS
