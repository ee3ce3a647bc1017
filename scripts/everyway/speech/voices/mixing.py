"""Two engines in one utterance: what the one does not speak is said by another, in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.tokens import Pause, Spoken, Token
from everyway.speech.voices import Speaker
from everyway.speech.voices.hearing import silence
from everyway.speech.voices.table import primary_subtag

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[tuple[int], np.dtype[np.float64]]

CHANGE_SECONDS = 0.06
"""The silence where one voice takes over from another."""


class MixedSpeaker:
    """A Speaker whose `main` speaks one language; `other` opens a speaker for another, None where there is none.

    All it says has `rate` samples a second, whoever said it.
    """

    def __init__(
        self, main: Speaker, language: str, rate: int, other: Callable[[str], Speaker | None], key: str
    ) -> None:
        self.key = key
        self._main = main
        self._language = primary_subtag(language)
        self._rate = rate
        self._open = other
        self._others: dict[str, Speaker | None] = {}

    def say(self, tokens: Sequence[Token], language: str) -> Sound:
        """The sound of tokens in a language, each part in the voice of its own; VoiceError as each gives it."""
        parts = tuple(self._parts(tokens, primary_subtag(language)))
        speakers = [self._speaker(each) for each, _ in parts]
        if all(speaker is self._main for speaker in speakers):
            return self._main.say(tokens, language)
        sounds: list[Sound] = []
        for speaker, (each, some) in zip(speakers, parts, strict=True):
            inner = _bare(some)
            before, after = inner.start, len(some) - inner.stop
            sounds.append(self._still(some[:before]))
            sounds.append(speaker.say(some[inner], each))
            sounds.append(self._still(some[len(some) - after :]))
        return joined([sound for sound in sounds if sound.samples], self._rate)

    def close(self) -> None:
        """End all their processes."""
        for speaker in (self._main, *self._others.values()):
            if speaker:
                speaker.close()

    def _parts(self, tokens: Sequence[Token], language: str) -> Iterator[tuple[str, tuple[Token, ...]]]:
        """Runs of tokens of one language each, where a language nobody speaks counts as the main one."""
        known = ((each if self._is_spoken(each) else self._language, token) for each, token in _flat(tokens, language))
        for each, run in groupby(known, key=lambda pair: pair[0]):
            some = tuple(token for _, token in run)
            yield each, some

    def _still(self, pauses: Sequence[Token]) -> Sound:
        seconds = sum(pause.milliseconds for pause in pauses if isinstance(pause, Pause)) / 1000
        return silence(seconds, self._rate)

    def _is_spoken(self, language: str) -> bool:
        return language == self._language or self._other(language) is not None

    def _speaker(self, language: str) -> Speaker:
        return self._main if language == self._language else self._other(language) or self._main

    def _other(self, language: str) -> Speaker | None:
        if language not in self._others:
            self._others[language] = self._open(language)
        return self._others[language]


def joined(sounds: Sequence[Sound], rate: int) -> Sound:
    """Sounds one after another at a rate of samples, each with words as loud as the first of them."""
    import numpy as np

    pieces: list[Samples] = []
    words: list[SpokenWord] = []
    level = 0.0
    at = 0
    for number, sound in enumerate(sounds):
        samples = _at_rate(sound, rate)
        if sound.words:
            own = float(np.sqrt((samples**2).mean()))
            level = level or own
            samples = samples * min(level / own, 32000 / max(1.0, float(np.abs(samples).max())))
            words += [SpokenWord(word.text, word.start + at / rate, word.end + at / rate) for word in sound.words]
        gap = np.zeros(round(CHANGE_SECONDS * rate) if number + 1 < len(sounds) else 0)
        pieces += [samples, gap]
        at += len(samples) + len(gap)
    return Sound(np.rint(np.concatenate(pieces)).astype("<i2").tobytes(), rate, tuple(words))


def _at_rate(sound: Sound, rate: int) -> Samples:
    import numpy as np

    samples: Samples = np.frombuffer(sound.samples, "<i2").astype(np.float64)
    if sound.rate == rate:
        return samples
    from math import gcd

    from scipy.signal import resample_poly  # type: ignore[import-untyped, unused-ignore]

    shared = gcd(rate, sound.rate)
    resampled: Samples = resample_poly(samples, rate // shared, sound.rate // shared)
    return resampled


def _flat(tokens: Sequence[Token], language: str) -> Iterator[tuple[str, Token]]:
    for token in tokens:
        if isinstance(token, Spoken):
            yield from _flat(token.tokens, primary_subtag(token.language))
        else:
            yield language, token


def _bare(tokens: Sequence[Token]) -> slice:
    """Where tokens begin and end, without the pauses about them."""
    said = [number for number, token in enumerate(tokens) if not isinstance(token, Pause)]
    return slice(said[0], said[-1] + 1) if said else slice(0, 0)
