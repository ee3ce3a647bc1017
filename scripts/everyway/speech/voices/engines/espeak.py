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
    """eSpeak NG, its voice and rate set. What it says depends on what it said before, hence a copy for each request."""

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
        if "<voice" in rendering.ssml:  # it would go on in the last voice of this utterance
            self._pyttsx3.setProperty("voice", self._setting.voice)
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

    eSpeak NG says some small words as one with the next ("for the"), and tells of one event for both: they share the
    time by their letters.
    """
    words = rendering.words
    starts: list[float | None] = [None] * len(words)
    for place, second in events:
        number = next((number for number, (_, first, end) in enumerate(words) if first <= place < end), None)
        if number is not None and starts[number] is None:
            starts[number] = second
    known = [number for number, start in enumerate(starts) if start is not None]
    if not words:
        return ()
    if 0 not in known:
        starts[0] = 0.0
        known.insert(0, 0)
    spoken: list[SpokenWord] = []
    for first, after in zip(known, [*known[1:], len(words)], strict=True):
        at = max(starts[first] or 0.0, spoken[-1].end if spoken else 0.0)
        end = max(at, min(seconds, (starts[after] or 0.0) if after < len(words) else seconds))
        letters = sum(len(text) for text, _, _ in words[first:after])
        for text, _, _ in words[first:after]:
            until = at + (end - at) * len(text) / letters
            spoken.append(SpokenWord(text, at, until))
            letters -= len(text)
            at = until
    return tuple(spoken)


def load(setting: Setting) -> Espeak:
    """The engine of a setting; ValueError for a voice that eSpeak NG does not have."""
    return Espeak(setting)
