"""Tones for tests: a tone for every word, as long as its letters, always the same. It obeys words that tests say.

"(die)" ends the process, "(hang)" answers never, "(silent)", "(short)" and "(clipped)" give bad sound; with "once"
in it, only the first process that finds the file named after "once:" missing does so, and writes it.
"""

from __future__ import annotations

import math
import os
import signal
import time
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.tokens import Pause, Spoken, Token
from everyway.speech.voices.wire import Setting

RATE = 22050
LOUD = 12000


class Tones:
    """An engine that needs nothing."""

    forks = False

    def __init__(self, setting: Setting) -> None:
        self._letter = 60 / setting.speed / 6

    def speak(self, tokens: Sequence[Token], language: str) -> Sound:
        """A tone for each word, silence for each pause."""
        pieces = tuple(_said(tokens))
        loudness = LOUD
        for word in pieces:
            loudness = _obeyed(word, loudness) if isinstance(word, str) else loudness
        samples = array("h")
        words = []
        for said in pieces:
            start = len(samples) / RATE
            if isinstance(said, int):
                samples.extend(_tone(0, said / 1000, 0))
                continue
            samples.extend(_tone(200 + 20 * (len(said) % 10), self._letter * (len(said) + 1), loudness))
            words.append(SpokenWord(said, start, len(samples) / RATE))
        if loudness < 0:
            samples = samples[: RATE // 20]
        return Sound(samples.tobytes(), RATE, tuple(words))


def _said(tokens: Sequence[Token]) -> Iterator[str | int]:
    for token in tokens:
        if isinstance(token, Pause):
            yield token.milliseconds
        elif isinstance(token, Spoken):
            yield from _said(token.tokens)
        else:
            yield from token.text.split()


def _obeyed(word: str, loudness: int) -> int:
    order, _, once = word.strip("()").partition(":")
    if not word.startswith("(") or (once and Path(once).exists()):
        return loudness
    if once:
        Path(once).touch()
    if order == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    while order == "hang":
        time.sleep(1)
    if order == "refuse":
        raise ValueError("as it was told")
    return {"silent": 0, "short": -LOUD, "clipped": 1_000_000}.get(order, loudness)


@cache
def _tone(hertz: float, seconds: float, loudness: int) -> array[int]:
    levels = (loudness * math.sin(2 * math.pi * hertz * number / RATE) for number in range(round(seconds * RATE)))
    return array("h", (round(max(-32767, min(32767, level))) for level in levels))


def load(setting: Setting) -> Tones:
    """The engine of a setting."""
    return Tones(setting)
