"""hibari: a small neural voice, American, a hundred times faster than it speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from everyway.speech.sound import Sound
from everyway.speech.tokens import Token
from everyway.speech.voices.engines.kokoro import BETWEEN, LOUDEST, clauses, timed
from everyway.speech.voices.engines.phonemes import Part, Reader
from everyway.speech.voices.wire import Setting

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[tuple[int], np.dtype[np.float32]]


class Hibari:
    """The voice that comes in hibari's package; it never looks for another on the network."""

    forks = False

    def __init__(self, setting: Setting) -> None:
        import hibari  # type: ignore[import-untyped, import-not-found, unused-ignore]

        self._voice = hibari.Hibari(setting.voice)
        self._speed = setting.speed
        self._reader = Reader(british=False)

    def speak(self, tokens: Sequence[Token], language: str) -> Sound:
        """The sound of English tokens. hibari tells no times: each word takes its share of the phonemes."""
        import numpy as np

        parts, words = self._reader.parts(tokens)
        pieces: list[Samples] = []
        times: dict[int, tuple[float, float]] = {}
        rate: int = self._voice.sample_rate
        at = 0.0
        for clause in _between_pauses(parts):
            if clause[0].pause:
                pieces.append(np.zeros(clause[0].pause * rate // 1000, np.float32))
                at += clause[0].pause / 1000
                continue
            said = "".join(part.phonemes + (" " if part.space else "") for part in clause)
            samples = self._voice.from_phonemes(said, self._speed, seed=0)
            pieces.append(samples)
            each, place = len(samples) / rate / len(said), at
            for part in clause:
                size = len(part.phonemes) + part.space
                if part.word is not None:
                    times[part.word] = (times.get(part.word, (place, 0.0))[0], place + each * size)
                place += each * size
            at = place
        samples = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
        loud = np.clip(np.rint(samples * LOUDEST), -32767, 32767).astype("<i2")
        return Sound(loud.tobytes(), rate, timed(words, times, at))


def _between_pauses(parts: Sequence[Part]) -> list[tuple[Part, ...]]:
    """Parts in goes that the voice can take, with each pause alone between them."""
    goes: list[tuple[Part, ...]] = []
    some: list[Part] = []
    for part in (*parts, Part(",", pause=1)):
        if not part.pause:
            some.append(part)
            continue
        for clause in clauses(some):
            if goes and not goes[-1][0].pause:
                goes.append((Part(",", pause=round(BETWEEN * 1000)),))
            goes.append(clause)
        goes.append((part,))
        some = []
    return goes[:-1]


def load(setting: Setting) -> Hibari:
    """The engine of a setting."""
    return Hibari(setting)
