"""A voice for tests: each utterance is a tone, its length by the letters in it, with a time for each word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from everyway.errors import VoiceError
from everyway.model import Source
from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.tokens import Token, Words
from everyway.speech.utterance import Chapter, Kind, Script, Utterance

RATE = 22050
LETTER = 0.06


@dataclass
class Tones:
    """Says words as tones, and cannot say "unspeakable"; `said` is all that it was asked for."""

    loudness: float = 0.3
    rate: int = RATE
    said: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"tones {self.loudness} {self.rate}"

    def say(self, tokens: Sequence[Token], language: str) -> Sound:
        text = " ".join(token.text for token in tokens if isinstance(token, Words))
        self.said.append(text)
        if "unspeakable" in text:
            raise VoiceError("voice-failed", f"“{text}” could not be said.", fix="Write it otherwise.")
        words, at = [], 0.0
        for word in text.split():
            words.append(SpokenWord(word, at, at + len(word) * LETTER))
            at += (len(word) + 1) * LETTER
        time = np.arange(round(at * self.rate)) / self.rate
        tone = np.sin(2 * np.pi * (200 + len(text)) * time) * (0.6 + 0.4 * np.sin(2 * np.pi * 3 * time))
        return Sound((tone * self.loudness * 32767).astype("<i2").tobytes(), self.rate, tuple(words))

    def close(self) -> None:
        pass


def utterance(name: str, text: str, *, before: int = 300, after: int = 300, kind: Kind = Kind.SENTENCE) -> Utterance:
    where = Source("content/plan/01-people.md", len(name))
    return Utterance(name, kind, (Words(text),), "en-GB", text, before, after, where, 1 if kind is Kind.HEADING else 0)


def chapter(name: str, *texts: str) -> Chapter:
    """A heading and sentences, with the silences of a plan."""
    last = len(texts)
    kinds = [Kind.HEADING, *[Kind.SENTENCE] * (last - 1)]
    pauses = [(500 if number == 0 else 300, 700 if number == last - 1 else 300) for number in range(last)]
    rows = zip(texts, kinds, pauses, strict=True)
    made = [
        utterance(f"{name}-{number}", text, before=before, after=after, kind=kind)
        for number, (text, kind, (before, after)) in enumerate(rows, 1)
    ]
    return Chapter(name, texts[0], tuple(made))


def script(*chapters: Chapter) -> Script:
    return Script("plan", "The garden plan", "en-GB", chapters)


class Shelf(dict[str, bytes]):
    """A cache in memory, which counts what is found in it."""

    found = 0

    def get(self, key: str, default: bytes | None = None) -> bytes | None:  # type: ignore[override]
        value = super().get(key, default)
        self.found += value is not None
        return value

    def has(self, key: str) -> bool:
        return key in self

    def put(self, key: str, content: bytes) -> None:
        self[key] = content


def samples_of(sound: Sound) -> Iterator[int]:
    yield from np.frombuffer(sound.samples, "<i2").tolist()
