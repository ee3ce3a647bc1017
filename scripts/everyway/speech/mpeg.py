"""Bare MPEG audio, layer III: its frames, as their headers tell (ISO/IEC 11172-3, 13818-3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_KILOBITS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: where it starts and how long it is in bytes, and how many samples it holds, `rate` a second."""

    start: int
    size: int
    samples: int
    rate: int
    kilobits: int


def frames(content: bytes) -> Iterator[Frame]:
    """Every frame of bare MPEG audio, in order; ValueError where there is anything else between or after them."""
    at = 0
    while at < len(content):
        frame = _frame(content, at)
        yield frame
        at += frame.size


def seconds(content: bytes) -> float:
    """How long bare MPEG audio is heard."""
    at, count, rate = 0, 0, 1
    known: dict[bytes, Frame] = {}
    while at < len(content):
        head = content[at : at + 3]
        frame = known.get(head)
        if frame is None or at + 4 > len(content):
            frame = known[head] = _frame(content, at)
        at, count, rate = at + frame.size, count + frame.samples, frame.rate
    return count / rate


def _frame(content: bytes, at: int) -> Frame:
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        raise ValueError(f"no frame of MPEG audio, layer III, at byte {at}")
    version, padding = head[1] >> 3 & 3, head[2] >> 1 & 1
    try:
        rate = _RATES[version][head[2] >> 2 & 3]
        kilobits = _KILOBITS[1 if version == 3 else 2][head[2] >> 4]
    except (KeyError, IndexError):
        raise ValueError(f"a frame of MPEG audio with no rate, at byte {at}") from None
    samples = 1152 if version == 3 else 576
    return Frame(at, samples // 8 * kilobits * 1000 // rate + padding, samples, rate, kilobits)
