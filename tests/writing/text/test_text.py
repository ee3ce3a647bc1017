"""Plain text: golden files of whole editions, lines, and the law that every word and sign is there."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyway.checking.gate import check_artifact
from everyway.model import Edition, Publication
from everyway.reading.publication import read_publication
from everyway.writing.text.lines import broken, columns, indented
from everyway.writing.text.make import RULE, make_text
from everyway.writing.text.words import says
from tests.conftest import Golden
from tests.laws import law
from tests.strategies import publications
from tests.writing.example import publication

PROJECT = Path(__file__).parents[3]
PROJECTS = {"content": PROJECT, "constructs": PROJECT / "tests" / "publications" / "constructs"}


def read(name: str) -> Publication:
    found = read_publication(PROJECTS[name]).publication
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["full", "short"])
def test_every_construct_as_a_person_reads_it(name: str, golden: Golden, tmp_path: Path) -> None:
    found = read("constructs")
    (made,) = make_text(found, found.edition(name), {}, tmp_path)
    front, text, _ = made.path.read_text("utf-8").split(RULE)  # what follows names every format that there is
    golden(f"text/constructs-{name}.txt", front + RULE + text)


@pytest.mark.parametrize("name", PROJECTS)
def test_every_edition_passes_every_check(name: str, tmp_path: Path) -> None:
    found = read(name)
    for edition in found.editions:
        (made,) = make_text(found, edition, {}, tmp_path)
        verdict = check_artifact(found, made)
        assert verdict.findings == ()
        assert verdict.checks == {"fidelity": "passed", "lines": "passed"}


def test_the_same_publication_gives_the_same_bytes(tmp_path: Path) -> None:
    whole = publication()
    (first,) = make_text(whole, whole.editions[0], {}, tmp_path)
    content = first.path.read_bytes()
    (again,) = make_text(whole, whole.editions[0], {}, tmp_path)
    assert again.path.read_bytes() == content
    assert unicodedata.is_normalized("NFC", content.decode())


def test_welsh_editions_have_welsh_words_round_the_text(tmp_path: Path) -> None:
    from dataclasses import replace

    whole = publication()
    welsh: Edition = replace(whole.editions[0], language="cy")
    (made,) = make_text(replace(whole, editions=(welsh, whole.editions[1])), welsh, {}, tmp_path)
    text = made.path.read_text("utf-8")
    for words in ("Cynnwys\n-------", "[Llun: A nurse]", "30 Gorffennaf 2020", "Ystyr y llythrennau", "(gweler “"):
        assert words in text


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("antidisestablishment is long", 10, ["antidisestablishment", "is long"]),
        ("日本語 日本語", 10, ["日本語", "日本語"]),
        ("dw\u0302r dw\u0302r", 7, ["dw\u0302r dw\u0302r"]),
        ("10\u00a0km away", 6, ["10\u00a0km", "away"]),
        ("", 5, []),
    ],
)
def test_lines_end_between_words(text: str, room: int, lines: list[str]) -> None:
    assert broken(text, room) == lines


def test_columns_are_those_of_a_screen() -> None:
    assert [columns(text) for text in ("abc", "日本", "w\u0302", "🙂", "")] == [3, 4, 1, 2, 0]
    assert indented(["a", "", "b"], "- ") == ["- a", "", "  b"]


@pytest.mark.parametrize(
    ("words", "address", "said"),
    [
        ("hello@example.org", "hello@example.org", True),
        ("01632 960 001", "+441632960001", True),
        ("our page", "https://example.org", False),
        ("", "https://example.org", False),
    ],
)
def test_an_address_is_not_told_twice(words: str, address: str, said: bool) -> None:
    assert says(words, address) is said


@law(50)
@given(st.text("ab日\u0302 ", max_size=60), st.integers(2, 12))
def test_breaking_lines_loses_no_word_and_keeps_to_its_room(text: str, room: int) -> None:
    lines = broken(text, room)
    assert [word for line in lines for word in line.split(" ")] == [word for word in text.split(" ") if word]
    assert all(columns(line) <= room or " " not in line for line in lines)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@law(20)
@given(publications())
def test_plain_text_tells_every_word_and_sign_once_and_in_order(found: Publication) -> None:
    with TemporaryDirectory() as folder:
        for edition in found.editions:
            (made,) = make_text(found, edition, {}, Path(folder))
            assert [finding.message for finding in check_artifact(found, made).findings] == []
