"""A recording cut into the tracks of audio CDs: at its headings, and into discs that are never too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from everyway.speech.recording import Track
from everyway.speech.timeline import Clip
from everyway.speech.utterance import Kind

DISC_SECONDS = 79 * 60
"""A disc holds 80 minutes, with the two seconds of silence before its first track and what writers need at its end."""

MOST_TRACKS = 99
DEEPEST = 2
"""Headings of chapters and of their sections begin a track: with deeper ones, nobody finds the next chapter."""

LEAST_SECONDS = 4.0
"""A track of a CD is at least so long (IEC 60908)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What becomes a track of a disc: a title, and from when until when of which chapter."""

    title: str
    track: Track
    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


def pieces_of(tracks: Iterable[Track]) -> Iterator[Piece]:
    """The pieces of a recording in order: they tile each chapter, and none is longer than a disc."""
    for track in tracks:
        starts = list(_starts(track.chapter.clips))
        ends = [start for _, start in starts[1:]] + [track.chapter.seconds]
        for (title, start), end in zip(starts, ends, strict=True):
            cuts = [start, *_cuts(track, start, end), end]
            for first, last in pairwise(cuts):
                yield Piece(title or track.chapter.title, track, first, last)


def discs_of(pieces: Iterable[Piece]) -> Sequence[Sequence[Piece]]:
    """The pieces by disc, each as full as the next piece allows."""
    discs: list[list[Piece]] = [[]]
    for piece in pieces:
        disc = discs[-1]
        full = len(disc) == MOST_TRACKS or sum(one.seconds for one in disc) + piece.seconds > DISC_SECONDS
        if full and disc:
            discs.append([])
        discs[-1].append(piece)
    return discs


def _starts(clips: Sequence[Clip]) -> Iterator[tuple[str, float]]:
    """The title and time of each heading that begins a track; a chapter always begins one."""
    last = 0.0
    yield "", 0.0
    for clip in clips:
        opens = clip.kind is Kind.HEADING and 1 < clip.level <= DEEPEST
        if opens and clip.start - last >= LEAST_SECONDS and clips[-1].end - clip.start >= LEAST_SECONDS:
            last = clip.start
            yield clip.text, clip.start


def _cuts(track: Track, start: float, end: float) -> Iterator[float]:
    """Where a piece that is too long for a disc is cut: between two of its clips."""
    at = start
    for clip in track.chapter.clips:
        if start < clip.start < end and clip.end - at > DISC_SECONDS:
            at = clip.start
            yield at
