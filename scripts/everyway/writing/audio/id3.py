"""The tag at the start of an MP3: ID3v2.3, which every player reads, and its chapters (ID3v2 Chapter Frame Addendum).

Written by hand, because it is short, exact to the millisecond, and the same every time.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

_FRONT_COVER = 3
_NOWHERE = 0xFFFFFFFF
"""In place of a chapter's bytes: players go by its times."""

_TOP, _ORDERED = 2, 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A chapter of a file: its title, and its times in milliseconds."""

    title: str
    start: int
    end: int


def tag(texts: Sequence[tuple[str, str]], marks: Sequence[Mark] = (), cover: bytes = b"") -> bytes:
    """The tag: text frames by their ids ("TIT2"; empty ones are left out), chapters, and a PNG as the front cover."""
    frames = [_text(name, value) for name, value in texts if value]
    if cover:
        frames.append(_frame("APIC", b"\x00image/png\x00" + bytes([_FRONT_COVER]) + b"\x00" + cover))
    if marks:
        names = [f"chapter{number}".encode() for number in range(1, len(marks) + 1)]
        listed = b"".join(name + b"\x00" for name in names)
        contents = b"contents\x00" + bytes([_TOP | _ORDERED, len(marks)]) + listed
        frames.append(_frame("CTOC", contents))
        frames += [_chapter(name, mark) for name, mark in zip(names, marks, strict=True)]
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + _synchsafe(len(body)) + body


def _chapter(name: bytes, mark: Mark) -> bytes:
    times = struct.pack(">IIII", mark.start, mark.end, _NOWHERE, _NOWHERE)
    return _frame("CHAP", name + b"\x00" + times + _text("TIT2", mark.title))


def _text(name: str, value: str) -> bytes:
    """A text frame: Latin-1 where that will do, else UTF-16 with its mark, as version 2.3 knows no UTF-8."""
    try:
        return _frame(name, b"\x00" + value.encode("latin-1"))
    except UnicodeEncodeError:
        return _frame(name, b"\x01" + b"\xff\xfe" + value.encode("utf-16-le"))


def _frame(name: str, content: bytes) -> bytes:
    return name.encode() + struct.pack(">IH", len(content), 0) + content


def _synchsafe(number: int) -> bytes:
    """A number in 28 bits, seven in each byte."""
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))
