"""An MP3 as its player sees it: how long it is, and whether it is what old players can play and find their way in."""

from __future__ import annotations

from dataclasses import dataclass

KILOBITS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
MONO = 3


@dataclass(frozen=True, slots=True)
class Mp3:
    """`milliseconds` is how long it is heard; `faults` say why players would not play it well."""

    milliseconds: int
    faults: tuple[str, ...]


def read_mp3(content: bytes) -> Mp3:
    """What the headers of all frames say (ISO/IEC 11172-3, 2.4.2.3)."""
    at, samples, rate = 0, 0, 0
    kinds: set[tuple[int, int]] = set()
    mono = True
    faults = []
    while at < len(content):
        head = content[at : at + 4]
        version, layer = head[1] >> 3 & 3 if len(head) == 4 else 1, head[1] >> 1 & 3 if len(head) == 4 else 0
        bits, speed = (head[2] >> 4, head[2] >> 2 & 3) if len(head) == 4 else (15, 3)
        if (
            len(head) < 4
            or head[0] != 0xFF
            or head[1] < 0xE0
            or version == 1
            or layer != 1
            or bits in (0, 15)
            or speed == 3
        ):
            faults.append(f"what is at byte {at} is no sound")
            break
        rate = RATES[version][speed]
        kilobits = KILOBITS[1 if version == 3 else 2][bits]
        each = 1152 if version == 3 else 576
        kinds.add((rate, kilobits))
        mono = mono and head[3] >> 6 == MONO
        samples += each
        at += each // 8 * kilobits * 1000 // rate + (head[2] >> 1 & 1)
    if len(kinds) > 1:
        faults.append("its rate changes, so that players lose their place in it")
    if not mono:
        faults.append("it has two channels, which takes twice the room for one voice")
    return Mp3(samples * 1000 // rate if rate else 0, tuple(faults))
