"""Samples as FLAC and back: all of them, in half the room."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

QUICK = 0.0
"""The least work that FLAC can be made with: higher levels take three times as long and save a twentieth."""


def to_flac(samples: NDArray[np.int16], rate: int) -> bytes:
    """One channel of 16-bit samples as a FLAC file."""
    import soundfile  # type: ignore[import-untyped]

    file = io.BytesIO()
    soundfile.write(file, samples, rate, format="FLAC", subtype="PCM_16", compression_level=QUICK)
    return file.getvalue()


def from_flac(content: bytes, seconds: int | None = None) -> tuple[NDArray[np.int16], int]:
    """The samples of a FLAC file of ours, or of its first seconds, and its rate; ValueError when it is none."""
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(content)) as file:
            rate = file.samplerate
            samples = file.read(-1 if seconds is None else seconds * rate, dtype="int16")
    except soundfile.LibsndfileError as error:
        raise ValueError(f"no FLAC: {error}") from error
    return samples, int(rate)
