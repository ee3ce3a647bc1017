"""The neural voices: their files, their phonemes, and, where they are installed, their sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from everyway.errors import ToolError, VoiceError
from everyway.speech.options import SpeechOptions
from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.tokens import Digits, Letters, Pause, Sounds, Spoken, Token, Words
from everyway.speech.voices import kokoro_files, open_speaker
from everyway.speech.voices.engines.kokoro import MOST, RATE, _paused, _tight, clauses, timed
from everyway.speech.voices.engines.phonemes import Part, Reader
from everyway.speech.voices.mixing import MixedSpeaker, joined
from tests.browser.needed import need

EXTRA = f"the neural voices are an extra; this brings them: {kokoro_files.BRING}"
with_packages = pytest.mark.skipif(bool(kokoro_files.missing_package()), reason=EXTRA)
with_kokoro = pytest.mark.skipif(bool(kokoro_files.missing("bf_alice")), reason=EXTRA)


def test_missing_files_are_told_with_the_command_that_brings_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kokoro_files, "NEEDED", ("click",))
    monkeypatch.setenv(kokoro_files.VARIABLE, str(tmp_path))
    with pytest.raises(ToolError) as raised:
        open_speaker(SpeechOptions("bf_alice"))
    assert raised.value.slug == "neural-missing"
    assert f"there is no {tmp_path / 'model.onnx'}" in raised.value.message
    assert raised.value.fix.endswith("scripts/setup neural")


def test_missing_packages_are_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kokoro_files, "NEEDED", ("no_such_package",))
    for voice in ("hibari", "bm_george"):
        with pytest.raises(ToolError, match="the Python package no_such_package is not installed"):
            open_speaker(SpeechOptions(voice))


@with_packages
def test_files_that_are_not_the_ones_we_know_are_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    need("espeak-ng")
    (tmp_path / "voices").mkdir()
    (tmp_path / "model.onnx").write_bytes(b"not a model")
    (tmp_path / "voices" / "bf_alice.bin").write_bytes(b"not a style")
    monkeypatch.setenv(kokoro_files.VARIABLE, str(tmp_path))
    speaker = open_speaker(SpeechOptions("bf_alice"))
    with pytest.raises(VoiceError, match="the model of Kokoro here is not the one that everyway knows") as raised:
        speaker.say((Words("hello"),), "en-GB")
    assert raised.value.slug == "voice-missing"


@pytest.fixture(scope="module")
def british() -> Reader:
    return Reader(british=True)


def read(reader: Reader, *tokens: Token) -> str:
    parts, _ = reader.parts(tokens)
    return "".join(part.phonemes + " " * part.space for part in parts).strip()


@with_packages
@pytest.mark.parametrize(
    ("token", "phonemes"),
    [
        (Words("We’ll help nurses."), "wˌiːl hˈɛlp nˈɜːsɪz."),
        (Letters("NHS"), "ˌɛnˌAʧˈɛs"),
        (Letters("A"), "ˈA"),
        (Letters("Z3"), "zˌɛdθɹˈiː"),
        (Digits("030"), "zˈɪəɹQ θɹˈiː zˈɪəɹQ"),
        (Sounds("scone", "skɒn"), "ˈskɒn"),
        (Sounds("Compact", "ˈkɒmpækt"), "ˈkɒmpakt"),
        (Sounds("judge", "/d͡ʒʌdʒ/"), "ˈʤʌʤ"),
        (Sounds("day", "deɪ"), "ˈdA"),
        (Sounds("go", "ˈɡəʊ"), "ˈɡQ"),
    ],
    ids=str,
)
def test_each_kind_of_token_has_its_phonemes(british: Reader, token: Token, phonemes: str) -> None:
    assert read(british, token) == phonemes


@with_packages
def test_what_editors_write_is_never_phonemes(british: Reader) -> None:
    assert "bˈuːm" not in read(british, Words("[cat](/bˈuːm/)"))


@with_packages
def test_sounds_that_the_voice_does_not_know_leave_the_word_as_it_is_written(british: Reader) -> None:
    assert british.of_ipa("kʘt") is None
    assert read(british, Sounds("cat", "kʘt")) == read(british, Words("cat"))


@with_packages
def test_words_keep_their_spelling_and_their_order(british: Reader) -> None:
    tokens = (Words("Don’t (we) pay — 5% of"), Letters("VAT"), Spoken((Words("now,"),), "en"), Pause(9), Digits("12"))
    parts, words = british.parts(tokens)
    assert words == ("Don’t", "(we)", "pay", "5%", "of", "VAT", "now,", "12")
    numbers = [part.word for part in parts if part.word is not None]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(8))


def part(size: int, word: int | None) -> Part:
    return Part("a" * size, word)


def test_what_is_too_long_for_one_go_is_cut_after_a_clause() -> None:
    parts = [part(200, 0), part(100, 1), Part(",", space=True), part(150, 2), part(100, 3), part(500, 4)]
    cut = tuple(clauses(parts))
    assert [sum(len(each.phonemes) + each.space for each in piece) for piece in cut] == [302, 250, 500]
    assert tuple(each for piece in cut for each in piece) == tuple(parts)
    assert all(len(piece) <= MOST for piece in cut)
    assert tuple(clauses([Part("."), Part(",")])) == ()


def test_a_silence_is_made_as_long_as_it_is_to_be_and_never_shorter() -> None:
    tone = np.full(RATE, 0.5, np.float32)
    samples = np.concatenate((tone, np.zeros(RATE // 10, np.float32), tone))
    longer, cut, more = _paused(samples, 1.02, 1.08, 0.6)
    assert len(longer) == pytest.approx(2.6 * RATE, abs=RATE // 100)
    assert (1.0 <= cut <= 1.1, more) == (True, pytest.approx(0.5, abs=0.01))
    assert len(_paused(samples, 1.02, 1.08, 0.05)[0]) == len(samples)


def test_half_a_second_about_the_sound_is_cut_off_and_the_words_move_along() -> None:
    still, tone = np.zeros(RATE // 2, np.float32), np.full(RATE, 0.5, np.float32)
    samples, spans = _tight(np.concatenate((still, tone, still)), {0: (0.5, 1.5)})
    assert len(samples) / RATE == pytest.approx(1.04, abs=0.01)
    assert spans[0] == pytest.approx((0.01, 1.01), abs=0.001)


def test_a_word_without_sound_takes_no_time() -> None:
    assert timed(("One", "—", "two"), {0: (0.1, 0.5), 2: (0.45, 9.0)}, 1.0) == (
        SpokenWord("One", 0.1, 0.5),
        SpokenWord("—", 0.5, 0.5),
        SpokenWord("two", 0.5, 1.0),
    )


class Tone:
    """A speaker of one tone, as loud and at such a rate as it is told."""

    def __init__(self, name: str, rate: int, level: int) -> None:
        self.key, self.rate, self.level = name, rate, level
        self.said: list[tuple[tuple[Token, ...], str]] = []
        self.closed = False

    def say(self, tokens: Sequence[Token], language: str) -> Sound:
        self.said.append((tuple(tokens), language))
        wave = self.level * np.sin(np.arange(self.rate) / self.rate * 2 * np.pi * 300)
        return Sound(wave.astype("<i2").tobytes(), self.rate, (SpokenWord(self.key, 0.0, 1.0),))

    def close(self) -> None:
        self.closed = True


def test_another_language_is_said_by_another_voice_as_loud_and_at_one_rate() -> None:
    english, welsh = Tone("english", 24000, 8000), Tone("welsh", 22050, 2000)
    speaker = MixedSpeaker(english, "en-GB", 24000, lambda language: welsh if language == "cy" else None, "both")
    tokens = (Words("Visit"), Pause(400), Spoken((Words("Cymru"),), "cy"), Spoken((Words("bitte"),), "de"))
    sound = speaker.say(tokens, "en-GB")
    assert english.said == [((Words("Visit"),), "en"), ((Words("bitte"),), "en")]
    assert welsh.said == [((Words("Cymru"),), "cy")]
    assert [word.text for word in sound.words] == ["english", "welsh", "english"]
    starts = [word.start for word in sound.words]
    assert starts == pytest.approx([0.0, 1.0 + 0.4 + 0.12, 2.0 + 0.4 + 0.18], abs=0.001)
    samples = np.frombuffer(sound.samples, "<i2").astype(float)
    middle = samples[round(1.6 * 24000) : round(2.4 * 24000)]
    assert np.abs(middle).max() == pytest.approx(8000, rel=0.02)
    speaker.close()
    assert english.closed and welsh.closed


def test_all_that_is_said_has_one_rate_even_when_all_of_it_is_in_another_language() -> None:
    english, welsh = Tone("english", 24000, 8000), Tone("welsh", 22050, 2000)
    speaker = MixedSpeaker(english, "en-GB", 24000, lambda language: welsh, "both")
    sound = speaker.say((Words("Bore da"), Pause(100)), "cy")
    assert (sound.rate, english.said) == (24000, [])
    assert sound.seconds == pytest.approx(1.16, abs=0.001)
    assert welsh.said == [((Words("Bore da"),), "cy")]


def test_one_language_is_left_to_its_voice_as_it_is() -> None:
    english = Tone("english", 24000, 8000)
    speaker = MixedSpeaker(english, "en-GB", 24000, lambda language: None, "one")
    tokens = (Words("Visit"), Spoken((Words("London"),), "en-US"))
    assert speaker.say(tokens, "en-GB").rate == 24000
    assert english.said == [(tokens, "en-GB")]


def test_nothing_louder_than_full_scale_comes_of_joining() -> None:
    quiet, loud = Tone("a", 24000, 30000).say((), ""), Tone("b", 24000, 3000).say((), "")
    assert np.abs(np.frombuffer(joined([quiet, loud], 24000).samples, "<i2").astype(int)).max() <= 32000


@with_kokoro
def test_kokoro_says_the_same_bytes_twice_and_tells_the_time_of_each_word() -> None:
    need("espeak-ng")
    tokens = (Words("Ten nurses,"), Pause(700), Words("two teams."))
    sounds = []
    for _ in range(2):
        speaker = open_speaker(SpeechOptions("bm_george"))
        sounds.append(speaker.say(tokens, "en-GB"))
        speaker.close()
    assert sounds[0] == sounds[1]
    (sound, _) = sounds
    assert [word.text for word in sound.words] == ["Ten", "nurses,", "two", "teams."]
    assert sound.rate == RATE
    assert sound.words[2].start - sound.words[1].end == pytest.approx(0.7, abs=0.25)
    assert sound.words[0].start < 0.2
    loud = np.abs(np.frombuffer(sound.samples, "<i2").astype(float))
    for word in sound.words:
        inside = loud[round(word.start * RATE) : round(word.end * RATE)]
        assert inside.max() > 3000, word


@with_packages
def test_hibari_says_the_same_bytes_twice_and_welsh_by_the_welsh_voice() -> None:
    need("espeak-ng")
    speaker = open_speaker(SpeechOptions("hibari"))
    tokens = (
        Words("We work with"),
        Spoken((Words("Llywodraeth Cymru"),), "cy"),
        Letters("NHS"),
        Pause(200),
        Words("."),
    )
    sound = speaker.say(tokens, "en-GB")
    assert speaker.say(tokens, "en-GB") == sound
    assert [word.text for word in sound.words][:6] == ["We", "work", "with", "Llywodraeth", "Cymru", "NHS"]
    assert 1.5 < sound.seconds < 6
    speaker.close()
