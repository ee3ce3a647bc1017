"""What a sound file tells of itself: title, publisher, language, cover and chapters."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from everyway.checking.audio.mp4 import read_audiobook


@dataclass(frozen=True, slots=True)
class Mark:
    """A chapter as players show it; times in seconds."""

    title: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Told:
    """The tags of a file by names of ours (title, artist, album, language), its chapters, and if it has a cover."""

    tags: Mapping[str, str]
    marks: tuple[Mark, ...]
    cover: bool


_FRAMES = {"TIT2": "title", "TPE1": "artist", "TALB": "album", "TLAN": "language"}


def told_by(path: Path) -> Told:
    """What an MP3 or an audiobook tells of itself; ValueError when it cannot be read."""
    return _of_mp3(path.read_bytes()) if path.suffix == ".mp3" else _of_audiobook(path)


# ID3v2.3 and its Chapter Frame Addendum 1.0


def _of_mp3(content: bytes) -> Told:
    if content[:4] != b"ID3\x03" or len(content) < 10:
        raise ValueError("it has no ID3v2.3 tag")
    size = sum(byte << shift for byte, shift in zip(content[6:10], (21, 14, 7, 0), strict=True))
    tags: dict[str, str] = {}
    marks: dict[str, Mark] = {}
    order: list[str] = []
    cover = False
    for name, body in _frames(content[10 : 10 + size]):
        if name in _FRAMES:
            tags[_FRAMES[name]] = _text(body)
        elif name == "APIC":
            cover = b"\x89PNG" in body[:40] or b"\xff\xd8\xff" in body[:40]
        elif name == "CTOC":
            order = body.split(b"\x00", 1)[1][2:].rstrip(b"\x00").decode("latin-1").split("\x00")
        elif name == "CHAP":
            own, rest = body.split(b"\x00", 1)
            start, end = struct.unpack(">II", rest[:8])
            title = next((_text(inner) for kind, inner in _frames(rest[16:]) if kind == "TIT2"), "")
            marks[own.decode("latin-1")] = Mark(title, start / 1000, end / 1000)
    if set(order) != set(marks):
        raise ValueError("its table of contents does not name its chapters")
    return Told(tags, tuple(marks[name] for name in order), cover)


def _frames(content: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at + 10 <= len(content) and content[at]:
        size = int.from_bytes(content[at + 4 : at + 8], "big")
        yield content[at : at + 4].decode("latin-1"), content[at + 10 : at + 10 + size]
        at += 10 + size


def _text(body: bytes) -> str:
    coding = {0: "latin-1", 1: "utf-16"}.get(body[0] if body else 0)
    if coding is None:
        raise ValueError("a text in its tag is in an unknown coding")
    return body[1:].decode(coding, "replace").rstrip("\x00")


# MPEG-4


def _of_audiobook(path: Path) -> Told:
    book = read_audiobook(path)
    marks = tuple(Mark(title, start, end) for title, start, end in book.shown)
    return Told({**book.tags, "language": book.sound.language}, marks, book.cover)
