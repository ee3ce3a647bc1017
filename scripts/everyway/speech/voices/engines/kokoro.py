"""Kokoro-82M: a neural voice of 24,000 samples a second, the same bytes at all times from one thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.tokens import Token
from everyway.speech.voices import kokoro_files
from everyway.speech.voices.engines.phonemes import Part, Reader
from everyway.speech.voices.wire import Setting

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[tuple[int], np.dtype[np.float32]]

RATE = 24000
STEP = 600
"""Samples in one step of the durations: 25 ms."""

MOST = 510
"""Phonemes in one go; what is longer is cut between clauses."""

LATE = 0.083
"""Seconds that the durations lag behind what is heard, measured at the starts of sentences."""

LOUDEST = 26000
BETWEEN = 0.2
"""Seconds of silence where an utterance was cut."""

QUIET = 0.01
FRAME = 240

# Makes the model give the length of each phoneme too: protobuf fields of an ONNX graph, added to its end. A node
# `Cast` from /encoder/Clip_output_0 to int64, named `duration`, and a graph output of that name.
_DURATIONS = bytes.fromhex(
    "3a470a330a162f656e636f6465722f436c69705f6f75747075745f3012086475726174696f6e2204436173742a090a02746f1807a0010262"
    "100a086475726174696f6e12040a020807"
)


class Kokoro:
    """One voice of Kokoro at one speed."""

    forks = False

    def __init__(self, setting: Setting) -> None:
        import numpy as np
        import onnxruntime  # type: ignore[import-untyped, import-not-found, unused-ignore]

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            kokoro_files.model() + _DURATIONS, options, providers=["CPUExecutionProvider"]
        )
        self._style = np.frombuffer(kokoro_files.style(setting.voice), "<f4").reshape(MOST, 256)
        self._speed = setting.speed
        self._reader = Reader(british=True)

    def speak(self, tokens: Sequence[Token], language: str) -> Sound:
        """The sound of English tokens; each word's time by the length of its phonemes."""
        import numpy as np

        parts, words = self._reader.parts(tokens)
        pieces: list[Samples] = []
        times: dict[int, tuple[float, float]] = {}
        at = 0.0
        for clause in clauses(parts):
            samples, spans = self._said(clause)
            for number, (start, end) in spans.items():
                times[number] = (times.get(number, (at + start, 0.0))[0], at + end)
            pieces += [samples, np.zeros(round(BETWEEN * RATE), np.float32)]
            at += len(samples) / RATE + BETWEEN
        samples = np.concatenate(pieces[:-1]) if pieces else np.zeros(0, np.float32)
        loud = np.clip(np.rint(samples * LOUDEST), -32767, 32767).astype("<i2")
        return Sound(loud.tobytes(), RATE, timed(words, times, len(samples) / RATE))

    def _said(self, parts: Sequence[Part]) -> tuple[Samples, dict[int, tuple[float, float]]]:
        """The sound of parts that fit in one go, and the times of the words in it."""
        import numpy as np

        signs: list[tuple[str, int]] = []
        for number, part in enumerate(parts):
            signs += [(sign, number) for sign in part.phonemes + (" " if part.space else "")]
        ids = [self._reader.ids[sign] for sign, _ in signs]
        audio, durations = self._session.run(
            ("audio", "duration"),
            {
                "tokens": np.array([[0, *ids, 0]], np.int64),
                "style": self._style[len(ids) - 1 : len(ids)],
                "speed": np.array([self._speed], np.float32),
            },
        )
        samples = audio.reshape(-1).astype(np.float32)
        borders = np.concatenate(([0], np.cumsum(durations.reshape(-1)))) * STEP / RATE - LATE
        heard: dict[int, tuple[float, float]] = {}
        for place, (sign, number) in enumerate(signs, 1):
            if sign != " " or parts[number].pause:
                start, end = max(0.0, float(borders[place])), max(0.0, float(borders[place + 1]))
                heard[number] = (heard.get(number, (start, 0.0))[0], end)
        for number in sorted(heard, reverse=True):
            if parts[number].pause:
                samples, cut, more = _paused(samples, *heard[number], parts[number].pause / 1000)
                heard = {
                    each: (max(cut, start) + more, max(cut, end) + more) if each > number else (start, min(end, cut))
                    for each, (start, end) in heard.items()
                }
        spans: dict[int, tuple[float, float]] = {}
        for number, (start, end) in heard.items():
            if (word := parts[number].word) is not None:
                spans[word] = (spans.get(word, (start, 0.0))[0], end)
        return _tight(samples, spans)


def clauses(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """Parts in as few goes as hold them, each cut after a stop where there is one, else between two words."""
    rest = list(parts)
    while rest:
        size = stop = word = 0
        for number, part in enumerate(rest, 1):
            size += len(part.phonemes) + part.space
            if size > MOST:
                break
            word = number
            if part.word is None:
                stop = number
        else:
            stop = len(rest)
        cut = stop or word or 1
        piece = tuple(rest[:cut])
        rest = rest[cut:]
        if any(part.word is not None for part in piece):
            yield piece


def timed(words: Sequence[str], times: dict[int, tuple[float, float]], seconds: float) -> tuple[SpokenWord, ...]:
    """Words with their times, in order; one that makes no sound of its own takes no time."""
    spoken = []
    at = 0.0
    for number, word in enumerate(words):
        start, end = times.get(number, (at, at))
        start = min(max(at, start), seconds)
        at = min(max(start, end), seconds)
        spoken.append(SpokenWord(word, start, at))
    return tuple(spoken)


def _paused(samples: Samples, start: float, end: float, seconds: float) -> tuple[Samples, float, float]:
    """Samples with the silence about a place made as long as it is to be; the second where, and how much was added."""
    import numpy as np

    first, last = max(0, round((start - 0.1) * RATE) // FRAME), round((end + 0.15) * RATE) // FRAME
    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    loudness = np.sqrt((frames**2).mean(axis=1))
    last = min(max(last, first + 1), len(loudness))
    if first >= last:
        return samples, len(samples) / RATE, 0.0
    quietest = first + int(np.argmin(loudness[first:last]))
    before = after = quietest
    while before > 0 and loudness[before - 1] < QUIET:
        before -= 1
    while after < len(loudness) and loudness[after] < QUIET:
        after += 1
    more = max(0.0, seconds - (after - before) * FRAME / RATE)
    cut = quietest * FRAME
    gap = np.zeros(round(more * RATE), np.float32)
    return np.concatenate((samples[:cut], gap, samples[cut:])), cut / RATE, len(gap) / RATE


def _tight(samples: Samples, spans: dict[int, tuple[float, float]]) -> tuple[Samples, dict[int, tuple[float, float]]]:
    """Samples without the half second of silence that Kokoro puts about them."""
    import numpy as np

    loud = np.flatnonzero(np.abs(samples) > QUIET / 2)
    if not len(loud):
        return samples, spans
    first, last = max(0, int(loud[0]) - FRAME), min(len(samples), int(loud[-1]) + 3 * FRAME)
    moved = first / RATE
    return samples[first:last], {number: (start - moved, end - moved) for number, (start, end) in spans.items()}


def load(setting: Setting) -> Kokoro:
    """The engine of a setting; ValueError for files that are not the ones we know."""
    return Kokoro(setting)
