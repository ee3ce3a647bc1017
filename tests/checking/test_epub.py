"""Faults planted in a clean e-book: each is caught by its own rule, and by no other."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from everyway.checking.gate import check_artifact
from everyway.findings import Finding, rules
from everyway.model import Artifact, Publication
from everyway.writing.epub.make import make_epub, make_light_epub
from everyway.writing.parts import Parts
from tests.checking.small import FILE, small
from tests.faults.artifacts import epub as faults
from tests.faults.artifacts.epub import CHANGES, PACKAGE, make_book_of
from tests.laws import law
from tests.strategies import publications
from tests.writing.daisy.recordings import recording_of
from tests.writing.epub.books import constructs

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

ALL_PASSED = dict.fromkeys(("structure", "fidelity", "metadata", "pages", "voice"), "passed")


@pytest.fixture(scope="module")
def publication() -> Publication:
    return small()


@pytest.fixture(scope="module")
def clean() -> Artifact:
    return faults.clean()


def test_a_clean_book_passes(publication: Publication, clean: Artifact) -> None:
    verdict = check_artifact(publication, clean)
    assert [finding.message for finding in verdict.findings] == []
    assert verdict.checks == ALL_PASSED


@pytest.mark.parametrize("name", CHANGES)
def test_a_planted_fault_is_caught(publication: Publication, tmp_path: Path, name: str) -> None:
    fault, expected = CHANGES[name]
    found = check_artifact(publication, faults.spoilt(fault, tmp_path)).findings
    assert {finding.rule for finding in found} == expected, [(each.rule, each.message) for each in found]


def test_every_rule_of_ours_has_a_fault() -> None:
    ours = {code for code in rules() if code.startswith("EPUB")} - {"EPUB035", "EPUB036"}
    assert set().union(*(expected for _, expected in CHANGES.values())) == ours


@pytest.mark.parametrize(
    ("name", "rule", "line"),
    [
        ("alternative text lost", "EPUB004", 28),
        ("heading of another level", "EPUB006", 10),
        ("header cell lost", "EPUB008", 25),
        ("language lost", "EPUB011", 14),
        ("line of the contents lost", "EPUB022", 10),
        ("sentence never said", "EPUB024", 3),
        ("page mark elsewhere", "EPUB031", 16),
    ],
)
def test_a_fault_is_told_with_its_line(
    publication: Publication, tmp_path: Path, name: str, rule: str, line: int
) -> None:
    found = check_artifact(publication, faults.spoilt(CHANGES[name][0], tmp_path)).findings
    places = [finding.where for finding in found if finding.rule == rule and finding.where]
    assert (FILE, line) in [(where.file, where.line) for where in places]


def test_a_claim_is_made_only_by_the_person_who_is_named(publication: Publication, tmp_path: Path) -> None:
    named = replace(publication, settings={"accessibility": {"certified_by": "Ann Example", "credential": "Reader"}})
    (made,) = make_light_epub(named, named.edition("plan"), {}, tmp_path, Parts())
    assert check_artifact(named, made).findings == ()
    with zipfile.ZipFile(made.path) as book:
        package = book.read(PACKAGE).decode()
    assert '<meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA' in package
    assert '<meta property="a11y:certifiedBy" id="certifier" refines="#conformance">Ann Example' in package
    assert [finding.rule for finding in check_artifact(publication, made).findings] == ["EPUB034"]


def test_a_book_that_is_none_is_told(publication: Publication, clean: Artifact, tmp_path: Path) -> None:
    path = tmp_path / "no.epub"
    path.write_text("Not a book.")
    verdict = check_artifact(publication, replace(clean, path=path))
    assert [finding.rule for finding in verdict.findings] == ["EPUB015"]
    assert verdict.checks["structure"] == "failed"
    assert verdict.checks["fidelity"] == "not checked: it cannot be read"


@pytest.mark.parametrize("name", ["full", "short"])
def test_every_construct_reaches_the_book(tmp_path: Path, name: str) -> None:
    publication = constructs()
    verdict = check_artifact(publication, make_book_of(publication, tmp_path, name))
    assert [told(finding) for finding in verdict.findings] == []
    assert verdict.checks == ALL_PASSED


def test_without_the_pdf_the_pages_are_not_checked(publication: Publication, clean: Artifact, tmp_path: Path) -> None:
    path = tmp_path / clean.path.name
    path.write_bytes(clean.path.read_bytes())
    checks = check_artifact(publication, replace(clean, path=path)).checks
    assert checks["pages"] == "not checked: garden-plan-pdf.pdf, whose pages it has, is not beside it"


@law(6)
@given(publications())
def test_every_publication_makes_a_clean_book(publication: Publication) -> None:
    for edition in publication.editions:
        with TemporaryDirectory() as folder:
            recording = recording_of(publication, edition, Path(folder) / "sound")
            said = [clip.id for track in recording.tracks for clip in track.chapter.clips]
            pages = {name: 1 + place // 5 for place, name in enumerate(said)}
            (made,) = make_epub(publication, edition, {}, Path(folder), Parts(recording, pages))
            found = check_artifact(publication, made).findings
        assert [told(finding) for finding in found] == []


def told(finding: Finding) -> str:
    return f"{finding.rule} {finding.message} ({finding.where}, {finding.place})"
