"""Encoding: what is heard is what was said, when it was said, in files that can be joined and sought in."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from everyway.cache import NoCache
from everyway.errors import ToolError
from everyway.speech import adts, mpeg
from everyway.speech.encoding import MP3_DELAY, encode, encode_all, to_mp3
from everyway.speech.levelling import Gain
from everyway.speech.options import SpeechOptions
from everyway.speech.record import record
from everyway.speech.speaking import speak
from everyway.tools.ffmpeg import run_ffmpeg
from tests.speech.tones import RATE, Shelf, Tones, chapter, script

PEOPLE = chapter("people", "Our people", "We will grow.", "We will train.")
WORK = chapter("work", "New ways of working", "Teams will listen.")


def clicks(rate: int, *seconds: float) -> NDArray[np.int16]:
    samples = np.zeros(rate * 3, np.int16)
    for at in seconds:
        start = round(at * rate)
        samples[start : start + 40] = np.hanning(40) * 25000 * np.sin(np.arange(40) * 0.9)
    return samples


@pytest.mark.parametrize("rate", [16000, 22050, 24000])
def test_an_mp3_is_late_by_what_is_said_of_it(rate: int) -> None:
    given = clicks(rate, 0.5, 2.25)
    heard, _ = soundfile.read(io.BytesIO(to_mp3(given, rate)), dtype="float32")
    fit = np.correlate(heard[: len(given)], given[: len(given) - 3000].astype(np.float32), "valid")
    assert abs(int(np.argmax(fit)) - MP3_DELAY) <= rate / 1000


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 44100])
def test_an_mp3_is_as_loud_as_what_was_given(rate: int) -> None:
    given = (12000 * np.sin(2 * np.pi * 440 * np.arange(rate * 2) / rate)).astype(np.int16)
    heard, _ = soundfile.read(io.BytesIO(to_mp3(given, rate)), dtype="float32")
    assert np.abs(heard[rate // 2 : rate]).max() * 32768 == pytest.approx(12000, rel=0.005)


def test_another_decoder_is_as_late() -> None:
    given = clicks(RATE, 0.5, 2.25)
    pcm = run_ffmpeg(("-f", "mp3", "-i", "pipe:0", "-f", "s16le", "pipe:1"), to_mp3(given, RATE))
    heard = np.frombuffer(pcm, "<i2").astype(np.float32)
    fit = np.correlate(heard[: len(given)], given[: len(given) - 3000].astype(np.float32), "valid")
    assert abs(int(np.argmax(fit)) - MP3_DELAY) <= RATE / 1000


def test_an_mp3_is_frames_of_one_size_and_nothing_else() -> None:
    mp3 = to_mp3(clicks(RATE, 1.0), RATE)
    every = list(mpeg.frames(mp3))
    assert {frame.kilobits for frame in every} == {64}
    assert {frame.rate for frame in every} == {RATE}
    assert all(one.start + one.size == two.start for one, two in pairwise(every))
    heard, rate = soundfile.read(io.BytesIO(mp3))
    assert mpeg.seconds(mp3) == pytest.approx(len(heard) / rate)
    assert b"Xing" not in mp3 and b"Info" not in mp3 and mp3[:3] != b"ID3"


@pytest.mark.parametrize("content", [b"ID3\x03", b"\xff\xf3", b"\xff\xf3\xff\xc4", b"\xff\xf3\x80"], ids=repr)
def test_what_is_no_frame_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="frame"):
        mpeg.seconds(content)
    with pytest.raises(ValueError, match="frame"):
        adts.frames(content)


def test_a_chapter_is_encoded_as_it_was_said(tmp_path: Path) -> None:
    performance = speak(PEOPLE, Tones(), NoCache())
    track = encode(performance, Gain(0.0), tmp_path, NoCache())
    assert (track.mp3.name, track.aac.name) == ("people.mp3", "people.aac")
    heard, _ = soundfile.read(track.mp3, dtype="float32")
    first = np.flatnonzero(np.abs(heard) > 0.02)[0] / RATE
    assert first == pytest.approx(performance.chapter.clips[0].words[0].start + track.delay, abs=0.012)
    assert track.mp3_seconds >= performance.chapter.seconds + track.delay
    assert track.aac_frames * adts.FRAME / RATE >= performance.chapter.seconds
    pcm = run_ffmpeg(("-i", str(track.aac), "-f", "s16le", "pipe:1"))
    assert len(pcm) // 2 == track.aac_frames * adts.FRAME


def test_the_same_sound_gives_the_same_files_and_is_encoded_once(tmp_path: Path) -> None:
    performance, shelf = speak(PEOPLE, Tones(), NoCache()), Shelf()
    files = []
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
        track = encode(performance, Gain(1.5), tmp_path / name, NoCache() if name == "three" else shelf)
        files.append((track.mp3.read_bytes(), track.aac.read_bytes(), track.loudness, track.peak))
    assert files[0] == files[1] == files[2]
    assert shelf.found == 3
    encode(performance, Gain(1.6), tmp_path, shelf)
    assert shelf.found == 3


def test_chapters_encoded_together_are_what_each_is_alone(tmp_path: Path) -> None:
    some = [speak(chapter, Tones(), NoCache()) for chapter in (PEOPLE, WORK)]
    shelf = Shelf()
    alone = encode(some[0], Gain(1.5), tmp_path, shelf)
    kept = [alone.mp3.read_bytes(), alone.aac.read_bytes()]
    together = encode_all(some, Gain(1.5), tmp_path, shelf)
    assert shelf.found == 3
    assert [together[0].mp3.read_bytes(), together[0].aac.read_bytes()] == kept
    again = encode(some[1], Gain(1.5), tmp_path, NoCache())
    assert again == together[1]
    assert encode_all(some, Gain(1.5), tmp_path, NoCache()) == together
    assert encode_all([], Gain(1.5), tmp_path, shelf) == []


def test_a_recording_is_levelled_and_tells_of_itself(tmp_path: Path) -> None:
    recording = record(script(PEOPLE, WORK), SpeechOptions(), Tones(0.9), NoCache(), tmp_path)
    assert recording.loudness == pytest.approx(-19, abs=0.5)
    assert recording.peak <= -2
    assert (recording.edition, recording.title, recording.rate) == ("plan", "The garden plan", RATE)
    assert [track.chapter.id for track in recording.tracks] == ["people", "work"]
    assert recording.timeline.seconds == pytest.approx(sum(track.chapter.seconds for track in recording.tracks))


def test_without_ffmpeg_the_line_that_brings_it_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EVERYWAY_FFMPEG", str(tmp_path / "none"))
    with pytest.raises(ToolError) as caught:
        encode(speak(PEOPLE, Tones(), NoCache()), Gain(0.0), tmp_path, NoCache())
    assert caught.value.slug == "ffmpeg-missing"
    assert "apt-get install --yes ffmpeg" in caught.value.fix


def test_what_ffmpeg_says_when_it_fails_is_told() -> None:
    with pytest.raises(ToolError) as caught:
        run_ffmpeg(("-i", "no-such-file.wav", "-f", "null", "-"))
    assert caught.value.slug == "ffmpeg-failed"
    assert "No such file" in caught.value.message
