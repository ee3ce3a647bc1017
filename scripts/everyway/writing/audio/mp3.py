"""An edition as one MP3 that every player plays, with chapters; its captions and its transcript beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from everyway.model import Artifact, Edition, Publication
from everyway.speech.recording import Recording
from everyway.writing.audio.captions import captions, words
from everyway.writing.audio.cover import cover_of
from everyway.writing.audio.facts import artifact, deliver, facts_of, recording_in, target
from everyway.writing.audio.id3 import Mark, tag
from everyway.writing.audio.languages import three_letters
from everyway.writing.audio.placed import Placed, placed
from everyway.writing.audio.transcript import transcript
from everyway.writing.parts import Parts

NAME = "mp3"


def make_mp3(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path, parts: Parts
) -> Sequence[Artifact]:
    """The MP3 of an edition, and three files of its words: captions, word by word, and the transcript.

    Facts: those of every spoken format (`facts.facts_of`), and `kilobits` a second. The other three files have the
    fact `beside`: captions, words or transcript.
    """
    recording = recording_in(parts)
    chapters = tuple(placed(recording.tracks))
    sound = b"".join(track.mp3.read_bytes() for track in recording.tracks)
    head = tag(_texts(publication, edition, recording), _marks(chapters), cover_of(publication, edition))
    texts = {
        "captions": (".vtt", "text/vtt", captions(chapters, recording.language)),
        "words": (".words.vtt", "text/vtt", words(chapters)),
        "transcript": (".txt", "text/plain", transcript(track.chapter for track in recording.tracks)),
    }
    file = target(publication, edition, NAME, ".mp3", folder)
    deliver(head + sound, file)
    facts = {**facts_of(recording, chapters[-1].end), "kilobits": round(len(sound) * 8 / chapters[-1].end / 1000)}
    made = [artifact(NAME, edition, file, "audio/mpeg", facts)]
    for beside, (ending, media_type, text) in texts.items():
        file = target(publication, edition, NAME, ending, folder)
        deliver(text.encode(), file)
        made.append(artifact(NAME, edition, file, media_type, {"beside": beside}))
    return made


def _texts(publication: Publication, edition: Edition, recording: Recording) -> Sequence[tuple[str, str]]:
    day = publication.date
    return (
        ("TIT2", edition.title),
        ("TALB", publication.title),
        ("TPE1", publication.publisher),
        ("TLAN", three_letters(recording.language)),
        ("TYER", f"{day:%Y}"),
        ("TDAT", f"{day:%d%m}"),
        ("TCON", "Audiobook"),
        ("TCOP", publication.rights),
    )


def _marks(chapters: Iterable[Placed]) -> Sequence[Mark]:
    return [Mark(one.track.chapter.title, round(one.start * 1000), round(one.end * 1000)) for one in chapters]
