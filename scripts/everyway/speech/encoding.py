"""A chapter's sound to MP3, for every player, and to AAC, for audiobooks: levelled, and encoded once for all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from everyway.cache import Cache, key_of
from everyway.speech import adts, mpeg
from everyway.speech.flac import from_flac
from everyway.speech.levelling import Gain, levelled
from everyway.speech.loudness import as_heard, blocks, true_peak
from everyway.speech.performance import Performance
from everyway.speech.recording import Track
from everyway.tools.ffmpeg import ffmpeg_version

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = 6

MP3_KILOBITS = 64
MP3_QUALITY = 7
"""LAME's own measure, 0 (best) to 9. From 6 on it takes twice as long to shape its noise; but with 64 kbit/s for one
voice there is so little of it that 7 comes nearer to what was given (31 dB below the voice, 26 dB with 5)."""

MP3_DELAY = 1105
"""Samples by which a decoder gives everything late: LAME's 576, and 529 of the decoder. Without a Xing tag, which would
be one more frame before the sound, no player takes it away, so it is the same in all of them."""

LAME_GAIN = 0.95
"""LAME turns down what it is given, by this much at this rate of bits, and its Python binding has no way to stop it."""

AAC_QUALITY = "1"
"""FFmpeg's own measure; about 58 kbit/s for speech at 22,050 Hz. Its fixed rates take twice as long."""


def encode(performance: Performance, gain: Gain, folder: Path, cache: Cache) -> Track:
    """One chapter as `encode_all` encodes many."""
    return encode_all([performance], gain, folder, cache)[0]


def encode_all(performances: Sequence[Performance], gain: Gain, folder: Path, cache: Cache) -> list[Track]:
    """Chapters as `<id>.mp3`, `<id>.aac` and `<id>.flac` in the folder.

    ToolError when FFmpeg is missing or fails; OSError when the files cannot be written.
    """
    keys = [key_of("track", VERSION, one.digest, gain, _encoders()) for one in performances]
    found = [_kept(cache, key) for key in keys]
    new = [number for number, kept in enumerate(found) if kept is None]
    for number, kept in zip(new, _encoded([performances[number] for number in new], gain), strict=True):
        found[number] = kept
        for name, content in zip(_PARTS, kept, strict=True):
            cache.put(key_of(keys[number], name), content)
    return [_track(one, *kept, gain, folder) for one, kept in zip(performances, found, strict=True) if kept]


def _encoded(performances: Sequence[Performance], gain: Gain) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Facts, MP3 and AAC of each."""
    ready: list[tuple[bytes, bytes]] = []
    loud: list[NDArray[np.int16]] = []
    for performance in performances:
        samples, rate = from_flac(performance.sound)
        loud.append(levelled(samples, rate, gain))
        heard = as_heard(loud[-1])
        facts = {"loudness": blocks(heard, rate), "peak": true_peak(heard)}
        ready.append((json.dumps(facts).encode(), to_mp3(loud[-1], rate)))
    aac = adts.encode_all(loud, performances[0].rate, AAC_QUALITY) if loud else []
    return ((facts, mp3, coded) for (facts, mp3), coded in zip(ready, aac, strict=True))


def _track(performance: Performance, facts: bytes, mp3: bytes, aac: bytes, gain: Gain, folder: Path) -> Track:
    told = json.loads(facts)
    name = performance.chapter.id
    for kind, content in (("mp3", mp3), ("aac", aac), ("flac", performance.sound)):
        (folder / f"{name}.{kind}").write_bytes(content)
    return Track(
        chapter=performance.chapter,
        mp3=folder / f"{name}.mp3",
        aac=folder / f"{name}.aac",
        flac=folder / f"{name}.flac",
        gain=gain.decibels,
        delay=MP3_DELAY / performance.rate,
        mp3_seconds=mpeg.seconds(mp3),
        aac_frames=adts.frames(aac),
        rate=performance.rate,
        loudness=tuple(told["loudness"]),
        peak=told["peak"],
    )


def to_mp3(samples: NDArray[np.int16], rate: int) -> bytes:
    """Bare MPEG audio, at a constant rate of bits: what old players read, and what can be joined and sought in."""
    import lameenc  # type: ignore[import-not-found,import-untyped,unused-ignore]
    import numpy as np

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(MP3_KILOBITS)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(MP3_QUALITY)
    louder = np.clip(np.round(samples / np.float32(LAME_GAIN)), -32768, 32767).astype("<i2")
    return bytes(encoder.encode(louder.tobytes()) + encoder.flush())


_PARTS = ("facts", "mp3", "aac")


def _kept(cache: Cache, key: str) -> tuple[bytes, bytes, bytes] | None:
    facts, mp3, aac = (cache.get(key_of(key, name)) for name in _PARTS)
    return (facts, mp3, aac) if facts and mp3 and aac else None


def _encoders() -> str:
    from importlib.metadata import version

    return f"lameenc {version('lameenc')} {MP3_KILOBITS} {MP3_QUALITY}; ffmpeg {ffmpeg_version()} {AAC_QUALITY}"
