"""Sounds and silences to one sound, and the time of each: exact to the sample, because it is we who join them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from everyway.speech.sound import Sound, SpokenWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Span:
    """When something is said, in seconds from the start of the whole, with the silence that is nearer to it than to
    its neighbours."""

    start: float
    end: float
    words: tuple[SpokenWord, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """One sound of many: 16-bit `samples`, `rate` of them a second, and a span for each sound, without a gap."""

    samples: NDArray[np.int16]
    rate: int
    spans: tuple[Span, ...]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / self.rate


def join(sounds: Sequence[Sound], silences: Sequence[tuple[int, int]]) -> Joined:
    """Sounds of one rate in a row, each with the silence before and after it in milliseconds, as one sound.

    Between two sounds the longer of both silences holds, and the border of their spans lies in its middle. ValueError
    when there are no sounds, or of different rates.
    """
    import numpy as np

    rates = {sound.rate for sound in sounds}
    if len(rates) != 1:
        raise ValueError(f"sounds of one rate are joined, not of {sorted(rates)}")
    (rate,) = rates
    gaps = [round(gap * rate / 1000) for gap in _gaps(silences)]
    pieces, starts, borders = [np.zeros(gaps[0], np.int16)], [], [0]
    at = gaps[0]
    for number, (sound, gap) in enumerate(zip(sounds, gaps[1:], strict=True), 1):
        starts.append(at)
        pieces += [np.frombuffer(sound.samples, "<i2"), np.zeros(gap, np.int16)]
        at += len(sound.samples) // 2
        borders.append(at + (gap if number == len(sounds) else gap // 2))
        at += gap
    spans = [
        Span(first / rate, last / rate, tuple(_moved(word, start / rate, last / rate) for word in sound.words))
        for sound, start, (first, last) in zip(sounds, starts, pairwise(borders), strict=True)
    ]
    return Joined(np.concatenate(pieces).astype(np.int16, copy=False), rate, tuple(spans))


def _gaps(silences: Sequence[tuple[int, int]]) -> list[int]:
    """The silence before the first, between each two and after the last, in milliseconds."""
    between = [max(after, before) for (_, after), (before, _) in pairwise(silences)]
    return [silences[0][0], *between, silences[-1][1]]


def _moved(word: SpokenWord, by: float, limit: float) -> SpokenWord:
    """A word on the clock of the whole; an engine that tells of a word after its end is not believed."""
    start, end = min(by + word.start, limit), min(by + word.end, limit)
    return SpokenWord(word.text, round(start, 6), round(max(start, end), 6))
