"""A recording without a voice: each sentence of an edition is a tone of its own, so that a test hears which it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from everyway.model import Edition, Picture, Publication, Section, Statement
from everyway.model.walk import blocks_of, plain_text, sections_of, sentences_of
from everyway.speech.encoding import MP3_DELAY, to_mp3
from everyway.speech.recording import Recording, Track
from everyway.speech.sound import SpokenWord
from everyway.speech.timeline import Clip, TimedChapter
from everyway.speech.utterance import Kind
from everyway.writing.parts import Parts

RATE = 22_050
SECONDS = 1.2
"""How long each tone is."""


def pitch(number: int) -> int:
    """The pitch of a chapter's clip of that number, in cycles a second."""
    return 300 + 90 * (number % 25)


def parts_of(publication: Publication, folder: Path) -> dict[str, Parts]:
    """Every edition's recording, its sound in `folder`."""
    return {edition.name: Parts(recording_of(edition, folder / edition.name)) for edition in publication.editions}


def recording_of(edition: Edition, folder: Path) -> Recording:
    """Each part as a chapter of tones, and an opening that has no page."""
    folder.mkdir(parents=True)
    said = [("opening", edition.title, [("opening-title", Kind.ANNOUNCEMENT, edition.title)])]
    said += [(part.id, plain_text(part.heading.inlines), list(_said(part))) for part in edition.sections]
    tracks = tuple(_track(*chapter, edition.language, folder) for chapter in said)
    voice, engine = "tones", "tones 1"
    return Recording(edition.name, edition.title, edition.language, voice, engine, RATE, -19.0, -3.0, tracks)


def _said(part: Section) -> Iterator[tuple[str, Kind, str]]:
    for number, picture in enumerate(_pictures(part)):
        yield f"{part.id}-picture-{number}", Kind.PICTURE, f"Picture: {picture.alt}"
    for section in (part, *sections_of(part)):
        for sentence in sentences_of(section):
            kind = Kind.HEADING if sentence is section.heading else Kind.SENTENCE
            yield sentence.id, kind, plain_text(sentence.inlines)


def _pictures(part: Section) -> Iterator[Picture]:
    for section in (part, *sections_of(part)):
        yield from (block.picture for block in blocks_of(section.blocks) if isinstance(block, Statement))


def _track(name: str, title: str, said: list[tuple[str, Kind, str]], language: str, folder: Path) -> Track:
    length = round(SECONDS * RATE)
    clips = tuple(
        Clip(*one, language, number * SECONDS, (number + 1) * SECONDS, _words(one[2], number * SECONDS))
        for number, one in enumerate(said)
    )
    times = np.arange(length) / RATE
    tones = [np.sin(2 * np.pi * pitch(number) * times) for number in range(len(said))]
    mp3 = to_mp3((np.concatenate(tones) * 8000).astype(np.int16), RATE)
    (folder / f"{name}.mp3").write_bytes(mp3)
    chapter = TimedChapter(name, title, len(said) * SECONDS, clips)
    return Track(
        chapter=chapter,
        mp3=folder / f"{name}.mp3",
        aac=folder / f"{name}.aac",
        flac=folder / f"{name}.flac",
        gain=0.0,
        delay=MP3_DELAY / RATE,
        mp3_seconds=len(mp3) / 8000,
        aac_frames=0,
        rate=RATE,
    )


def _words(text: str, start: float) -> tuple[SpokenWord, ...]:
    words = text.split()
    step = SECONDS / max(1, len(words))
    return tuple(SpokenWord(word, start + at * step, start + (at + 1) * step) for at, word in enumerate(words))
