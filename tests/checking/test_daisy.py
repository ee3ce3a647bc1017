"""Faults planted in a clean talking book: each is caught by its own rule, and by no other."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given

from everyway.checking.daisy.archive import files_of
from everyway.checking.daisy.reading import read_book
from everyway.checking.daisy.sound import read_mp3
from everyway.checking.daisy.text import sentences
from everyway.checking.gate import check_artifact
from everyway.findings import Finding, rules
from everyway.model import Artifact, Publication
from everyway.speech.encoding import to_mp3
from tests.checking.small import FILE, small
from tests.faults.artifacts import daisy as faults
from tests.faults.artifacts.daisy import CHANGES, Change, make_book_of
from tests.laws import law
from tests.strategies import publications
from tests.writing.daisy.recordings import silence

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

ALL_PASSED = {"structure": "passed", "fidelity": "passed", "pages": "passed"}


@pytest.fixture(scope="module")
def clean() -> Artifact:
    return faults.clean()


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[Change], Artifact]:
    return lambda fault: faults.spoilt(fault, tmp_path)


def found(artifact: Artifact) -> list[Finding]:
    return list(check_artifact(small(), artifact).findings)


def test_a_clean_book_has_no_finding(clean: Artifact) -> None:
    verdict = check_artifact(small(), clean)
    assert verdict.findings == ()
    assert verdict.checks == ALL_PASSED


@pytest.mark.parametrize("name", CHANGES)
def test_a_planted_fault_is_caught_by_its_rule_alone(broken: Callable[[Change], Artifact], name: str) -> None:
    rule, fault = CHANGES[name]
    assert {finding.rule for finding in found(broken(fault))} == {rule}


def test_every_rule_has_its_fault() -> None:
    of_books = {code for code in rules() if code.startswith("DSY")}
    assert {rule for rule, _ in CHANGES.values()} == of_books - {"DSY001"}


def test_what_cannot_be_opened_is_a_finding(clean: Artifact, tmp_path: Path) -> None:
    path = tmp_path / clean.path.name
    path.write_bytes(b"Not a zip.")
    verdict = check_artifact(small(), replace(clean, path=path))
    assert [finding.rule for finding in verdict.findings] == ["DSY001"]
    assert [outcome.partition(":")[0] for outcome in verdict.checks.values()] == [
        "failed",
        "not checked",
        "not checked",
    ]


def test_sound_whose_rate_changes_and_what_is_no_sound() -> None:
    slow, fast = silence(22050), to_mp3(np.zeros(24000, dtype=np.int16), 24000)
    assert read_mp3(slow).faults == ()
    assert [fault.partition(",")[0] for fault in read_mp3(slow + fast).faults] == ["its rate changes"]
    assert read_mp3(slow + b"ID3").faults == (f"what is at byte {len(slow)} is no sound",)


def test_sentences_in_another_order(clean: Artifact) -> None:
    book = read_book(files_of(clean.path))
    edition = small().edition("plan")
    assert list(sentences(book, edition)) == []
    backwards = sentences(replace(book, places=book.places[::-1]), edition)
    assert {finding.rule for finding in backwards} == {"DSY020"}


def test_without_its_pdf_the_pages_are_not_checked(clean: Artifact, tmp_path: Path) -> None:
    path = tmp_path / clean.path.name
    path.write_bytes(clean.path.read_bytes())
    outcome = check_artifact(small(), replace(clean, path=path)).checks["pages"]
    assert outcome == "not checked: garden-plan-pdf.pdf, whose pages it has, is not beside it"


def test_a_finding_names_the_line_and_the_words(broken: Callable[[Change], Artifact]) -> None:
    (finding,) = found(broken(CHANGES["a sentence is changed"][1]))
    assert (str(finding.where), finding.format, finding.place) == (f"{FILE}:42", "daisy", "content.html")
    assert finding.message == (
        "“Sharpen every blade.” is not in the talking book; in its place stands “Sharpen no blade.”."
    )


def test_a_folder_is_checked_as_its_zip_is(clean: Artifact, tmp_path: Path) -> None:
    folder = tmp_path / clean.path.stem
    with zipfile.ZipFile(clean.path) as book:
        book.extractall(folder)
    assert read_book(files_of(folder)).items == read_book(files_of(clean.path)).items
    assert check_artifact(small(), replace(clean, path=folder)).checks["structure"] == "passed"


@law(3)
@given(publications())
def test_every_book_is_clean(publication: Publication) -> None:
    with TemporaryDirectory() as folder:
        verdict = check_artifact(publication, make_book_of(publication, Path(folder)))
    assert [finding.message for finding in verdict.findings] == []
    assert verdict.checks == ALL_PASSED
