"""Voices: tokens to sound. Each engine runs in a process of its own, with a limit of time, and is asked once more when
what it gave is not sound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from everyway.speech.sound import Sound
from everyway.speech.tokens import Token


class Speaker(Protocol):
    """A voice that is ready to speak at one rate."""

    @property
    def key(self) -> str:
        """Whatever the sound depends on beside the tokens: engine, version, voice, rate."""
        ...

    def say(self, tokens: Sequence[Token], language: str) -> Sound:
        """The sound of tokens in a language, trimmed of silence at both ends; VoiceError when it cannot be made."""
        ...

    def close(self) -> None:
        """End its process."""
        ...
