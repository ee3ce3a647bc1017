"""WAV and audio CDs: every sample once, cut where a listener would, on discs that are never too long."""

from __future__ import annotations

import wave
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from everyway.speech.timeline import Clip, TimedChapter
from everyway.speech.utterance import Kind
from everyway.writing.audio.cd import RATE, SECTOR, make_cd
from everyway.writing.audio.lossless import samples_of
from everyway.writing.audio.pieces import DISC_SECONDS, MOST_TRACKS, discs_of, pieces_of
from everyway.writing.audio.wav import make_wav
from tests.writing.audio.recorded import parts, publication, recording


def test_a_wav_has_every_sample(tmp_path: Path) -> None:
    (made,) = make_wav(publication(), publication().edition("plan"), {}, tmp_path, parts())
    samples, rate = soundfile.read(made.path, dtype="int16")
    assert np.array_equal(samples, np.concatenate([samples_of(track) for track in recording().tracks]))
    assert (rate, made.facts["rate"], made.path.name) == (22050, 22050, "garden-plan-wav.wav")
    assert made.facts["seconds"] == pytest.approx(recording().timeline.seconds, abs=0.001)
    assert list(tmp_path.iterdir()) == [made.path]


def test_a_cd_is_tracks_and_a_sheet(tmp_path: Path) -> None:
    (made,) = make_cd(publication(), publication().edition("plan"), {}, tmp_path, parts())
    assert made.path == tmp_path / "garden-plan-cd"
    disc = made.path / "disc-1"
    tracks = sorted(disc.glob("*.wav"))
    assert made.facts["tracks"] == len(tracks) >= 5
    frames = 0
    for track in tracks:
        with wave.open(str(track)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (2, 2, RATE)
            assert sound.getnframes() % SECTOR == 0
            assert sound.getnframes() >= 4 * RATE
            frames += sound.getnframes()
    assert frames / RATE == pytest.approx(recording().timeline.seconds, abs=len(recording().tracks) * SECTOR / RATE)
    sheet = (disc / "disc.cue").read_bytes().decode("latin-1").splitlines()
    assert sheet[:6] == [
        'PERFORMER "A society"',
        'TITLE "The garden plan"',
        'FILE "track-01.wav" WAVE',
        "  TRACK 01 AUDIO",
        '    TITLE "The garden plan"',
        "    INDEX 01 00:00:00",
    ]
    assert '    TITLE "Trees of the valley"' in sheet
    assert list(tmp_path.iterdir()) == [made.path]


def test_what_is_on_a_disc_is_what_was_said(tmp_path: Path) -> None:
    make_cd(publication(), publication().edition("plan"), {}, tmp_path, parts())
    first, _ = soundfile.read(tmp_path / "garden-plan-cd" / "disc-1" / "track-01.wav", dtype="float32")
    said = samples_of(recording().tracks[0]).astype(np.float32) / 32768
    count = min(len(said), len(first) // 2)
    assert np.array_equal(first[:, 0], first[:, 1])
    assert np.abs(first[: count * 2 : 2, 0] - said[:count]).max() < 0.01


def test_a_cd_is_made_anew_over_an_older_one(tmp_path: Path) -> None:
    (tmp_path / "garden-plan-cd" / "disc-9").mkdir(parents=True)
    make_cd(publication(), publication().edition("plan"), {}, tmp_path, parts())
    assert [folder.name for folder in (tmp_path / "garden-plan-cd").iterdir()] == ["disc-1"]


# Long ones


def long(minutes: float, headings: int, clips: int = 200) -> TimedChapter:
    """A chapter of so many minutes, with so many headings of level 2 among its clips."""
    length = minutes * 60 / clips
    opens = {number * (clips // (headings + 1)) for number in range(1, headings + 1)}
    made = [
        Clip(f"s{number}", Kind.HEADING if number in opens else Kind.SENTENCE, f"Clip {number}", "en-GB",
             number * length, (number + 1) * length, level=2 if number in opens else 0)
        for number in range(clips)
    ]  # fmt: skip
    return TimedChapter("long", "Long", made[-1].end, tuple(made))


@pytest.mark.parametrize(
    ("chapters", "discs"),
    [([(30, 2), (30, 2)], 1), ([(50, 0), (50, 0)], 2), ([(200, 0)], 3), ([(60, 120)], 2)],
    ids=str,
)
def test_discs_are_never_too_long(chapters: list[tuple[float, int]], discs: int) -> None:
    some = recording().tracks[0]
    tracks = [replace(some, chapter=long(minutes, headings)) for minutes, headings in chapters]
    pieces = list(pieces_of(tracks))
    made = discs_of(pieces)
    assert len(made) == discs
    assert [piece for disc in made for piece in disc] == pieces
    for disc in made:
        assert sum(piece.seconds for piece in disc) <= DISC_SECONDS
        assert len(disc) <= MOST_TRACKS
        assert all(piece.seconds >= 4 for piece in disc)
    for track in tracks:
        own = [piece for piece in pieces if piece.track is track]
        assert (own[0].start, own[-1].end) == (0.0, track.chapter.seconds)
        assert all(one.end == two.start for one, two in pairwise(own))
        assert {piece.start for piece in own} <= {clip.start for clip in track.chapter.clips}
