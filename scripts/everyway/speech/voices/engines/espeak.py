"""eSpeak NG through pyttsx3, in one voice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyttsx3  # type: ignore[import-untyped]

from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.tokens import Token
from everyway.speech.voices.engines import espeak_driver
from everyway.speech.voices.engines.ssml import Rendering, rendered
from everyway.speech.voices.wire import Setting

VOLUME = 0.7
"""At full volume the loudest samples reach full scale; all sound is levelled later."""


class Espeak:
    """eSpeak NG, its voice and rate set. What it says depends on what it said before, hence a copy for each."""

    forks = True

    def __init__(self, setting: Setting) -> None:
        espeak_driver.register()
        self._setting = setting
        self._voices = dict(setting.others)
        self._fault: Exception | None = None
        self._heard: dict[str, Any] = {}
        self._pyttsx3 = pyttsx3.init(espeak_driver.NAME)
        self._pyttsx3.connect("error", self._failed)
        self._pyttsx3.connect(espeak_driver.SOUND, self._said)
        self._pyttsx3.setProperty("voice", setting.voice)
        self._pyttsx3.setProperty("rate", round(setting.speed))
        self._pyttsx3.setProperty("volume", VOLUME)
        self._run()

    def speak(self, tokens: Sequence[Token], language: str) -> Sound:
        """The sound of tokens; words of other languages in the voices of those."""
        rendering = rendered(tokens, language, self._setting.voice, self._voices)
        self._heard = {}
        self._pyttsx3.say(rendering.ssml)
        self._run()
        heard = self._heard
        seconds = len(heard["samples"]) / 2 / heard["rate"]
        return Sound(heard["samples"], heard["rate"], timed(rendering, heard["words"], seconds))

    def _run(self) -> None:
        self._pyttsx3.runAndWait()
        if self._fault:
            raise self._fault

    def _failed(self, exception: Exception, **_: object) -> None:
        self._fault = exception

    def _said(self, **heard: object) -> None:
        self._heard = heard


def timed(rendering: Rendering, events: Sequence[tuple[int, float]], seconds: float) -> tuple[SpokenWord, ...]:
    """The words with their times, from eSpeak NG's events (place in the SSML, second); `seconds` is the sound's length.

    A word of which no event tells starts with the one before it, which then lasts no time: eSpeak NG says some small
    words as one with the next.
    """
    starts: list[float | None] = [None] * len(rendering.words)
    for place, second in events:
        for number, (_, first, end) in enumerate(rendering.words):
            if first <= place < end and starts[number] is None:
                starts[number] = second
    known = 0.0
    filled = []
    for start in starts:
        known = max(known, start if start is not None else known)
        filled.append(known)
    ends = [*filled[1:], seconds]
    return tuple(
        SpokenWord(text, start, max(start, min(end, seconds)))
        for (text, _, _), start, end in zip(rendering.words, filled, ends, strict=True)
    )


def load(setting: Setting) -> Espeak:
    """The engine of a setting; ValueError for a voice that eSpeak NG does not have."""
    return Espeak(setting)
