"""One gain for a whole book, so that it is as loud as others, and no chapter stands out from the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from everyway.speech.flac import from_flac
from everyway.speech.loudness import as_heard, blocks, integrated
from everyway.speech.performance import Performance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TARGET = -19.0
"""LUFS: what talking books and podcasts of one channel are levelled to."""

CEILING = 10 ** (-3.5 / 20)
"""The highest sample, where 1 is full scale: between samples, and once it has been encoded, sound rises above it."""

_MOST = 30.0
"""Decibels: what needs more gain than this is a fault, and would only be made a louder one."""

_CHAPTERS, _SECONDS, _ROUNDS = 6, 20, 2
"""How many chapters, and how much of each, tell what the limit takes away; and how often it is made up for."""

_MOST_LOST = 3.0
"""Decibels: a voice that loses more has peaks so high that making up for it would flatten its words."""

_REACH = 0.005
"""Seconds before and after a peak in which the sound is turned down and up again."""


@dataclass(frozen=True, slots=True)
class Gain:
    """By how much a book is turned up (or down), in decibels."""

    decibels: float = 0.0


def gain_for(performances: Sequence[Performance]) -> Gain:
    """The gain, to a tenth of a decibel, that brings all chapters together to `TARGET`; none for silence.

    What the limit takes away is made up for, as far as a sample of the chapters tells how much that is.
    """
    loudness = integrated([mean for performance in performances for mean in performance.loudness])
    if not math.isfinite(loudness):
        return Gain()
    gain = wanted = _gain(TARGET - loudness)
    samples, rate = _sample(performances)
    means = blocks(as_heard(samples), rate)
    for _ in range(_ROUNDS):
        gain = _gain(wanted.decibels + min(_MOST_LOST, _lost(samples, rate, means, gain)))
    return gain


def _gain(decibels: float) -> Gain:
    return Gain(max(-_MOST, min(_MOST, round(decibels, 1))))


def _sample(performances: Sequence[Performance]) -> tuple[NDArray[np.int16], int]:
    """Some seconds out of some chapters, and their rate."""
    import numpy as np

    some = performances[:: -(-len(performances) // _CHAPTERS)]
    parts = [from_flac(one.sound, _SECONDS)[0] for one in some]
    return np.concatenate(parts), some[0].rate


def _lost(samples: NDArray[np.int16], rate: int, means: Sequence[float], gain: Gain) -> float:
    """By how many decibels the limit makes samples, whose blocks have these `means`, less loud at this gain."""
    limited = integrated(blocks(as_heard(levelled(samples, rate, gain)), rate))
    lost = integrated([mean * 10 ** (gain.decibels / 10) for mean in means]) - limited
    return lost if math.isfinite(lost) else 0.0


def levelled(samples: NDArray[np.int16], rate: int, gain: Gain) -> NDArray[np.int16]:
    """The samples with their gain; where they would rise above `CEILING` they are turned down for some milliseconds.

    A look-ahead limiter: the gain that each millisecond needs, held for `_REACH` on both sides and smoothed over as
    long, in straight lines from one to the next, so that it is never above what any of them needs.
    """
    import numpy as np

    loud = samples * np.float32(10 ** (gain.decibels / 20) / 32768)
    if not len(loud) or max(float(loud.max()), -float(loud.min())) <= CEILING:
        return _whole(loud)
    step = max(1, rate // 1000)
    count = -(-len(loud) // step)
    grid = np.zeros((count, step), np.float32)
    grid.reshape(-1)[: len(loud)] = loud
    highest = np.maximum(grid.max(axis=1), -grid.min(axis=1))
    needed = CEILING / np.maximum(highest, np.float32(CEILING))
    reach = max(1, round(_REACH * rate / step))
    held = _around(needed, reach).min(axis=1)
    smooth = _around(held, reach).mean(axis=1)
    edges = np.minimum(np.append(smooth[0], smooth), np.append(smooth, smooth[-1])).astype(np.float32)
    ramp = np.arange(step, dtype=np.float32) / np.float32(step)
    lines = np.multiply(np.diff(edges)[:, None], ramp)
    lines += edges[:-1, None]
    grid *= lines
    return _whole(grid.reshape(-1)[: len(loud)])


def _around(values: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """A row for each value: it and so many on either side of it; beyond the ends, the first and the last again."""
    import numpy as np

    padded = np.pad(values, reach, mode="edge")
    return np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)


def _whole(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    """Samples of our own as 16-bit ones, in place: none is above `CEILING`."""
    import numpy as np

    samples *= 32768
    return np.rint(samples, out=samples).astype(np.int16)
