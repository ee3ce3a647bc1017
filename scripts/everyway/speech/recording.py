"""A recording: an edition as it was said, in sound files by chapter, with the time of everything in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from everyway.speech.options import SpeechOptions
from everyway.speech.timeline import TimedChapter, Timeline
from everyway.speech.utterance import Script


@dataclass(frozen=True, slots=True)
class Track:
    """A chapter's sound: `mp3` is bare MPEG audio without tags, `aac` is ADTS; both of one channel. `flac` is the sound
    as it was said, before its `gain` in decibels, for whoever needs every sample.

    `delay` is how much later everything is heard in the MP3 than the chapter's clips say, `mp3_seconds` the length of
    that file; `aac_frames` counts the frames of 1024 samples, `rate` of them a second. `loudness` are the mean squares
    of its blocks, and `peak` its true peak, where 1 is full scale, after its gain.
    """

    chapter: TimedChapter
    mp3: Path
    aac: Path
    flac: Path
    gain: float
    delay: float
    mp3_seconds: float
    aac_frames: int
    rate: int
    loudness: tuple[float, ...] = ()
    peak: float = 0.0


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


def recorded(script: Script, options: SpeechOptions, tracks: Sequence[Track]) -> Recording:
    """The recording that a script's tracks make, in the order of its chapters; ValueError when there is no track."""
    from everyway.speech.loudness import decibels, integrated
    from everyway.speech.voices.table import voice_named

    rates = {track.rate for track in tracks}
    if len(rates) != 1:
        raise ValueError(f"a recording has one rate, not {sorted(rates)}")
    voice = voice_named(options.voice)
    return Recording(
        script.edition,
        script.title,
        script.language,
        voice.name,
        voice.title,
        rates.pop(),
        round(integrated([mean for track in tracks for mean in track.loudness]), 2),
        round(decibels(max(track.peak for track in tracks)), 2),
        tuple(tracks),
    )
