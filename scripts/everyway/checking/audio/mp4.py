"""An audiobook as its player sees it before it plays: what its boxes tell of sound, chapters, tags and cover.

ISO/IEC 14496-12 (the boxes), QuickTime File Format (chapters as a track of texts; tags), and the list of chapters that
other players read (`chpl`).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

_TAGS = {b"\xa9nam": "title", b"\xa9ART": "artist", b"\xa9alb": "album"}

_TEN_MILLION = 10_000_000
"""The clock of `chpl` goes so many times a second."""


@dataclass(frozen=True, slots=True)
class Track:
    """A track: its `kind` ("soun", "text"), language, and each of its samples' start, end (seconds), place and size."""

    kind: str
    coding: str
    language: str
    times: Sequence[float]
    places: Sequence[tuple[int, int]]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.times[-1] if self.times else 0.0


@dataclass(frozen=True, slots=True)
class Audiobook:
    """A file: its tracks, its tags by names of ours, whether it has a cover, and two lists of chapters.

    `listed` are title and start (seconds) by `chpl`; `shown` are title, start and end by the track of texts.
    """

    tracks: tuple[Track, ...]
    tags: Mapping[str, str]
    cover: bool
    listed: tuple[tuple[str, float], ...]
    shown: tuple[tuple[str, float, float], ...]

    @property
    def sound(self) -> Track:
        """Its one track of sound; ValueError when there is another number of them."""
        found = [track for track in self.tracks if track.kind == "soun"]
        if len(found) != 1:
            raise ValueError(f"it has {len(found)} tracks of sound")
        return found[0]


def read_audiobook(path: Path) -> Audiobook:
    """What a file tells; ValueError where its boxes cannot be read, or something of a track lies outside the file."""
    content = path.read_bytes()
    try:
        whole = _Box(content, 0, len(content))
        movie = whole.only(b"moov")
        tracks = tuple(_track(one) for one in movie.all(b"trak"))
        shown = tuple(_texts(content, track) for track in tracks if track.kind == "text")
        own = movie.first(b"udta")
        tags = own.first(b"meta", 4) if own else None
        return Audiobook(
            tracks=tracks,
            tags=dict(_told(tags)) if tags else {},
            cover=bool(tags and tags.only(b"ilst").first(b"covr")),
            listed=tuple(_listed(own)) if own else (),
            shown=tuple(shown[0]) if shown else (),
        )
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError(f"its boxes cannot be read: {error}") from error


@dataclass(frozen=True, slots=True)
class _Box:
    content: bytes
    start: int
    end: int

    def inner(self) -> Iterator[tuple[bytes, _Box]]:
        """The boxes in it, by their kinds; ValueError where one is longer than what it lies in."""
        at = self.start
        while at + 8 <= self.end:
            size, kind, head = *struct.unpack_from(">I4s", self.content, at), 8
            if size == 1:
                size, head = struct.unpack_from(">Q", self.content, at + 8)[0], 16
            if size < head or at + size > self.end:
                raise ValueError(f"its box “{kind.decode('latin-1')}” is not whole")
            yield kind, _Box(self.content, at + head, at + size)
            at += size

    def all(self, kind: bytes) -> list[_Box]:
        """The boxes of a kind in it."""
        return [box for name, box in self.inner() if name == kind]

    def first(self, kind: bytes, skipped: int = 0) -> _Box | None:
        """The first of a kind, without the bytes with which it begins; None when there is none."""
        found = self.all(kind)
        return _Box(self.content, found[0].start + skipped, found[0].end) if found else None

    def only(self, *kinds: bytes) -> _Box:
        """The first of a kind in the first of another, and so on; ValueError when there is none."""
        box = self
        for kind in kinds:
            found = box.first(kind)
            if found is None:
                raise ValueError(f"it has no box “{kind.decode('latin-1')}”")
            box = found
        return box

    def numbers(self, form: str, skipped: int) -> tuple[int, ...]:
        """So many numbers as the four bytes before them say, in rows of a form."""
        (count,) = struct.unpack_from(">I", self.content, self.start + skipped - 4)
        return struct.unpack_from(f">{form * count}", self.content, self.start + skipped)


def _track(box: _Box) -> Track:
    media = box.only(b"mdia")
    head, table = media.only(b"mdhd"), media.only(b"minf", b"stbl")
    content = box.content
    if content[head.start]:  # version 1: times of 8 bytes
        clock, _, language = struct.unpack_from(">IQH", content, head.start + 20)
    else:
        clock, _, language = struct.unpack_from(">IIH", content, head.start + 12)
    kind = media.only(b"hdlr").start + 8
    coding = table.only(b"stsd").start + 12
    rows = table.only(b"stts").numbers("II", 8)
    lengths = [length for count, length in zip(rows[::2], rows[1::2], strict=True) for _ in range(count)]
    letters = "".join(chr((language >> shift & 31) + 0x60) for shift in (10, 5, 0))
    places = _places(table, len(content))
    if len(places) != len(lengths):
        raise ValueError("it has times for another number of samples than it has samples")
    return Track(
        kind=content[kind : kind + 4].decode("latin-1"),
        coding=content[coding : coding + 4].decode("latin-1"),
        language=letters if letters.isalpha() and letters != "und" else "",
        times=[time / clock for time in accumulate(lengths, initial=0)],
        places=places,
    )


def _places(table: _Box, end: int) -> list[tuple[int, int]]:
    """Where each sample lies and how long it is; ValueError for one outside the file."""
    box = table.only(b"stsz")
    each, count = struct.unpack_from(">II", box.content, box.start + 4)
    sizes = [each] * count if each else list(box.numbers("I", 12))
    wide = table.first(b"co64")
    chunks = wide.numbers("Q", 8) if wide else table.only(b"stco").numbers("I", 8)
    rows = table.only(b"stsc").numbers("III", 8)
    firsts = [*rows[::3], len(chunks) + 1]
    places = list[tuple[int, int]]()
    for (first, after), held in zip(pairwise(firsts), rows[1::3], strict=True):
        for chunk in range(first, after):
            at = chunks[chunk - 1]
            for size in sizes[len(places) : len(places) + held]:
                places.append((at, size))
                at += size
    if len(places) != count or any(at + size > end for at, size in places):
        raise ValueError("some of its samples lie outside the file")
    return places


def _texts(content: bytes, track: Track) -> Iterator[tuple[str, float, float]]:
    for (at, _), (start, end) in zip(track.places, pairwise(track.times), strict=True):
        (size,) = struct.unpack_from(">H", content, at)
        yield content[at + 2 : at + 2 + size].decode("utf-8"), start, end


def _listed(own: _Box) -> Iterator[tuple[str, float]]:
    box = own.first(b"chpl")
    if box is None:
        return
    at = box.start + 9
    for _ in range(box.content[box.start + 8]):
        start, size = struct.unpack_from(">QB", box.content, at)
        yield box.content[at + 9 : at + 9 + size].decode("utf-8", "ignore"), start / _TEN_MILLION
        at += 9 + size


def _told(tags: _Box) -> Iterator[tuple[str, str]]:
    for kind, box in tags.only(b"ilst").inner():
        if kind in _TAGS:
            value = box.only(b"data")
            yield _TAGS[kind], box.content[value.start + 8 : value.end].decode("utf-8")
