"""A chapter as it was said: its sound, its times and what levelling has to know; and the same as bytes to keep."""

from __future__ import annotations

import json
from dataclasses import dataclass

from everyway.speech.sound import SpokenWord
from everyway.speech.timeline import Clip, TimedChapter
from everyway.speech.utterance import Chapter


@dataclass(frozen=True, slots=True)
class Performance:
    """A chapter as it was said, before its gain.

    `sound` is a FLAC file of one channel, `rate` samples a second, and `digest` its SHA-256. `loudness` are the mean
    squares of its blocks (see `loudness.blocks`).
    """

    chapter: TimedChapter
    rate: int
    sound: bytes
    digest: str
    loudness: tuple[float, ...]


def to_bytes(performance: Performance) -> bytes:
    """A performance to be kept: a line of JSON, then its sound. The words of the chapter are not in it."""
    chapter = performance.chapter
    facts = {
        "rate": performance.rate,
        "digest": performance.digest,
        "seconds": chapter.seconds,
        "loudness": performance.loudness,
        "clips": [[clip.start, clip.end, words_as_json(clip.words)] for clip in chapter.clips],
    }
    return json.dumps(facts).encode() + b"\n" + performance.sound


def from_bytes(content: bytes, chapter: Chapter) -> Performance:
    """A performance that was kept, of a chapter that is said alike; ValueError when it is none of it."""
    line, _, sound = content.partition(b"\n")
    try:
        facts = json.loads(line)
        spans = [(start, end, words_of(words)) for start, end, words in facts["clips"]]
        return Performance(
            timed(chapter, facts["seconds"], spans),
            facts["rate"],
            sound,
            facts["digest"],
            tuple(facts["loudness"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"no performance: {error}") from error


def timed(chapter: Chapter, seconds: float, spans: list[tuple[float, float, tuple[SpokenWord, ...]]]) -> TimedChapter:
    """A chapter of the script in time; ValueError unless there is a span for each utterance."""
    clips = [
        Clip(each.id, each.kind, each.text, each.language, start, end, words, each.level)
        for each, (start, end, words) in zip(chapter.utterances, spans, strict=True)
    ]
    return TimedChapter(chapter.id, chapter.title, seconds, tuple(clips))


def words_as_json(words: tuple[SpokenWord, ...]) -> list[list[object]]:
    """Words and their times as JSON takes them."""
    return [[word.text, word.start, word.end] for word in words]


def words_of(rows: list[list[object]]) -> tuple[SpokenWord, ...]:
    """The words that `words_as_json` gave; ValueError when they are none."""
    try:
        return tuple(SpokenWord(str(text), float(str(start)), float(str(end))) for text, start, end in rows)
    except TypeError as error:
        raise ValueError(f"no words: {error}") from error
