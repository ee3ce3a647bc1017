"""What layout needs of a braille translator: the seam between this craft and liblouis."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntFlag
from typing import Protocol


class Form(IntFlag):
    """How a character is marked in print, or to be treated; the numbers are liblouis's (liblouis.h, typeforms)."""

    PLAIN = 0
    ITALIC = 0x0001
    BOLD = 0x0004
    UNCONTRACTED = 0x1000


class Translator(Protocol):
    """Puts text into cells by a table."""

    @property
    def version(self) -> str:
        """What it is and its version, as goldens and the manifest name it."""
        ...

    def translate(self, text: str, table: str, forms: Sequence[int] | None = None) -> str:
        """The text in Unicode braille: a space is U+2800, a no-break space stays, braille patterns stay as they are.

        `forms` has one `Form` a character. ToolError when it cannot be done.
        """
        ...

    def knows(self, character: str, table: str) -> bool:
        """Whether the table has a sign for a character."""
        ...
