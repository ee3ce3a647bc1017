"""Whether what came from a voice is the sound of what was asked for; and its silence cut off at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.tokens import Digits, Letters, Pause, Sounds, Spoken, Token, Words

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[tuple[int], np.dtype[np.int16]]

SILENT = 104
"""Samples no louder than this are silence: 50 dB under full scale."""

FAINT = 1000
"""A sound whose loudest sample is below this (30 dB under full scale) cannot be heard beside the others."""

FULL = 32767

CLIPPED = 32
"""So many samples at full scale, one after another, are a sound that was cut off: about a millisecond."""

BEFORE, AFTER = 0.010, 0.030
"""Seconds of silence left, so that no soft consonant is lost."""

LETTERS_A_WORD = 6
"""The space after it counted in, as a word is for those who measure typing and talking."""


def weight(tokens: Sequence[Token]) -> float:
    """How much there is to say, in words; a letter or figure said by its name counts as two thirds of one."""
    total = 0.0
    for token in tokens:
        match token:
            case Words(text) | Sounds(text):
                total += sum(map(str.isalnum, text)) / (LETTERS_A_WORD - 1)
            case Letters(text) | Digits(text):
                total += sum(map(str.isalnum, text)) * 2 / 3
            case Spoken(inner):
                total += weight(inner)
    return total


def silence_in(tokens: Sequence[Token]) -> float:
    """Seconds of the pauses among tokens."""
    return sum(
        token.milliseconds / 1000 if isinstance(token, Pause) else silence_in(token.tokens)
        for token in tokens
        if isinstance(token, Pause | Spoken)
    )


def fault_of(sound: Sound, words: float, pauses: float, rate: int, samples_a_second: int) -> str:
    """What is wrong with a sound of so many words and seconds of pauses at a rate in words a minute; "" for nothing.

    The borders are wide: half a second and four times as fast as asked, three seconds and four times as slow.
    """
    import numpy as np

    if len(sound.samples) % 2 or sound.rate != samples_a_second:
        return f"it is not 16-bit sound of {samples_a_second} samples a second"
    samples = np.frombuffer(sound.samples, "<i2")
    highest = max(int(samples.max()), -int(samples.min())) if len(samples) else 0
    if highest < FAINT:
        return "it is silent"
    asked = words * 60 / rate
    if sound.seconds < asked / 4 - 0.5:
        return f"it lasts {sound.seconds:.1f} seconds, and about {asked:.1f} were due"
    if sound.seconds > asked * 4 + pauses * 1.5 + 3:
        return f"it lasts {sound.seconds:.1f} seconds, and about {asked + pauses:.1f} were due"
    if highest >= FULL and _longest_run((samples >= FULL) | (samples <= -FULL)) >= CLIPPED:
        return "it is clipped"
    return ""


def trimmed(sound: Sound) -> Sound:
    """A sound without the silence at both ends but a trace, its words' times moved along."""
    import numpy as np

    samples = np.frombuffer(sound.samples, "<i2")
    loud = (samples > SILENT) | (samples < -SILENT)
    if not loud.any():
        return sound
    start = max(0, int(loud.argmax()) - round(BEFORE * sound.rate))
    end = min(len(samples), len(loud) - int(loud[::-1].argmax()) + round(AFTER * sound.rate))
    kept = samples[start:end]
    moved, seconds = start / sound.rate, len(kept) / sound.rate

    def within(time: float) -> float:
        return min(round(max(0.0, time - moved), 4), seconds)

    words = tuple(SpokenWord(word.text, within(word.start), within(word.end)) for word in sound.words)
    return Sound(kept.tobytes(), sound.rate, words)


def silence(seconds: float, rate: int) -> Sound:
    """Nothing to be heard, for so long."""
    return Sound(bytes(2 * round(seconds * rate)), rate)


def _longest_run(flags: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> int:
    import numpy as np

    borders = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    runs = borders[1::2] - borders[::2]
    return int(runs.max()) if len(runs) else 0
