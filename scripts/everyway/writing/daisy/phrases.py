"""A recording as phrases: every stretch of its sound with the place in the text that it belongs to, pages among them.

DAISY 2.02 has a page be a stretch of sound of its own, so that players can go to it and listeners who do not want to
hear of it can pass over it. Nobody says the numbers: a page is the beginning of the silence before its first words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from everyway.speech.recording import Recording, Track
from everyway.speech.timeline import Clip

PAGE = 100
"""Milliseconds of silence that a page takes at most."""

MARGIN = 20
"""Milliseconds that stay silent before the first word."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a chapter's sound, in milliseconds from the start of its MP3, and the `id` of its place in the text.

    `clip` is what is said; where a page begins it is None, and `page` is the number.
    """

    id: str
    begin: int
    end: int
    clip: Clip | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class SpokenChapter:
    """A chapter's phrases, which follow one another without a gap from the start of its MP3."""

    track: Track
    phrases: tuple[Phrase, ...]


def spoken_chapters(recording: Recording, pages: Mapping[str, int]) -> tuple[SpokenChapter, ...]:
    """The chapters of a recording; `pages` is the page on which each sentence begins, by its id.

    A page on which no sentence begins has nothing to go to, and a note never leads back to a page before.
    """
    taken = {clip.id for track in recording.tracks for clip in track.chapter.clips}
    found: list[SpokenChapter] = []
    last = 0
    for track in recording.tracks:
        phrases: list[Phrase] = []
        for clip, begin, end in _times(track):
            page = pages.get(clip.id, 0)
            if page > last:
                last, middle = page, begin + _silence(clip, begin, end, track)
                phrases.append(Phrase(_free(f"page-{page}", taken), begin, middle, page=page))
                begin = middle
            phrases.append(Phrase(clip.id, begin, end, clip))
        found.append(SpokenChapter(track, tuple(phrases) if found else _from_title(phrases, recording.title)))
    return tuple(found)


def says(clip: Clip, title: str) -> bool:
    """Whether a clip says a title and no more; a voice needs a stop at its end."""
    return clip.text.removesuffix(".") == title.removesuffix(".")


def _from_title(phrases: Sequence[Phrase], title: str) -> tuple[Phrase, ...]:
    """The phrases with what is said before the title as one with it: players begin there."""
    at = next((index for index, phrase in enumerate(phrases) if phrase.clip and says(phrase.clip, title)), 0)
    return (replace(phrases[at], begin=phrases[0].begin), *phrases[at + 1 :])


def _times(track: Track) -> Iterator[tuple[Clip, int, int]]:
    """Each clip with its times in the MP3, where everything is heard later: the first takes the wait as well."""
    clips: Sequence[Clip] = track.chapter.clips
    ends = [_milliseconds(clip.end + track.delay) for clip in clips]
    yield from zip(clips, [0, *ends], ends, strict=False)


def _silence(clip: Clip, begin: int, end: int, track: Track) -> int:
    """How long the page before a clip is: within its silence, as far as anybody knows when the first word is said."""
    free = _milliseconds(clip.words[0].start + track.delay) - begin - MARGIN if clip.words else (end - begin) // 4
    return max(1, min(PAGE, free, end - begin - 1))


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000 + 0.5)


def _free(name: str, taken: set[str]) -> str:
    """The name, made longer until nothing else is called so; now taken."""
    while name in taken:
        name += "."
    taken.add(name)
    return name
