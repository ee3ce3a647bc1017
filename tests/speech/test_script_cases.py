"""Every case of tests/speech/cases: what is written, and what is said for it, by which rule.

A case is a line of a table that bears the rule's name: `"what is written" = "what is said"`; a new one needs no Python.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from everyway.model import Pronunciation, Source
from everyway.speech.lexicon import Lexicon
from everyway.speech.normaliser import RULES, applied, spoken
from everyway.speech.rules import ADDRESSES
from everyway.speech.rules.characters import plain_characters
from everyway.speech.rules.joining import finished
from everyway.speech.rules.tongue import tongue_of
from tests.speech.readable import readable

CASES = Path(__file__).parent / "cases"
SOURCE = Source("content/words/pronunciations.yml")
LEXICON = Lexicon(
    (
        Pronunciation("NHS", SOURCE, say_as="letters"),
        Pronunciation("COVID-19", SOURCE, alias="Covid nineteen"),
        Pronunciation("Compact", SOURCE, ipa="ˈkɒmpækt"),
        Pronunciation("Cymru", SOURCE, ipa="ˈkəmri", language="cy"),
        Pronunciation("PIP", SOURCE, alias="pip"),
        Pronunciation("england.ournhspeople@nhs.net", SOURCE, alias="england dot our people at NHS dot net"),
        Pronunciation("MRI", SOURCE, say_as="letters"),
    )
)


def cases(file: Path) -> Iterator[tuple[str, str, str]]:
    for table, rows in tomllib.loads(file.read_text("utf-8")).items():
        for written, said in rows.items():
            yield table, written, said


def said(written: str, tag: str = "en-GB") -> str:
    return readable(finished(spoken(written, tongue_of(tag, LEXICON)), written))


ENGLISH = [case for file in sorted(CASES.glob("*.toml")) if file.stem != "languages" for case in cases(file)]
OTHERS = list(cases(CASES / "languages.toml"))


@pytest.mark.parametrize(("rule", "written", "expected"), ENGLISH, ids=lambda value: str(value)[:40])
def test_what_is_written_is_said_as_a_person_would(rule: str, written: str, expected: str) -> None:
    assert said(written) == expected
    names = [name for name, _ in applied(written, tongue_of("en-GB", LEXICON))]
    assert not rule or rule in names


@pytest.mark.parametrize(("tag", "written", "expected"), OTHERS, ids=lambda value: str(value)[:40])
def test_other_languages_are_said_in_their_own_words(tag: str, written: str, expected: str) -> None:
    assert said(written, tag) == expected


def test_there_are_many_cases_and_every_rule_has_some() -> None:
    assert len(ENGLISH) + len(OTHERS) >= 200
    assert {rule.name for rule in (*ADDRESSES, *RULES)} - {rule for rule, _, _ in ENGLISH} == set()


def test_characters_that_only_look_different_are_one() -> None:
    assert plain_characters("\u2018a\u2019 \u00a0b\u00ad c\u2011d \u201ce\u201d ①² ３") == "'a' b c-d \"e\" 1² 3"
