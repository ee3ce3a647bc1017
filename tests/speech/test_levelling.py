"""Loudness, peaks and the one gain: against BS.1770's own test signals, pyloudnorm, and by law."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from numpy.typing import NDArray

from everyway.cache import NoCache
from everyway.speech import loudness
from everyway.speech.flac import from_flac, to_flac
from everyway.speech.levelling import CEILING, Gain, gain_for, levelled
from everyway.speech.loudness import as_heard, blocks, decibels, integrated, true_peak
from everyway.speech.performance import Performance
from everyway.speech.speaking import speak
from everyway.speech.timeline import TimedChapter
from tests.speech.tones import RATE, Tones, chapter


def tone(seconds: float, level: float, hertz: float = 997, rate: int = 48000) -> NDArray[np.float32]:
    time = np.arange(round(seconds * rate)) / rate
    return (10 ** (level / 20) * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def test_the_filters_are_those_of_the_standard() -> None:
    """BS.1770-5 annex 1, tables 1 and 2."""
    shelf, high_pass = (above + below for above, below in loudness.filters(48000))
    assert shelf == pytest.approx(
        [1.53512485958697, -2.69169618940638, 1.19839281085285, 1, -1.69065929318241, 0.73248077421585], abs=1e-9
    )
    assert high_pass == pytest.approx([1, -2, 1, 1, -1.99004745483398, 0.99007225036621], abs=1e-9)


def test_a_full_tone_has_the_loudness_of_the_standard() -> None:
    """BS.1770-5 annex 1: a sine of 997 Hz at 0 dBFS in one channel reads −3.01 LUFS."""
    assert integrated(blocks(tone(5, 0), 48000)) == pytest.approx(-3.01, abs=0.02)


def test_what_is_quiet_is_not_counted() -> None:
    loud, quiet, silent = tone(10, -20), tone(10, -36), np.zeros(480000, np.float32)
    assert integrated(blocks(np.concatenate([loud, silent, quiet]), 48000)) == pytest.approx(-23.01, abs=0.1)


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 44100])
def test_it_is_what_pyloudnorm_measures(rate: int) -> None:
    from pyloudnorm import Meter

    noise = np.random.default_rng(3).normal(0, 0.1, rate * 4) * np.repeat([1.0, 0.1, 0.001, 0.7], rate)
    ours = integrated(blocks(noise.astype(np.float32), rate))
    assert ours == pytest.approx(
        Meter(rate).integrated_loudness(noise), abs=0.2
    )  # its shelf is not quite the standard’s


def test_silence_and_nothing_have_no_loudness() -> None:
    assert integrated(()) == integrated(blocks(np.zeros(48000, np.float32), 48000)) == -math.inf
    assert blocks(np.zeros(0, np.float32), 48000) == ()
    assert len(blocks(tone(0.1, 0), 48000)) == 1


def test_the_peak_between_samples_is_found() -> None:
    """A sine of a quarter of the rate, at 45 degrees: its samples are 3 dB under its peak."""
    sine = (0.5 * np.sin(np.pi / 2 * np.arange(4800) + np.pi / 4)).astype(np.float32)
    assert decibels(float(np.max(np.abs(sine)))) == pytest.approx(-9.03, abs=0.01)
    assert decibels(true_peak(sine)) == pytest.approx(-6.02, abs=0.2)


def test_looking_only_near_high_samples_gives_the_same_peak() -> None:
    from scipy.signal import resample_poly

    noise = np.random.default_rng(5).normal(0, 0.1, 20000).astype(np.float32)
    assert true_peak(noise) == pytest.approx(float(np.max(np.abs(resample_poly(noise, 4, 1)))), rel=1e-3)


def test_the_ends_of_windows_are_no_peaks() -> None:
    tone = (0.5 * np.sin(2 * np.pi * 100 / 22050 * np.arange(22050))).astype(np.float32)
    assert true_peak(tone) == pytest.approx(0.5, abs=0.002)


def test_what_the_limit_takes_away_is_made_up_for() -> None:
    """Speech with high, short peaks: as loud as other books all the same."""
    chance = np.random.default_rng(11)
    words = chance.normal(0, 0.06, RATE * 12)
    words[:: RATE // 8] = 0.9
    for shift in range(1, 40):
        words[shift :: RATE // 8] = 0.9 * np.cos(shift) * (1 - shift / 40)
    samples = (np.clip(words, -1, 1) * 32767).astype(np.int16)
    whole = Performance(
        TimedChapter("one", "One", 12.0, ()), RATE, to_flac(samples, RATE), "", blocks(as_heard(samples), RATE)
    )
    gain = gain_for([whole])
    loud = integrated(blocks(as_heard(levelled(samples, RATE, gain)), RATE))
    assert gain.decibels > -19 - integrated(whole.loudness) + 0.5
    assert loud == pytest.approx(-19, abs=0.3)


def test_one_gain_brings_a_book_to_its_loudness() -> None:
    loud = speak(chapter("one", "Our people", "We will grow."), Tones(0.3), NoCache())
    quiet = speak(chapter("two", "The next chapter", "It is said more quietly."), Tones(0.2), NoCache())
    gain = gain_for([loud, quiet])
    assert gain == Gain(round(gain.decibels, 1))
    means: list[float] = []
    for each in (loud, quiet):
        samples, rate = from_flac(each.sound)
        means += blocks(as_heard(levelled(samples, rate, gain)), rate)
    assert integrated(means) == pytest.approx(-19, abs=0.1)
    assert gain_for([]) == Gain(0.0)


@settings(max_examples=25, deadline=None)
@given(some.integers(0, 2**32), some.floats(-20, 30), some.floats(0.001, 1), some.sampled_from([8000, 22050, 48000]))
def test_no_sample_is_ever_above_the_ceiling(seed: int, gain: float, level: float, rate: int) -> None:
    chance = np.random.default_rng(seed)
    noise = np.clip(chance.normal(0, level, 3000) * 32767, -32768, 32767).astype(np.int16)
    loud = levelled(noise, rate, Gain(round(gain, 1)))
    assert len(loud) == len(noise)
    assert int(np.max(np.abs(loud.astype(np.int32)))) <= round(CEILING * 32768)


def test_what_needs_no_limit_is_only_turned_up() -> None:
    samples = np.array([0, 1000, -1000, 5], np.int16)
    assert levelled(samples, RATE, Gain(6.0)).tolist() == [0, 1995, -1995, 10]
    assert levelled(samples[:0], RATE, Gain(6.0)).tolist() == []


def test_a_peak_turns_its_neighbourhood_down_and_nothing_else() -> None:
    samples = np.full(22050, 8000, np.int16)
    samples[11025] = 32767
    loud = levelled(samples, RATE, Gain(0.0))
    assert loud[11025] <= round(CEILING * 32768)
    assert loud[: 11025 - 400].tolist() == samples[: 11025 - 400].tolist()
    assert loud[11025 + 400 :].tolist() == samples[11025 + 400 :].tolist()
