"""A chapter's sound as stretches that follow one another without a gap: what is said, and where printed pages begin.

Nobody says the numbers of pages: a page takes the beginning of the silence before its first words, so that a player
that shows or skips pages has a time for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from everyway.speech.recording import Track
from everyway.speech.timeline import Clip

PAGE = 100
"""Milliseconds of silence that a page takes at most."""

MARGIN = 20
"""Milliseconds that stay silent before the first word."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a chapter's MP3, in milliseconds: of `clip`, or (None) of the page with that number."""

    begin: int
    end: int
    clip: Clip | None = None
    page: int = 0


def stretches(track: Track, pages: Mapping[str, int]) -> Iterator[Stretch]:
    """The stretches of a chapter, from the start of its MP3; `pages` are those that begin before a clip, by its id.

    An MP3 is heard later than its clips say: the first of them takes the wait as well.
    """
    begin = 0
    for clip in track.chapter.clips:
        end = _milliseconds(clip.end + track.delay)
        if page := pages.get(clip.id):
            first = clip.words[0].start if clip.words else clip.start
            silent = _milliseconds(first + track.delay) - begin - MARGIN
            middle = begin + max(1, min(PAGE, silent, end - begin - 1))
            yield Stretch(begin, middle, page=page)
            begin = middle
        yield Stretch(begin, end, clip)
        begin = end


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000 + 0.5)
