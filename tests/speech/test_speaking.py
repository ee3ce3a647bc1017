"""Speaking: the times are exact, what has been said is kept, and what cannot be said is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from everyway.cache import NoCache
from everyway.errors import VoiceError
from everyway.model import Source
from everyway.speech.flac import from_flac, to_flac
from everyway.speech.joining import join
from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.speaking import rows, speak
from everyway.speech.tokens import Token
from tests.speech.tones import LETTER, RATE, Shelf, Tones, chapter, utterance

THREE = chapter("people", "Our people", "We will grow.", "We will train.")


def sound(length: int, level: int = 1000, rate: int = RATE) -> Sound:
    return Sound(np.full(length, level, "<i2").tobytes(), rate)


def test_borders_lie_in_the_middle_of_the_silences() -> None:
    joined = join([sound(1000), sound(2000), sound(3000)], [(500, 300), (600, 300), (1000, 700)])
    starts = [0, 11025 + 1000 + 13230 // 2, 11025 + 1000 + 13230 + 2000 + 22050 // 2]
    end = 11025 + 1000 + 13230 + 2000 + 22050 + 3000 + 15435
    assert [round(span.start * RATE) for span in joined.spans] == starts
    assert [round(span.end * RATE) for span in joined.spans] == [*starts[1:], end]
    assert len(joined.samples) == end


@settings(max_examples=40, deadline=None)
@given(
    some.lists(
        some.tuples(some.integers(0, 900), some.integers(0, 2000), some.integers(0, 2000)), min_size=1, max_size=6
    )
)
def test_whatever_is_joined_tiles_and_nothing_of_it_is_lost(rows: list[tuple[int, int, int]]) -> None:
    sounds = [sound(length, number) for number, (length, _, _) in enumerate(rows, 1)]
    joined = join(sounds, [(before, after) for _, before, after in rows])
    assert joined.spans[0].start == 0
    assert joined.spans[-1].end == joined.seconds
    assert all(one.end == two.start for one, two in pairwise(joined.spans))
    for number, (span, (length, _, _)) in enumerate(zip(joined.spans, rows, strict=True), 1):
        inside = joined.samples[round(span.start * RATE) : round(span.end * RATE)]
        assert np.count_nonzero(inside) == np.count_nonzero(inside == number) == length


def test_sounds_of_two_rates_are_not_joined() -> None:
    with pytest.raises(ValueError, match="one rate"):
        join([sound(9), sound(9, rate=24000)], [(0, 0), (0, 0)])


def test_words_are_on_the_chapters_clock_and_end_with_their_sentence() -> None:
    said = Sound(sound(RATE).samples, RATE, (SpokenWord("one", 0.1, 0.4), SpokenWord("two", 0.5, 9.0)))
    (span,) = join([said], [(500, 700)]).spans
    assert span.words == (SpokenWord("one", 0.6, 0.9), SpokenWord("two", 1.0, 2.2))


def test_a_chapter_is_said_with_its_times() -> None:
    performance = speak(THREE, Tones(), NoCache())
    clips = performance.chapter.clips
    assert [clip.id for clip in clips] == ["people-1", "people-2", "people-3"]
    assert [word.text for word in clips[1].words] == ["We", "will", "grow."]
    samples, rate = from_flac(performance.sound)
    assert len(samples) / rate == performance.chapter.seconds == clips[-1].end
    first = np.flatnonzero(samples)[0] / rate
    assert first == pytest.approx(0.5, abs=0.001)
    assert clips[0].words[0].start == pytest.approx(0.5)
    assert clips[0].words[1].start == pytest.approx(0.5 + 4 * LETTER)


def test_the_same_chapter_gives_the_same_bytes() -> None:
    assert speak(THREE, Tones(), NoCache()) == speak(THREE, Tones(), NoCache())


def test_what_was_said_is_not_said_again() -> None:
    shelf, voice = Shelf(), Tones()
    first = speak(THREE, voice, shelf)
    assert speak(THREE, voice, shelf) == first
    assert len(voice.said) == 3
    changed = chapter("people", "Our people", "We will listen.", "We will train.")
    assert speak(changed, voice, shelf).chapter.clips[1].text == "We will listen."
    assert voice.said[3:] == ["We will listen."]


def test_a_caption_can_change_without_a_word_being_said() -> None:
    shelf, voice = Shelf(), Tones()
    first = speak(THREE, voice, shelf)
    moved = chapter("staff", "Our people", "We will grow.", "We will train.")
    assert speak(moved, voice, shelf).sound == first.sound
    assert len(voice.said) == 3


@pytest.mark.parametrize("rubbish", [b"", b"{}\n", b'{"clips": 1}\n', b"[[1]]\nfLaC", b"[]\nnothing"], ids=repr)
def test_what_is_kept_and_is_not_sound_is_said_again(rubbish: bytes) -> None:
    shelf, voice = Shelf(), Tones()
    first = speak(THREE, voice, shelf)
    for key in shelf:
        shelf[key] = rubbish
    assert speak(THREE, voice, shelf) == first
    assert len(voice.said) == 6


def test_another_voice_says_everything_anew() -> None:
    shelf = Shelf()
    assert speak(THREE, Tones(), shelf).digest != speak(THREE, Tones(loudness=0.2), shelf).digest


def test_what_cannot_be_said_is_named_with_its_line() -> None:
    with pytest.raises(VoiceError) as caught:
        speak(chapter("people", "Our people", "An unspeakable word."), Tones(), NoCache())
    assert caught.value.message == "“An unspeakable word.” could not be said."
    assert caught.value.where == Source("content/plan/01-people.md", len("people-2"))


def test_flac_keeps_every_sample() -> None:
    samples = np.random.default_rng(7).integers(-32768, 32768, 5000, np.int16)
    again, rate = from_flac(to_flac(samples, 24000))
    assert rate == 24000
    assert np.array_equal(again, samples)


class Chorus(Tones):
    """Says many at once, and notes how many."""

    asked: ClassVar[list[int]] = []

    def say_all(self, utterances: Sequence[tuple[Sequence[Token], str]]) -> list[Sound]:
        self.asked.append(len(utterances))
        return [self.say(*one) for one in utterances]


MANY = chapter("many", "Our people", *(f"We will do what comes as number {number}." for number in range(60)))


def test_a_voice_that_says_many_at_once_is_asked_for_rows() -> None:
    shelf, voice = Shelf(), Chorus()
    Chorus.asked.clear()
    first = speak(MANY, voice, shelf)
    assert speak(MANY, Tones(), NoCache()).sound == first.sound
    assert Chorus.asked == [len(row) for row in rows(MANY.utterances)]
    assert 1 < len(Chorus.asked) < 30
    changed = replace(MANY, utterances=(*MANY.utterances[:30], utterance("new", "This is new."), *MANY.utterances[30:]))
    before = len(voice.said)
    assert len(speak(changed, voice, shelf).chapter.clips) == 62
    assert len(voice.said) - before < 40


def test_in_a_row_what_cannot_be_said_is_named_with_its_line() -> None:
    with pytest.raises(VoiceError) as caught:
        speak(chapter("people", "Our people", "An unspeakable word.", "Another."), Chorus(), Shelf())
    assert caught.value.where == Source("content/plan/01-people.md", len("people-2"))
