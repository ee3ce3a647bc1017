"""Recordings without a voice: each utterance of the real script is a short silence, so that tests are quick."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from everyway.model import Edition, Publication
from everyway.speech.options import SpeechOptions
from everyway.speech.recording import Recording, Track
from everyway.speech.script import script
from everyway.speech.sound import SpokenWord
from everyway.speech.timeline import Clip, TimedChapter
from everyway.speech.utterance import Utterance

RATE = 22050
DELAY = 1105 / RATE
LONG = 0.6
"""Seconds of every clip; its only word begins after 0.2 s."""


def recording_of(publication: Publication, edition: Edition, folder: Path) -> Recording:
    """A recording of everything that is said of an edition, in a new folder."""
    said = script(publication, edition, SpeechOptions())
    folder.mkdir(parents=True)
    tracks = []
    for chapter in said.chapters:
        clips = tuple(clip(number, each) for number, each in enumerate(chapter.utterances))
        timed = TimedChapter(chapter.id, chapter.title, len(clips) * LONG, clips)
        tracks.append(track(timed, folder / f"{chapter.id}.mp3"))
    return recorded(said.edition, said.title, said.language, tracks)


def recorded(edition: str, title: str, language: str, tracks: Sequence[Track]) -> Recording:
    return Recording(edition, title, language, "tones", "Tones, for tests", RATE, -19.0, -3.0, tuple(tracks))


def clip(number: int, said: Utterance) -> Clip:
    """An utterance as the clip of that number."""
    start = number * LONG
    word = SpokenWord("word", start + 0.2, start + 0.4)
    return Clip(said.id, said.kind, said.text, said.language, start, start + LONG, (word,), said.level)


def track(chapter: TimedChapter, file: Path) -> Track:
    """A chapter's track: silence of its length."""
    from everyway.speech.mpeg import seconds

    sound = silence(round(chapter.seconds * RATE))
    file.write_bytes(sound)
    length = seconds(sound)
    return Track(chapter, file, file, flac=file, gain=0.0, delay=DELAY, mp3_seconds=length, aac_frames=0, rate=RATE)


@cache
def silence(samples: int) -> bytes:
    import numpy as np

    from everyway.speech.encoding import to_mp3

    return to_mp3(np.zeros(samples, dtype=np.int16), RATE)
