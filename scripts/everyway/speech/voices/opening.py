"""How a voice is opened: the options of an edition to a Speaker."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable

from everyway.speech.options import SpeechOptions
from everyway.speech.voices import Speaker
from everyway.speech.voices.speaker import EngineSpeaker
from everyway.speech.voices.table import Voice, offered, pace, primary_subtag, voice_named
from everyway.speech.voices.wire import Setting
from everyway.tools import need_tool

_OURS = 1
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
    version = need_tool("espeak-ng").version
    others: dict[str, str] = {}
    for other in offered():
        if other.engine == "espeak":
            others.setdefault(primary_subtag(other.language), other.inside)
    others[primary_subtag(voice.language)] = voice.inside
    setting = Setting("espeak", voice.inside, pace(voice.engine, rate), tuple(sorted(others.items())))
    key = f"espeak-ng {version} {voice.inside} {rate} {_OURS}"
    return EngineSpeaker(voice, setting, rate, key, start=20.0, a_word=0.2)


def _tones(voice: Voice, rate: int) -> EngineSpeaker:
    setting = Setting("tones", "", pace(voice.engine, rate))
    return EngineSpeaker(voice, setting, rate, f"tones {rate}", start=20.0, a_word=0.2)


_ENGINES: dict[str, Callable[[Voice, int], Speaker]] = {"espeak": _espeak, "tones": _tones}
