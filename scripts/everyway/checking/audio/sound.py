"""A sound file decoded to its end, and what was measured on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from everyway.speech.loudness import as_heard, blocks, decibels, integrated, true_peak

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]

_CHUNK = 60
"""About so many seconds are measured at a time, so that a long book takes no more memory than a short one."""

_STEPS = 100
"""In so many steps of each second the sound is quiet or not."""

QUIET = 10 ** (-60 / 20)
"""What nobody hears, where 1 is full scale."""

_FULL = 0.998


@dataclass(frozen=True, slots=True)
class Measured:
    """A sound: its length, when it is clipped, each `step` that is quiet; loudness in LUFS and true peak in dBTP."""

    seconds: float
    loudness: float
    peak: float
    clipped: tuple[float, ...]
    step: float
    quiet: NDArray[np.bool_]

    def silences(self, longest: float) -> Iterator[tuple[float, float]]:
        """When each silence begins that is longer than so many seconds, and its length."""
        import numpy as np

        edges = np.flatnonzero(np.diff(np.concatenate([[0], self.quiet.astype(np.int8), [0]])))
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            if (end - start) * self.step > longest:
                yield start * self.step, (end - start) * self.step

    def quiet_at(self, time: float) -> bool:
        """Whether it is quiet at a time; it is after its end."""
        step = int(time / self.step)
        return step >= len(self.quiet) or bool(self.quiet[step])


def measure(path: Path) -> Measured:
    """What a file sounds like; ValueError when it is no sound.

    Without FFmpeg only MP3 can be measured (ToolError).
    """
    samples, rate = _of_mp3(path) if path.suffix == ".mp3" else _of_others(path)
    if not len(samples):
        raise ValueError("there is no sound in it")
    return _measured(samples, rate)


def _measured(samples: Samples, rate: int) -> Measured:
    import numpy as np

    means, peak = list[float](), 0.0
    clipped, quiet = list[float](), list["NDArray[np.bool_]"]()
    step = rate // _STEPS
    for start in range(0, len(samples), step * _STEPS * _CHUNK):
        heard = as_heard(samples[start : start + step * _STEPS * _CHUNK])
        means += blocks(heard, rate)
        peak = max(peak, true_peak(heard))
        clipped += ((np.flatnonzero(np.abs(heard) >= _FULL) + start) / rate).tolist()
        quiet.append(np.abs(heard[: len(heard) // step * step].reshape(-1, step)).max(axis=1) < QUIET)
    return Measured(
        seconds=len(samples) / rate,
        loudness=integrated(means),
        peak=decibels(peak),
        clipped=tuple(clipped),
        step=step / rate,
        quiet=np.concatenate(quiet),
    )


def _of_mp3(path: Path) -> tuple[Samples, int]:
    import soundfile  # type: ignore[import-untyped]

    try:
        # In one piece: between pieces libsndfile seeks, and loses what a frame takes from those before it.
        samples, rate = soundfile.read(path, dtype="int16")
    except soundfile.LibsndfileError as error:
        raise ValueError(str(error)) from error
    return samples, int(rate)


def _of_others(path: Path) -> tuple[Samples, int]:
    import numpy as np

    from everyway.errors import ToolError
    from everyway.tools.ffmpeg import EXACT, run_ffmpeg

    try:
        wav = run_ffmpeg(
            ("-i", str(path), "-map", "0:a:0", "-ac", "1", "-c:a", "pcm_s16le", *EXACT, "-f", "wav", "pipe:1")
        )
    except ToolError as error:
        if error.slug != "ffmpeg-failed":
            raise
        raise ValueError(error.message) from error
    return np.frombuffer(wav, "<i2", offset=wav.index(b"data") + 8), int.from_bytes(wav[24:28], "little")
