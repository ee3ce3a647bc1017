"""Sound as it comes from a voice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word that was said, and when, in seconds from the start of its sound."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sound:
    """One channel of 16-bit samples, little endian, `rate` of them a second."""

    samples: bytes
    rate: int
    words: tuple[SpokenWord, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.samples) / 2 / self.rate
