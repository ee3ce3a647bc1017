"""eSpeak NG through pyttsx3: the same bytes at all times, every word at its time, every kind of token honoured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import pytest

from everyway.errors import ToolError, UsageError, VoiceError
from everyway.speech.options import SpeechOptions
from everyway.speech.sound import Sound, SpokenWord
from everyway.speech.tokens import Digits, Letters, Pause, Sounds, Spoken, Token, Words
from everyway.speech.voices import Speaker, open_speaker, speaker_for
from everyway.speech.voices.engines.espeak import timed
from everyway.speech.voices.engines.ipa import espeak_phonemes, unknown_sounds
from everyway.speech.voices.engines.ssml import Rendering, rendered
from everyway.speech.voices.hearing import silence_in, weight
from everyway.speech.voices.speaker import EngineSpeaker
from everyway.speech.voices.table import VOICES, default_voice, offered, voice_named
from everyway.speech.voices.wire import Setting
from tests.browser.needed import need

PLAIN = (
    "We will make sure that people who are ill get the help they need, near to where they live.",
    "Organisations will improve the health and safety of everybody who works for them.",
    "Every member of the team deserves a comfortable place to rest, and somebody to talk to.",
    "Tell us what you think.",
)


@pytest.fixture(scope="module")
def speaker() -> Iterator[Speaker]:
    need("espeak-ng")
    opened = open_speaker(SpeechOptions())
    yield opened
    opened.close()


def said(speaker: Speaker, *tokens: Token, language: str = "en-GB") -> Sound:
    return speaker.say(tokens, language)


def words_of(sound: Sound) -> list[str]:
    return [word.text for word in sound.words]


def test_every_word_is_timed_once_and_in_order(speaker: Speaker) -> None:
    sound = said(
        speaker,
        Words("The café in"),
        Spoken((Words("Llywodraeth Cymru"),), "cy"),
        Words("pays"),
        Letters("VAT"),
        Words("on twenty-one cakes & teas, don’t you think?"),
        Pause(300),
        Sounds("Scone", "skɒn"),
        Digits("0303"),
    )
    assert " ".join(words_of(sound)) == (
        "The café in Llywodraeth Cymru pays VAT on twenty-one cakes & teas, don’t you think? Scone 0303"
    )
    times = [(word.start, word.end) for word in sound.words]
    assert all(start <= end for start, end in times)
    assert all(one[1] <= two[0] + 0.001 for one, two in pairwise(times))
    assert times[-1][1] <= sound.seconds
    assert sum(end - start for start, end in times) > 0.9 * sound.seconds
    assert (sound.rate, speaker.key) == (22050, speaker.key)


def test_silence_is_cut_off_at_both_ends_and_the_words_move_along(speaker: Speaker) -> None:
    sound = said(speaker, Words("We will listen."))
    loud = np.flatnonzero(np.abs(np.frombuffer(sound.samples, "<i2").astype(int)) > 104) / sound.rate
    assert loud[0] <= 0.0101
    assert sound.seconds - loud[-1] <= 0.0301
    assert sound.words[0].start < 0.02


def test_a_row_of_utterances_is_the_same_whatever_was_said_before(speaker: EngineSpeaker) -> None:
    row = [((Words(text),), "en-GB") for text in PLAIN]
    first = speaker.say_all(row)
    speaker.say_all(row[::-1])
    assert speaker.say_all(row) == first
    assert speaker.say(*row[0]) == first[0]
    assert [words_of(sound) for sound in first] == [text.split() for text in PLAIN]


def test_after_words_of_another_language_a_row_goes_on_in_its_own_voice(speaker: EngineSpeaker) -> None:
    welsh = (Words("We live in"), Spoken((Words("Llanfihangel y Creuddyn"),), "cy"))
    text = (Words(PLAIN[0]),)
    _, after, nothing, again = speaker.say_all(
        [(welsh, "en-GB"), (text, "en-GB"), ((Words("…"),), "en-GB"), (text, "en-GB")]
    )
    assert not nothing.words
    alone = speaker.say(text, "en-GB")
    for sound in (after, again):
        assert sound.seconds == pytest.approx(alone.seconds, abs=0.2)
        assert [word.start for word in sound.words] == pytest.approx([word.start for word in alone.words], abs=0.05)


def test_what_was_said_before_does_not_change_what_is_said(speaker: Speaker) -> None:
    alone = open_speaker(SpeechOptions())
    sentence = Words("We will make sure that people get help near to where they live.")
    first = said(alone, sentence)
    alone.close()
    said(speaker, Spoken((Words("Bore da"),), "cy"), Words("and something else"))
    assert said(speaker, sentence) == first
    assert said(alone, sentence) == first
    alone.close()


def same(speaker: Speaker, one: Sequence[Token], two: Sequence[Token], language: str = "en-GB") -> bool:
    return speaker.say(one, language).samples == speaker.say(two, language).samples


@pytest.mark.parametrize(
    ("ipa", "sounds_like"),
    [
        ("ˈskəʊn", "scone"),
        ("ˈneɪʃən", "nation"),
        ("/ˈtʃɜːtʃ/", "church"),
        ("ˈmɛʒə", "measure"),
        ("ˈθɪŋk", "think"),
        ("dʒʌdʒ", "judge"),
        ("ˈhaʊs", "house"),
        ("ˈlɒx", "loch"),
        ("ɪkspˈɛnsɪv", "expensive"),
    ],
)
def test_sounds_of_a_lexicon_are_said_as_they_are_given(speaker: Speaker, ipa: str, sounds_like: str) -> None:
    """To the sample: a nonsense word with these sounds is what the voice makes of the real word."""
    assert same(speaker, (Sounds("xyzzy", ipa),), (Words(sounds_like),))
    assert not same(speaker, (Sounds(sounds_like, "bˈuːm"),), (Words(sounds_like),))


def test_a_sound_that_no_voice_knows_leaves_the_word_as_it_is_written(speaker: Speaker) -> None:
    assert unknown_sounds("kʘt", "en") == "ʘ"
    assert espeak_phonemes("kʘt", "en") == ""
    assert same(speaker, (Sounds("cat", "kʘt"),), (Words("cat"),))


def test_a_letter_is_never_an_article(speaker: Speaker) -> None:
    letter = said(speaker, Words("vitamin"), Letters("A"), Words("is good"))
    article = said(speaker, Words("vitamin a is good"))
    assert lasting(letter, "A") > lasting(article, "a") + 0.05
    assert said(speaker, Letters("B")).seconds == said(speaker, Words("bee")).seconds


def lasting(sound: Sound, text: str) -> float:
    (word,) = (word for word in sound.words if word.text == text)
    return word.end - word.start


@pytest.mark.parametrize("language", ["en-GB", "cy", "fr"])
def test_figures_are_said_one_by_one(speaker: Speaker, language: str) -> None:
    """Each takes as long as the one before: it is not "nine thousand nine hundred", and there is no "comma" in it."""
    for kind in (Digits, Letters):
        one, two, four, eight = (said(speaker, kind("9" * size), language=language).seconds for size in (1, 2, 4, 8))
        each = two - one
        assert each > 0.15
        assert four - two == pytest.approx(2 * each, rel=0.15)
        assert eight - four == pytest.approx(4 * each, rel=0.15)


def test_figures_and_letters_are_one_word_of_the_text() -> None:
    rendering = rendered((Letters("W1"), Digits("20")), "en-GB", "gmw/en", {})
    assert rendering.ssml == (
        '<speak><say-as interpret-as="characters">W</say-as> <say-as interpret-as="telephone">1</say-as> '
        '<say-as interpret-as="telephone">2</say-as> <say-as interpret-as="telephone">0</say-as> </speak>'
    )
    assert [text for text, _, _ in rendering.words] == ["W1", "20"]


def test_small_words_that_are_said_as_one_share_their_time_by_their_letters() -> None:
    rendering = Rendering("", (("Wait", 0, 4), ("for", 5, 8), ("the", 9, 12), ("NHS", 13, 16)))
    assert timed(rendering, [(0, 0.0), (5, 0.4), (13, 1.0)], 2.0) == (
        SpokenWord("Wait", 0.0, 0.4),
        SpokenWord("for", 0.4, 0.7),
        SpokenWord("the", 0.7, 1.0),
        SpokenWord("NHS", 1.0, 2.0),
    )
    assert timed(rendering, [(5, 0.4)], 2.0)[0] == SpokenWord("Wait", 0.0, 0.4)
    assert timed(Rendering("", ()), [(5, 0.4)], 2.0) == ()


def test_a_stop_alone_is_no_word_and_belongs_to_what_is_before_it() -> None:
    rendering = rendered((Letters("NHS"), Words(". Yes — no")), "en-GB", "gmw/en", {})
    assert rendering.ssml == '<speak><say-as interpret-as="characters">NHS</say-as>. Yes — no </speak>'
    assert [(text, rendering.ssml[start:end]) for text, start, end in rendering.words][1:] == [
        ("Yes", "Yes"),
        ("no", "no"),
    ]


@pytest.mark.parametrize(("language", "word"), [("cy", "Llywodraeth Cymru"), ("fr", "déjà vu")])
def test_a_part_in_another_language_is_said_by_a_voice_of_that_language(
    speaker: Speaker, language: str, word: str
) -> None:
    own = said(speaker, Words(word), language=language)
    assert said(speaker, Spoken((Words(word),), language)) == own
    assert own.samples != said(speaker, Words(word)).samples


def test_after_a_part_in_another_language_the_voice_is_its_old_self() -> None:
    voices = {"cy": "cel/cy", "en": "gmw/en-GB-x-rp"}
    tokens = (Words("Visit"), Spoken((Words("Cymru"), Letters("BBC")), "cy"), Pause(200), Words("now & [then]"))
    rendering = rendered(tokens, "en-GB", "gmw/en-GB-x-rp", voices)
    assert rendering.ssml == (
        '<speak>Visit <voice name="cel/cy">Cymru <say-as interpret-as="characters">BBC</say-as> '
        '<break time="200ms"/> </voice> <voice name="gmw/en-GB-x-rp">now &amp;  then  </voice> </speak>'
    )
    assert [(text, rendering.ssml[start:end]) for text, start, end in rendering.words] == [
        ("Visit", "Visit"),
        ("Cymru", "Cymru"),
        ("BBC", '<say-as interpret-as="characters">BBC</say-as>'),
        ("now", "now"),
        ("&", "&amp;"),
        ("[then]", " then "),
    ]


@pytest.mark.parametrize("text", ['<break time="9s"/>', "[[h@loU]]", "</speak>", "&lt;", "a\x00b", "<!--", "]]>"])
def test_what_editors_write_is_never_a_command(speaker: Speaker, text: str) -> None:
    sound = said(speaker, Words(f"Before {text} after"))
    assert sound.seconds < 6
    assert words_of(sound)[0] == "Before"
    assert words_of(sound)[-1] == "after"
    assert sound.words[-1].end - sound.words[-1].start > 0.2


def test_a_pause_lasts_as_long_as_it_says(speaker: Speaker) -> None:
    short, long = (said(speaker, Words("one"), Pause(pause), Words("two")).seconds for pause in (200, 1200))
    assert long - short == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("rate", [105, 160, 240, 400])
def test_the_rate_is_that_which_was_asked_for(rate: int) -> None:
    need("espeak-ng")
    opened = open_speaker(SpeechOptions(rate=rate))
    seconds = sum(said(opened, Words(sentence)).seconds + 0.3 for sentence in PLAIN)
    opened.close()
    assert sum(len(sentence.split()) for sentence in PLAIN) / seconds * 60 == pytest.approx(rate, rel=0.12)


@pytest.mark.parametrize("voice", [voice.name for voice in offered() if voice.engine == "espeak"])
def test_every_voice_that_is_offered_speaks(voice: str) -> None:
    need("espeak-ng")
    opened = open_speaker(SpeechOptions(voice))
    sound = said(opened, Words("Amen, Maria, radio"), language=voice_named(voice).language)
    other = said(opened, Words("Amen, Maria, radio"), Digits("12"), language="en-GB")
    opened.close()
    assert 0.5 < sound.seconds < 6
    assert other.samples


def test_a_voice_that_the_engine_lacks_is_a_named_error() -> None:
    need("espeak-ng")
    row = voice_named("en-gb-x-rp")
    opened = EngineSpeaker(row, Setting("espeak", "gmw/en-nowhere", 147), 160, "none", start=20, a_word=0.2)
    with pytest.raises(VoiceError, match="gmw/en-nowhere") as raised:
        said(opened, Words("hello"))
    assert raised.value.slug == "voice-missing"


@pytest.mark.parametrize("name", ["en-gb", "en_GB", "alice", ""])
def test_an_unknown_voice_is_answered_with_the_names_of_all(name: str) -> None:
    with pytest.raises(UsageError) as raised:
        open_speaker(SpeechOptions(name))
    assert raised.value.slug == "voice-unknown"
    assert "en-gb-x-rp, en, en-gb-scotland, cy" in raised.value.fix
    assert "tones" not in raised.value.fix


def test_a_missing_engine_is_told_with_the_line_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from everyway.tools import whereabouts

    monkeypatch.setattr(whereabouts, "_loads", lambda load, file: False)
    with pytest.raises(ToolError) as raised:
        open_speaker(SpeechOptions())
    assert raised.value.slug == "espeak-ng-missing"
    assert "apt-get install --yes espeak-ng" in raised.value.fix


def test_one_speaker_is_kept_for_each_voice_and_rate() -> None:
    need("espeak-ng")
    assert speaker_for(SpeechOptions()) is speaker_for(SpeechOptions(pauses=2))
    assert speaker_for(SpeechOptions()) is not speaker_for(SpeechOptions(rate=161))
    assert speaker_for(SpeechOptions()).key != speaker_for(SpeechOptions(rate=161)).key


def test_each_language_has_its_voice_and_no_two_rows_share_a_name() -> None:
    assert [default_voice(tag) for tag in ("en-GB", "cy", "cy-GB", "fr", "tlh")] == [
        "en-gb-x-rp",
        "cy",
        "cy",
        "fr",
        "en-gb-x-rp",
    ]
    assert len({voice.name for voice in VOICES}) == len(VOICES)


def test_what_there_is_to_say_is_weighed() -> None:
    tokens = (Words("We will grow."), Letters("NHS"), Pause(250), Spoken((Digits("03"), Pause(50)), "cy"))
    assert weight(tokens) == pytest.approx((2 + 4 + 4) / 5 + 5 * 2 / 3)
    assert silence_in(tokens) == 0.3
