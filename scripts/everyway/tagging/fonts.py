"""What the codes of a font mean: its ToUnicode map (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.S)
RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.S)
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.S)
SPACE = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
UNKNOWN = "\ufffd"


class Decoder:
    """Decodes the strings that are shown in one font. A code without a meaning becomes U+FFFD."""

    def __init__(self, font: pikepdf.Object) -> None:
        self._wide = font.get("/Subtype") == "/Type0"
        self._letters: dict[int, str] = {}
        stream = font.get("/ToUnicode")
        if stream is not None:
            self._read(stream.read_bytes())
        elif not self._wide:  # a plain font with a standard encoding
            self._letters = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}

    def decode(self, codes: bytes) -> str:
        """Give the text of a string of codes."""
        letters = self._letters
        if self._wide:
            count = len(codes) // 2
            return "".join([letters.get(code, UNKNOWN) for code in struct.unpack(f">{count}H", codes[: 2 * count])])
        return "".join([letters.get(code, UNKNOWN) for code in codes])

    def _read(self, cmap: bytes) -> None:
        space = SPACE.search(cmap)
        if space is not None:
            self._wide = len(space[1]) > 2
        for block in CHARACTERS.findall(cmap):
            for code, meaning in PAIR.findall(block):
                self._letters[int(code, 16)] = _text(meaning)
        for block in RANGES.findall(cmap):
            for first, last, meaning, several in RANGE.findall(block):
                self._range(int(first, 16), int(last, 16), meaning, several)

    def _range(self, first: int, last: int, meaning: bytes, several: bytes) -> None:
        if several:
            for code, one in enumerate(re.findall(rb"<([0-9A-Fa-f\s]*)>", several), start=first):
                self._letters[code] = _text(one)
            return
        text = _text(meaning)
        for code in range(first, last + 1):
            self._letters[code] = text[:-1] + chr(ord(text[-1]) + code - first) if text else ""


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
