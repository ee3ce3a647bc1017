"""How a voice is opened: the options of an edition to a Speaker."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable
from importlib.metadata import version

from everyway.speech.options import SpeechOptions
from everyway.speech.voices import Speaker, kokoro_files
from everyway.speech.voices.mixing import MixedSpeaker
from everyway.speech.voices.speaker import EngineSpeaker
from everyway.speech.voices.table import RATES, Voice, offered, pace, primary_subtag, voice_named, voice_of_language
from everyway.speech.voices.wire import Setting
from everyway.tools import need_tool

_OURS = 3
"""Counts up when our rendering or trimming changes the sound of the same engine."""

_OPEN: dict[tuple[int, str, int], Speaker] = {}


def opened(options: SpeechOptions) -> Speaker:
    """A new speaker in the voice and rate of the options."""
    voice = voice_named(options.voice)
    return _ENGINES[voice.engine](voice, options.rate)


def kept(options: SpeechOptions) -> Speaker:
    """The speaker that this process keeps for the voice and rate of the options."""
    key = (os.getpid(), options.voice, options.rate)
    if key not in _OPEN:
        if not _OPEN:
            atexit.register(close_all)
        _OPEN[key] = opened(options)
    return _OPEN[key]


def close_all() -> None:
    """Close every speaker that this process keeps."""
    for (pid, *_), speaker in tuple(_OPEN.items()):
        if pid == os.getpid():
            speaker.close()
    _OPEN.clear()


def _espeak(voice: Voice, rate: int) -> EngineSpeaker:
    others: dict[str, str] = {}
    for other in offered():
        if other.engine == "espeak":
            others.setdefault(primary_subtag(other.language), other.inside)
    others[primary_subtag(voice.language)] = voice.inside
    setting = Setting("espeak", voice.inside, pace(voice.engine, rate), tuple(sorted(others.items())))
    key = f"espeak-ng {need_tool('espeak-ng').version} {voice.inside} {rate} {_OURS}"
    return EngineSpeaker(voice, setting, rate, key, start=20.0, a_word=0.2)


def _kokoro(voice: Voice, rate: int) -> MixedSpeaker:
    kokoro_files.need(voice.name)
    key = f"kokoro {kokoro_files.FACTS['model'][:16]} {voice.inside} {_releases('onnxruntime', 'hibari-tts')} {rate}"
    return _with_others(voice, rate, key, start=60.0, a_word=4.0)


def _hibari(voice: Voice, rate: int) -> MixedSpeaker:
    kokoro_files.need_packages(voice.name)
    return _with_others(voice, rate, f"hibari {_releases('onnxruntime', 'hibari-tts')} {rate}", start=60.0, a_word=2.0)


def _with_others(voice: Voice, rate: int, key: str, start: float, a_word: float) -> MixedSpeaker:
    """A speaker of an engine that knows one language; the others are spoken by eSpeak NG."""
    setting = Setting(voice.engine, voice.inside, pace(voice.engine, rate))
    main = EngineSpeaker(voice, setting, rate, key, start, a_word)

    def other(language: str) -> Speaker | None:
        found = voice_of_language(language)
        return _espeak(found, rate) if found else None

    return MixedSpeaker(
        main, voice.language, RATES[voice.engine], other, f"{key} {need_tool('espeak-ng').version} {_OURS}"
    )


def _releases(*packages: str) -> str:
    return " ".join(version(package) for package in packages)


def _tones(voice: Voice, rate: int) -> EngineSpeaker:
    setting = Setting("tones", "", pace(voice.engine, rate))
    return EngineSpeaker(voice, setting, rate, f"tones {rate}", start=20.0, a_word=0.2)


_ENGINES: dict[str, Callable[[Voice, int], Speaker]] = {
    "espeak": _espeak,
    "kokoro": _kokoro,
    "hibari": _hibari,
    "tones": _tones,
}
