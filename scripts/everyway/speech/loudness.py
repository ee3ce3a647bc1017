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

Taps = tuple[float, float, float]

SILENT = -70.0
"""LUFS: blocks under it are not counted (absolute gate)."""

RELATIVE = 10.0
"""LU: nor are blocks that are by so much under the mean of the others (relative gate)."""

_AT_ONCE = 16
"""Tenths of a second that are weighed together, as many as a processor keeps at hand: 64 take twice as long."""

_SIZE = 1 << 14
"""Peaks that are looked at together."""

_TAPS = 12
"""Samples on each side that a point between two of them is reckoned from."""

_HIGH = 0.7

_BETWEEN = (0.25, 0.5, 0.75)


def as_heard(samples: NDArray[np.int16]) -> Samples:
    """16-bit samples as they are measured: −1 to 1 is full scale."""
    import numpy as np

    return np.divide(samples, 32768, dtype=np.float32)


def blocks(samples: Samples, rate: int) -> tuple[float, ...]:
    """The mean square of each block of 400 ms, one every 100 ms, weighted as people hear (K); −1 to 1 is full scale.

    A sound under 400 ms is one block. Each tenth of a second is weighed by its frequencies, as if it were said over and
    over (Parseval): for voices that is within 0.01 LU of filtering it, and takes a third of the time.
    """
    import numpy as np

    if not len(samples):
        return ()
    step = rate // 10
    count = len(samples) // step
    if count < 4:
        return (float(_weighed(samples[None, :], rate)[0]),)
    rows = samples[: count * step].reshape(count, step)
    tenths = np.concatenate([_weighed(rows[first : first + _AT_ONCE], rate) for first in range(0, count, _AT_ONCE)])
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

    The curve is only drawn on both sides of samples that are high, and no lower than their neighbours: from lower ones
    it could rise to the top only in sounds near half the rate, of which voices have next to none.
    """
    import numpy as np

    if not len(samples):
        return 0.0
    sizes = np.abs(samples)
    highest = float(sizes.max())
    padded = np.pad(samples, _TAPS)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * _TAPS)
    inner = np.pad(sizes, 1)
    tops = np.flatnonzero((sizes > highest * _HIGH) & (sizes >= inner[:-2]) & (sizes >= inner[2:]))
    for some in np.array_split(tops, len(tops) // _SIZE + 1):
        for beside in (some, some + 1):  # the curve before each of them, and after it
            highest = max(highest, float(np.abs(around[beside] @ _curve()).max(initial=0.0)))
    return highest


def decibels(ratio: float) -> float:
    """A ratio of amplitudes in decibels; −inf for none."""
    return 20 * math.log10(ratio) if ratio > 0 else -math.inf


def _lufs(mean: float) -> float:
    return -0.691 + 10 * math.log10(mean) if mean > 0 else -math.inf


@cache
def _curve() -> NDArray[np.float32]:
    """What each of the samples around it adds to a point between two of them: one column for each of `_BETWEEN`."""
    import numpy as np

    places = np.arange(-_TAPS, _TAPS)[:, None] + 1 - np.array(_BETWEEN)
    window = np.i0(6.0 * np.sqrt(1 - np.square(places / (_TAPS + 0.5)))) / np.i0(6.0)
    taps: NDArray[np.float32] = (np.sinc(places) * window).astype(np.float32)
    return taps


def _weighed(rows: Samples, rate: int) -> Samples:
    """The mean square of each row, weighted."""
    import numpy as np

    parts = np.fft.rfft(rows).view(rows.dtype)  # real and imaginary parts, side by side
    weighed: Samples = np.square(parts, out=parts) @ _weighting(rate, rows.shape[1])
    return weighed


_SHELF = (1681.974450955533, 0.7071752369554196, 3.999843853973347)
_HIGH_PASS = (38.13547087602444, 0.5003270373238773)
"""Hertz, quality and decibels of the filters whose values at 48 kHz the standard prints."""


@cache
def _weighting(rate: int, size: int) -> NDArray[np.float32]:
    """What the squares of both parts of each frequency of so many samples add to their mean square, K-weighted."""
    import numpy as np

    back = np.exp(-2j * np.pi * np.fft.rfftfreq(size))  # one sample back: z to the power of −1
    response: NDArray[np.complex128] = np.ones_like(back)
    for above, below in filters(rate):
        response *= np.polynomial.polynomial.polyval(back, above) / np.polynomial.polynomial.polyval(back, below)
    power = np.square(np.abs(response)) * 2 / size**2
    power[0] /= 2  # these two stand for themselves only, all others for two frequencies
    if size % 2 == 0:
        power[-1] /= 2
    return np.repeat(power, 2).astype(np.float32)


def filters(rate: int) -> tuple[tuple[Taps, Taps], tuple[Taps, Taps]]:
    """The two filters of K-weighting (BS.1770-5 annex 1, tables 1 and 2) for a rate: b0 to b2, and 1, a1, a2."""
    hertz, quality, gain = _SHELF
    k, high = math.tan(math.pi * hertz / rate), 10 ** (gain / 20)
    band, whole = high**0.4996667741545416, 1 + k / quality + k * k
    shelf = (
        (
            (high + band * k / quality + k * k) / whole,
            2 * (k * k - high) / whole,
            (high - band * k / quality + k * k) / whole,
        ),
        (1.0, 2 * (k * k - 1) / whole, (1 - k / quality + k * k) / whole),
    )
    hertz, quality = _HIGH_PASS
    k = math.tan(math.pi * hertz / rate)
    whole = 1 + k / quality + k * k
    return shelf, ((1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / whole, (1 - k / quality + k * k) / whole))
