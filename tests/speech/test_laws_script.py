"""Laws of what is said: no text fails, no word is lost, no figure is left, and long texts are read in time."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyway.model import Edition, Publication, Section
from everyway.model.walk import sections_of, sentences_in, sentences_of
from everyway.speech.lexicon import Lexicon
from everyway.speech.normaliser import spoken
from everyway.speech.options import SpeechOptions
from everyway.speech.rules.joining import finished
from everyway.speech.rules.tongue import table, tongue_of
from everyway.speech.script import chapter_ids, script
from everyway.speech.tokens import Pause, Spoken, Token, Words
from everyway.speech.utterance import Kind, Script
from tests.laws import law
from tests.speech.readable import heard
from tests.speech.test_script_cases import LEXICON
from tests.strategies import publications

WRITTEN = [
    written
    for file in sorted(Path(__file__).parent.rglob("*.toml"))
    for rows in tomllib.loads(file.read_text("utf-8")).values()
    for written in rows
]
SHORT_FORMS = {form.replace(".", "").casefold() for forms in table("short_forms").values() for form in forms}
WORD = st.from_regex(r"[a-z]{1,12}", fullmatch=True).filter(lambda word: word not in SHORT_FORMS | {"uk", "v"})
LONG = (
    "1",
    "1,",
    "1-",
    "1.",
    "1 ",
    "£",
    "a",
    "a.",
    "A",
    "A.",
    "A ",
    "@",
    "a@",
    "/",
    "1/",
    "-",
    "– ",
    "(",
    "'",
    "0 12 ",
    "10 km ",
)
LONG += (
    "https://",
    "www.",
    "a@b.",
    "#a",
    "½",
    "1st ",
    "²",
    "🙂",
    "é",
    "A&",
    "a-",
    "1:",
    "12:30",
    "II ",
    "Part I",
    "x ",
    "1x",
    "_",
)


def said(text: str, tag: str = "en-GB", lexicon: Lexicon = LEXICON) -> tuple[Token, ...]:
    return finished(spoken(text, tongue_of(tag, lexicon)), text)


def words_in(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if isinstance(token, Words):
            yield token.text
        elif isinstance(token, Spoken):
            yield from words_in(token.tokens)


def check(text: str, tag: str = "en-GB") -> None:
    tokens = said(text, tag)
    for words in words_in(tokens):
        assert words.strip() == words != ""
        if tag == "en-GB":
            assert not any(character.isdigit() for character in words)
            assert re.fullmatch(r"(?:\w|[ .,;:?!'-]|[^\x00-\x7f])*", words)
    assert said(text, tag) == tokens


@law(300)
@given(st.text(max_size=80))
def test_no_text_fails(text: str) -> None:
    check(text)


@law(300)
@given(st.text(alphabet="0123456789.,:/-–£€$% kmpbn()'\"@#&+=<>*ABIVXaest½²°", max_size=40))
def test_no_row_of_figures_and_signs_fails(text: str) -> None:
    check(text)


@law(200)
@given(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=4), st.sampled_from(("en-GB", "cy", "fr", "ur")))
def test_no_mixture_of_what_people_write_fails(texts: list[str], tag: str) -> None:
    check(" ".join(texts), tag)
    check("".join(texts), tag)


@law(150)
@given(st.lists(st.tuples(WORD, st.sampled_from((" ", ", ", ". ", "; ", ": ", "? ", " – ", " (", ") "))), max_size=20))
def test_every_word_is_said_once_and_in_order(pieces: list[tuple[str, str]]) -> None:
    words = [word for word, _ in pieces]
    assert heard(said("".join(word + sign for word, sign in pieces), lexicon=Lexicon())) == words


@pytest.mark.parametrize("piece", LONG)
def test_a_long_row_of_one_thing_is_read_in_time(piece: str) -> None:
    start = time.process_time()
    said(piece * (20_000 // len(piece)))
    assert time.process_time() - start < 3


def test_ten_thousand_words_take_less_than_two_seconds() -> None:
    text = (Path(__file__).parents[2] / "content" / "plan" / "00-introduction.md").read_text("utf-8")
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", text) if part]
    words = sum(len(sentence.split()) for sentence in sentences)
    said("1 A")  # patterns are compiled once
    start = time.process_time()
    for _ in range(10_000 // words + 1):
        for sentence in sentences:
            said(sentence)
    assert time.process_time() - start < 2


# The script


def ids_of(section: Section) -> tuple[list[str], list[str]]:
    """The ids of a section's own sentences, and those of its notes, in order."""
    notes = [sentence.id for note in section.notes for sentence in sentences_in(note.blocks)]
    return [sentence.id for sentence in sentences_of(section) if sentence.id not in set(notes)], notes


def told(publication: Publication, edition: Edition) -> Script:
    return script(publication, edition, SpeechOptions())


@law(25)
@given(publications())
def test_every_sentence_is_said_once_and_in_order(publication: Publication) -> None:
    for edition in publication.editions:
        chapters = told(publication, edition).chapters
        assert tuple(chapter.id for chapter in chapters) == chapter_ids(edition)
        everything = [utterance for chapter in chapters for utterance in chapter.utterances]
        ids = [utterance.id for utterance in everything]
        assert len(set(ids)) == len(ids)
        place = {name: at for at, name in enumerate(ids)}
        body: list[str] = []
        notes: list[str] = []
        for section in sections_of(edition):
            own, called = ids_of(section)
            body += own
            notes += called
            if called:
                assert place[own[0]] < place[called[0]]
        assert [place[name] for name in body] == sorted(place[name] for name in body)
        assert [place[name] for name in notes] == sorted(place[name] for name in notes)
        assert {utterance.id for utterance in everything if utterance.kind is Kind.NOTE} == set(notes)
        for utterance in everything:
            assert utterance.text
            assert utterance.before >= 300
            assert any(not isinstance(token, Pause) for token in utterance.tokens)


@law(10)
@given(publications(), st.sampled_from((0.5, 1.0, 2.0)))
def test_pauses_change_silences_and_nothing_else(publication: Publication, pauses: float) -> None:
    edition = publication.editions[0]
    usual, other = told(publication, edition), script(publication, edition, SpeechOptions(pauses=pauses))
    for one, two in zip(usual.chapters, other.chapters, strict=True):
        for first, second in zip(one.utterances, two.utterances, strict=True):
            assert (first.id, first.text) == (second.id, second.text)
            assert second.before == round(first.before * pauses)
            assert second.after == round(first.after * pauses)
