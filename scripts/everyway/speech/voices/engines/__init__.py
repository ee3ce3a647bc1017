"""The engines, each loaded in a process of its own: two of them in one process break one another.

espeak         eSpeak NG through pyttsx3, with the driver of `espeak_driver`; renders tokens by `ssml`
tones          tones of the right length, for tests
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from everyway.speech.sound import Sound
from everyway.speech.tokens import Token


class Engine(Protocol):
    """A speech engine that is loaded, with its voice and rate set."""

    forks: bool
    """Whether what is said depends on what was said before it: then each request is answered by a fresh copy of the
    process, for the same bytes at all times."""

    def speak(self, tokens: Sequence[Token], language: str) -> Sound:
        """The sound of tokens as the engine gives it; any exception means that there is none."""
        ...
