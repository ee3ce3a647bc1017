"""A driver for pyttsx3 that speaks with eSpeak NG in one go and hands over the sound, with the time of every word.

pyttsx3's own driver lets eSpeak NG speak in a thread of its own and does not wait for it: of a queue of files only the
last is written, and some are silent. This one has eSpeak NG speak in the thread that asks, so everything has been said
when `runAndWait` returns. It knows SSML and phonemes, plays nothing and writes no file.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from pyttsx3.drivers import _espeak  # type: ignore[import-untyped]
from pyttsx3.drivers.espeak import EspeakDriver  # type: ignore[import-untyped]

NAME = "everyway_espeak"
SOUND = "everyway-sound"
"""The notification of a sound: `samples` (16 bits, little endian), `rate`, `words` ((place in the text, seconds), ...)
and `seconds`; places count characters from 0."""

BUFFER_MILLISECONDS = 200


def register() -> None:
    """Make this driver known to pyttsx3 under its name: `pyttsx3.init(NAME)`."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]


def version() -> str:
    """The version of eSpeak NG."""
    return str(_espeak.Info(None).decode("ascii", "replace")).split()[0]


class Driver(EspeakDriver):  # type: ignore[misc]
    """eSpeak NG, synchronous."""

    _rate = 0

    def __init__(self, proxy: Any) -> None:
        if not EspeakDriver._moduleInitialized:
            Driver._rate = _espeak.Initialize(_espeak.AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MILLISECONDS, None, 0)
            if Driver._rate <= 0:
                raise RuntimeError("eSpeak NG does not start; its espeak-ng-data may be missing")
            EspeakDriver._defaultVoice = "gmw/en"
            EspeakDriver._moduleInitialized = True
        self._samples = bytearray()
        self._words: list[tuple[int, float]] = []
        super().__init__(proxy)

    def say(self, text: str) -> None:
        """Say SSML, and notify of the sound."""
        self._samples.clear()
        self._words.clear()
        flags = _espeak.CHARS_UTF8 | _espeak.SSML | _espeak.PHONEMES
        status = _espeak.Synth(text.encode(), flags=flags)
        if status != _espeak.EE_OK:
            raise RuntimeError(f"eSpeak NG gave status {status}")
        self._proxy.notify(SOUND, samples=bytes(self._samples), rate=self._rate, words=tuple(self._words))

    def save_to_file(self, text: str, filename: str) -> None:
        """Refuse: whoever wants a file writes the sound."""
        raise RuntimeError(f"this driver gives sound and writes no file: {filename}")

    def startLoop(self) -> None:  # noqa: N802  # pyttsx3's name
        """Do all that is queued; nothing is left to wait for."""
        self._proxy.setBusy(False)

    def stop(self) -> None:
        """Nothing is ever under way."""

    def _onSynth(self, wav: Any, count: int, events: Any) -> int:  # noqa: N802  # pyttsx3's name
        number = 0
        while (event := events[number]).type != _espeak.EVENT_LIST_TERMINATED:
            if event.type == _espeak.EVENT_WORD:
                self._words.append((event.text_position - 1, event.audio_position / 1000))
            number += 1
        if count > 0:
            self._samples += ctypes.string_at(wav, count * ctypes.sizeof(ctypes.c_short))
        return 0


def buildDriver(proxy: Any) -> Driver:  # noqa: N802  # pyttsx3 calls it so
    """The driver, as pyttsx3 asks for it."""
    return Driver(proxy)
