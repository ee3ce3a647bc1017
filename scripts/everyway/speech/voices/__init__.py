"""Voices: tokens to sound. Each engine runs in a process of its own, with a limit of time, and is asked once more when
what it gave is not sound.

    table      the voices, as data
    opening    options → speaker
    speaker    asks, judges, asks once more
    hearing    what is sound; silence trimmed
    workers    the process of an engine, from outside
    worker     the same from inside
    wire       what passes between the two
    engines/   eSpeak NG and the others
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from everyway.speech.options import SpeechOptions
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


@runtime_checkable
class Fluent(Speaker, Protocol):
    """A Speaker that says many utterances at once in less time than one by one."""

    def say_all(self, utterances: Sequence[tuple[Sequence[Token], str]]) -> list[Sound]:
        """The sounds of utterances, tokens and their language, said in a row. The same row gives the same bytes.

        VoiceError when one of them cannot be made.
        """
        ...


def open_speaker(options: SpeechOptions) -> Speaker:
    """A speaker in the voice and rate of the options; close it after use.

    UsageError names the voices when there is none of that name; ToolError says what brings an engine that is missing.
    Its process starts when it is first asked to say something.
    """
    from everyway.speech.voices.opening import opened

    return opened(options)


def speaker_for(options: SpeechOptions) -> Speaker:
    """A speaker as `open_speaker` gives it, which this process keeps for the next who asks, and closes when it ends."""
    from everyway.speech.voices.opening import kept

    return kept(options)
