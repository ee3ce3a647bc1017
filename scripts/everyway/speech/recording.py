"""A recording: an edition as it was said, in sound files by chapter, with the time of everything in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from everyway.speech.timeline import TimedChapter, Timeline


@dataclass(frozen=True, slots=True)
class Track:
    """A chapter's sound: `mp3` is bare MPEG audio without tags, `aac` is ADTS; both of one channel and one gain.

    `delay` is how much later everything is heard in the MP3 than the chapter's clips say, `mp3_seconds` the length of
    that file; `aac_frames` counts the frames of 1024 samples.
    """

    chapter: TimedChapter
    mp3: Path
    aac: Path
    delay: float
    mp3_seconds: float
    aac_frames: int


@dataclass(frozen=True, slots=True)
class Recording:
    """An edition as it was said, at `rate` samples a second.

    `voice` is the name of the voice and `engine` that of what made it, with its version, as readers may be told.
    `loudness` (LUFS) and `peak` (dBTP) are those of the whole, after its gain.
    """

    edition: str
    title: str
    language: str
    voice: str
    engine: str
    rate: int
    loudness: float
    peak: float
    tracks: tuple[Track, ...]

    @property
    def timeline(self) -> Timeline:
        """When everything is said."""
        return Timeline(self.edition, self.language, tuple(track.chapter for track in self.tracks))
