"""A file for each chapter, as the site plays them: sound, captions, words and transcript."""

from __future__ import annotations

from pathlib import Path

from everyway.speech.recording import Recording
from everyway.writing.audio.captions import captions, words
from everyway.writing.audio.facts import deliver
from everyway.writing.audio.id3 import tag
from everyway.writing.audio.languages import three_letters
from everyway.writing.audio.placed import Placed
from everyway.writing.audio.transcript import transcript


def write_chapter_files(recording: Recording, folder: Path) -> None:
    """Write `<id>.mp3`, `<id>.vtt`, `<id>.words.vtt` and `<id>.txt` of every chapter into the folder, which exists.

    Cues have the ids of sentences, and the times at which they are heard in the MP3.
    """
    for number, track in enumerate(recording.tracks, 1):
        one = Placed(track, 0.0)
        texts = (
            ("TIT2", track.chapter.title),
            ("TALB", recording.title),
            ("TLAN", three_letters(recording.language)),
            ("TRCK", f"{number}/{len(recording.tracks)}"),
        )
        name = track.chapter.id
        deliver(tag(texts) + track.mp3.read_bytes(), folder / f"{name}.mp3")
        deliver(captions([one], recording.language).encode(), folder / f"{name}.vtt")
        deliver(words([one]).encode(), folder / f"{name}.words.vtt")
        deliver(transcript([track.chapter]).encode(), folder / f"{name}.txt")
