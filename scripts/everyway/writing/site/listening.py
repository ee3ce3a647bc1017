"""What there is to listen to on the site: each edition's chapters, with their files and the times for the player."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from everyway.model import Edition, Section
from everyway.speech.recording import Recording, Track
from everyway.speech.utterance import Kind
from everyway.writing.parts import Parts

FOLDER = "audio"


@dataclass(frozen=True, slots=True)
class Listened:
    """A chapter that can be listened to. Its files are named by their places in the site.

    `sound` is the MP3, of `size` bytes and `seconds` length; `captions` has a cue for each sentence and `words` one for
    each word; `transcript` is all that is said, as text; `cues` is what the player on the page goes by.
    """

    id: str
    title: str
    seconds: float
    size: int
    sound: str
    captions: str
    words: str
    transcript: str
    cues: str


@dataclass(frozen=True, slots=True)
class Listening:
    """What there is to listen to of an edition. `files` are the places in the site of its files, and where they lie."""

    edition: str
    chapters: tuple[Listened, ...]
    files: Mapping[str, Path]

    def to(self, section: Section) -> Listened | None:
        """The chapter that a part is read in; None when there is none."""
        return next((chapter for chapter in self.chapters if chapter.id == section.id), None)


def listening_to(editions: Sequence[Edition], parts: Mapping[str, Parts], folder: Path) -> tuple[Listening, ...]:
    """What there is to listen to, of the editions that have a recording; the files are written into `folder`."""
    recordings = ((edition, parts[edition.name].recording) for edition in editions if edition.name in parts)
    return tuple(_listening(edition, recording, folder) for edition, recording in recordings if recording)


def _listening(edition: Edition, recording: Recording, folder: Path) -> Listening:
    from everyway.writing.audio.chapters import write_chapter_files

    own = folder / edition.name
    own.mkdir(parents=True)
    write_chapter_files(recording, own)
    for track in recording.tracks:
        (own / f"{track.chapter.id}.js").write_text(cue_script(track), "utf-8")
    files = {f"{FOLDER}/{edition.name}/{file.name}": file for file in sorted(own.iterdir())}
    return Listening(edition.name, tuple(_chapters(edition.name, recording, own)), files)


def _chapters(edition: str, recording: Recording, folder: Path) -> Iterator[Listened]:
    for track in recording.tracks:
        start = f"{FOLDER}/{edition}/{track.chapter.id}"
        yield Listened(
            track.chapter.id,
            track.chapter.title,
            track.mp3_seconds,
            (folder / f"{track.chapter.id}.mp3").stat().st_size,
            f"{start}.mp3",
            f"{start}.vtt",
            f"{start}.words.vtt",
            f"{start}.txt",
            f"{start}.js",
        )


def cue_script(track: Track) -> str:
    """A chapter's times as a script, which also loads where a site is opened from a folder, without a server.

    One row a clip, `[seconds from the start of the MP3, id]`, and for a picture its words as well. A clip ends where
    the next begins.
    """
    rows = [
        [round(clip.start + track.delay, 3), clip.id, *([clip.text] if clip.kind is Kind.PICTURE else [])]
        for clip in track.chapter.clips
    ]
    return f"window.everywayCues={json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n"
