"""What passes between everyway and the process of a voice: values in one piece each, their length first."""

from __future__ import annotations

import pickle
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from everyway.speech.tokens import Token

_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Setting:
    """How an engine is to speak: `voice` is the engine's own name for it, `speed` is in the engine's own measure.

    `others` are the engine's own names for the voices of other languages (BCP 47, primary subtag).
    """

    engine: str
    voice: str
    speed: float
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """Utterances, tokens and their language, to be said one after another within so many seconds."""

    said: Sequence[tuple[Sequence[Token], str]]
    seconds: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """The engine's own words on why there is no sound."""

    reason: str


def packed(value: object) -> bytes:
    """A value as it travels."""
    content = pickle.dumps(value)
    return _LENGTH.pack(len(content)) + content


def arrived(received: bytes | bytearray) -> object | None:
    """The value that has arrived, or None as long as some of it is under way."""
    start = _LENGTH.size
    if len(received) < start or len(received) < start + _LENGTH.unpack_from(received)[0]:
        return None
    value: object = pickle.loads(memoryview(received)[start:])
    return value


def read(stream: BinaryIO) -> object | None:
    """The next value of a stream; None at its end."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    value: object = pickle.loads(stream.read(_LENGTH.unpack(head)[0]))
    return value
