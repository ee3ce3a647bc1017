"""Hard sentences are said with the words that a person would say, every one of them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from everyway.speech.lexicon import Lexicon
from everyway.speech.normaliser import spoken
from everyway.speech.rules.joining import finished
from everyway.speech.rules.tongue import tongue_of
from everyway.speech.tokens import Words
from tests.speech.readable import heard
from tests.speech.test_script_cases import LEXICON

FILE = Path(__file__).parent / "hard_sentences.toml"
SENTENCES = [pair for rows in tomllib.loads(FILE.read_text("utf-8")).values() for pair in rows.items()]
KNOWN = Lexicon(tuple(entry for entry in LEXICON.entries if "@" not in entry.word))


@pytest.mark.parametrize(("written", "words"), SENTENCES, ids=lambda value: str(value)[:50])
def test_a_hard_sentence_is_said_as_a_person_would(written: str, words: str) -> None:
    tokens = finished(spoken(written, tongue_of("en-GB", KNOWN)), written)
    assert heard(tokens) == heard([Words(words)])


def test_there_are_120_of_them() -> None:
    assert len(SENTENCES) >= 120
