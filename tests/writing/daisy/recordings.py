"""Recordings without a voice: every utterance is a short silence, so that tests of what is made from them are quick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from everyway.model import Edition, Figure, Publication, Section, Statement
from everyway.model.walk import blocks_of, plain_text, sections_of, sentences_in
from everyway.speech.recording import Recording, Track
from everyway.speech.sound import SpokenWord
from everyway.speech.timeline import Clip, TimedChapter
from everyway.speech.utterance import Kind

RATE = 22050
DELAY = 1105 / RATE
LONG = 0.6
"""Seconds of every clip."""


def clip(name: str, kind: Kind, text: str, language: str = "en-GB", level: int = 0) -> Clip:
    return Clip(name, kind, text, language, 0.0, 0.0, level=level)


def clips_of(section: Section, language: str) -> Iterator[Clip]:
    """What is said of a section and those under it: each block's notes after it, its pictures before it."""
    own = section.language or language
    yield clip(section.heading.id, Kind.HEADING, plain_text(section.heading.inlines), own, section.level)
    if section.opening and section.opening.summary:
        yield clip(section.opening.summary.id, Kind.SENTENCE, plain_text(section.opening.summary.inlines), own)
    for number, block in enumerate(section.blocks, 1):
        pictures = [each.picture for each in blocks_of((block,)) if isinstance(each, Statement | Figure)]
        for place, picture in enumerate(pictures, 1):
            if picture.alt:
                yield clip(f"{section.id}-picture-{number}-{place}", Kind.PICTURE, picture.alt, own)
        for sentence in sentences_in((block,)):
            yield clip(sentence.id, Kind.SENTENCE, plain_text(sentence.inlines), own)
    for note in section.notes:
        for sentence in sentences_in(note.blocks):
            yield clip(sentence.id, Kind.NOTE, plain_text(sentence.inlines), own)
    for inner in section.sections:
        yield from clips_of(inner, own)


def recording_of(publication: Publication, edition: Edition, folder: Path) -> Recording:
    """A recording of every sentence of an edition, with an opening and a closing chapter."""
    title = clip("opening-title", Kind.HEADING, edition.title, edition.language, 1)
    said = clip("opening-voice", Kind.ANNOUNCEMENT, "This is a synthetic voice.", edition.language)
    last = clip("closing-contact", Kind.ANNOUNCEMENT, publication.contact.email, edition.language)
    chapters = [
        ("opening", edition.title, [title, said]),
        *(
            (part.id, plain_text(part.heading.inlines), list(clips_of(part, edition.language)))
            for part in edition.sections
        ),
        ("closing", "How to reach us", [last]),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    tracks = tuple(track(TimedChapter(name, words, 0.0, tuple(clips)), folder) for name, words, clips in chapters)
    return Recording(
        edition.name, edition.title, edition.language, "tones", "Tones, for tests", RATE, -19.0, -3.0, tracks
    )


def track(chapter: TimedChapter, folder: Path) -> Track:
    """A chapter's track: each clip of 0.6 s, its only word after 0.2 s."""
    import numpy as np

    from everyway.speech.encoding import to_mp3
    from everyway.speech.mpeg import seconds

    clips = tuple(
        replace(
            each,
            start=number * LONG,
            end=(number + 1) * LONG,
            words=(SpokenWord("word", number * LONG + 0.2, number * LONG + 0.4),),
        )
        for number, each in enumerate(chapter.clips)
    )
    whole = replace(chapter, clips=clips, seconds=len(clips) * LONG)
    sound = to_mp3(np.zeros(round(whole.seconds * RATE), dtype=np.int16), RATE)
    file = folder / f"{chapter.id}.mp3"
    file.write_bytes(sound)
    return Track(
        whole, mp3=file, aac=file, flac=file, gain=0.0, delay=DELAY, mp3_seconds=seconds(sound), aac_frames=0, rate=RATE
    )


def pages_of(edition: Edition, each: int = 3) -> Mapping[str, int]:
    """Pages as a PDF might have them: so many sentences on each, the first on page 3."""
    from everyway.model.walk import sentences_of

    sentences = [sentence.id for part in sections_of(edition) for sentence in sentences_of(part)]
    return {name: 3 + number // each for number, name in enumerate(sentences)}
