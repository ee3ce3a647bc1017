"""The sound of a chapter with its gain, sample for sample: for whoever makes a format of their own from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from everyway.speech.flac import from_flac
from everyway.speech.levelling import Gain, levelled
from everyway.speech.recording import Track

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def samples_of(track: Track) -> NDArray[np.int16]:
    """The samples of a track, as loud as in every format; on the clock of its chapter, without delay."""
    samples, rate = from_flac(track.flac.read_bytes())
    return levelled(samples, rate, Gain(track.gain))
