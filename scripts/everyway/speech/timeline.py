"""When everything is said: the one timeline of an edition, from which every spoken format takes its times."""

from __future__ import annotations

from dataclasses import dataclass

from everyway.speech.sound import SpokenWord
from everyway.speech.utterance import Kind


@dataclass(frozen=True, slots=True)
class Clip:
    """An utterance in time, in seconds from the start of its chapter's sound: clips follow one another without a gap.

    Their borders lie in the middle of the silence between two utterances. `words` have times of the same clock.
    """

    id: str
    kind: Kind
    text: str
    language: str
    start: float
    end: float
    words: tuple[SpokenWord, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class TimedChapter:
    """A chapter in time; `seconds` is the length of its sound, at which its last clip ends."""

    id: str
    title: str
    seconds: float
    clips: tuple[Clip, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All of an edition in time. Each chapter's clock starts at 0."""

    edition: str
    language: str
    chapters: tuple[TimedChapter, ...]

    @property
    def seconds(self) -> float:
        """How long all of it is."""
        return sum(chapter.seconds for chapter in self.chapters)
