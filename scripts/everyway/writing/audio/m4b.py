"""An edition as an audiobook (M4B): AAC, chapters and a cover in one file, for apps that keep the listener's place."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from everyway.model import Artifact, Edition, Publication
from everyway.speech.recording import Recording
from everyway.tools.ffmpeg import EXACT, run_ffmpeg
from everyway.writing.audio.cover import cover_of
from everyway.writing.audio.facts import artifact, facts_of, recording_in, target
from everyway.writing.audio.languages import three_letters
from everyway.writing.parts import Parts

NAME = "m4b"

_FRAME = 1024
_AUDIOBOOK = 2
"""The kind of medium, as Apple's players know it."""


def make_m4b(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path, parts: Parts
) -> Sequence[Artifact]:
    """The audiobook of an edition. Facts: those of every spoken format (`facts.facts_of`).

    Nothing is encoded: the chapters' AAC is copied, frame by frame. ToolError when FFmpeg is missing or fails.
    """
    recording = recording_in(parts)
    frames = sum(track.aac_frames for track in recording.tracks)
    file = target(publication, edition, NAME, ".m4b", folder)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        names = ("sound.aac", "facts.txt", "cover.png", "book.m4b")
        sound, facts, cover, made = (Path(aside) / name for name in names)
        sound.write_bytes(b"".join(track.aac.read_bytes() for track in recording.tracks))
        facts.write_text("\n".join(_facts(publication, edition, recording)), "utf-8")
        cover.write_bytes(cover_of(publication, edition))
        # From files: beside others, FFmpeg reads a pipe one frame in ten milliseconds.
        given = ("-f", "aac", "-i", str(sound), "-f", "ffmetadata", "-i", str(facts), "-i", str(cover))
        streams = ("-map", "0:a", "-map", "2:v", "-c", "copy", "-disposition:v:0", "attached_pic")
        words = ("-map_metadata", "1", "-map_chapters", "1")
        language = ("-metadata:s:a:0", f"language={three_letters(recording.language)}")
        form = ("-movflags", "+faststart", "-f", "ipod", "-brand", "M4B ", str(made))
        run_ffmpeg((*given, *streams, *EXACT, *words, *language, *form))
        made.replace(file)
    return [artifact(NAME, edition, file, "audio/mp4", facts_of(recording, frames * _FRAME / recording.rate))]


def _facts(publication: Publication, edition: Edition, recording: Recording) -> Iterator[str]:
    """FFmpeg's file of facts: the tags, then each chapter, its times in samples."""
    yield ";FFMETADATA1"
    tags = {
        "title": edition.title,
        "artist": publication.publisher,
        "album": publication.title,
        "album_artist": publication.publisher,
        "genre": "Audiobook",
        "date": publication.date.isoformat(),
        "description": edition.summary or publication.summary,
        "copyright": publication.rights,
        "media_type": str(_AUDIOBOOK),
    }
    yield from (f"{name}={_escaped(value)}" for name, value in tags.items() if value)
    start = 0
    for track in recording.tracks:
        end = start + track.aac_frames * _FRAME
        yield f"[CHAPTER]\nTIMEBASE=1/{recording.rate}\nSTART={start}\nEND={end}"
        yield f"title={_escaped(track.chapter.title)}"
        start = end


def _escaped(text: str) -> str:
    one_line = " ".join(text.split())
    return "".join(f"\\{sign}" if sign in "=;#\\" else sign for sign in one_line)
