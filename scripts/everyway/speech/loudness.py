"""How loud a sound is to people, and how high it peaks (ITU-R BS.1770-5, EBU R 128)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

SILENT = -70.0
"""LUFS: blocks under it are not counted (absolute gate)."""

RELATIVE = 10.0
"""LU: nor are blocks that are by so much under the mean of the others (relative gate)."""

_WINDOW = 512
_EDGE = 16
_FACTOR = 4


def as_heard(samples: NDArray[np.int16]) -> Samples:
    """16-bit samples as they are measured: −1 to 1 is full scale."""
    import numpy as np

    return np.divide(samples, 32768, dtype=np.float32)


def blocks(samples: Samples, rate: int) -> tuple[float, ...]:
    """The mean square of each block of 400 ms, one every 100 ms, weighted as people hear (K); −1 to 1 is full scale.

    A sound under 400 ms is one block.
    """
    import numpy as np
    from scipy.signal import sosfilt  # type: ignore[import-untyped]

    if not len(samples):
        return ()
    heard = sosfilt(_weighting(rate), samples.astype(np.float64))
    step = rate // 10
    count = len(heard) // step
    if count < 4:
        return (float(np.mean(np.square(heard))),)
    tenths = np.square(heard[: count * step]).reshape(count, step).mean(axis=1)
    means = (tenths[:-3] + tenths[1:-2] + tenths[2:-1] + tenths[3:]) / 4
    return tuple(means.tolist())


def integrated(means: Sequence[float]) -> float:
    """The loudness in LUFS of all blocks together, gated twice (BS.1770-5 annex 1); −inf when all are silent."""
    heard = [mean for mean in means if _lufs(mean) > SILENT]
    if not heard:
        return -math.inf
    gate = _lufs(math.fsum(heard) / len(heard)) - RELATIVE
    loud = [mean for mean in heard if _lufs(mean) > gate]
    return _lufs(math.fsum(loud) / len(loud))


def true_peak(samples: Samples) -> float:
    """The highest point of the curve through the samples, four times as finely (BS.1770-5 annex 2); 1 is full scale.

    The curve never rises to twice its samples there, so only the neighbourhood of high ones is looked at.
    """
    import numpy as np
    from scipy.signal import resample_poly

    if not len(samples):
        return 0.0
    highest = float(np.max(np.abs(samples)))
    count = -(-len(samples) // _WINDOW)
    padded = np.zeros(count * _WINDOW + 2 * _EDGE, np.float32)
    padded[_EDGE : _EDGE + len(samples)] = samples
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW + 2 * _EDGE)[::_WINDOW]
    high = windows[np.max(np.abs(windows), axis=1) > highest / 2]
    if not len(high):
        return highest
    inside = resample_poly(high, _FACTOR, 1, axis=1)[:, _EDGE * _FACTOR : -_EDGE * _FACTOR]
    return max(highest, float(np.max(np.abs(inside))))


def decibels(ratio: float) -> float:
    """A ratio of amplitudes in decibels; −inf for none."""
    return 20 * math.log10(ratio) if ratio > 0 else -math.inf


def _lufs(mean: float) -> float:
    return -0.691 + 10 * math.log10(mean) if mean > 0 else -math.inf


_SHELF = (1681.974450955533, 0.7071752369554196, 3.999843853973347)
_HIGH_PASS = (38.13547087602444, 0.5003270373238773)
"""Hertz, quality and decibels of the filters whose values at 48 kHz the standard prints."""


@cache
def _weighting(rate: int) -> NDArray[np.float64]:
    """The two filters of K-weighting (BS.1770-5 annex 1, tables 1 and 2) for a rate, as second-order sections."""
    import numpy as np

    hertz, quality, gain = _SHELF
    k, high = math.tan(math.pi * hertz / rate), 10 ** (gain / 20)
    band, whole = high**0.4996667741545416, 1 + k / quality + k * k
    shelf = (
        (high + band * k / quality + k * k) / whole,
        2 * (k * k - high) / whole,
        (high - band * k / quality + k * k) / whole,
        1.0,
        2 * (k * k - 1) / whole,
        (1 - k / quality + k * k) / whole,
    )
    hertz, quality = _HIGH_PASS
    k = math.tan(math.pi * hertz / rate)
    whole = 1 + k / quality + k * k
    high_pass = (1.0, -2.0, 1.0, 1.0, 2 * (k * k - 1) / whole, (1 - k / quality + k * k) / whole)
    return np.array([shelf, high_pass])
