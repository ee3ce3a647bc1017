"""Faults planted in a clean PDF: each must be caught by its own rule, at its line and page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.findings import Finding
from everyway.model import Artifact
from tests.checking.small import FILE, small
from tests.faults.artifacts import pdf as faults
from tests.faults.artifacts.pdf import CHANGES, Broken, lose


@pytest.fixture(scope="module")
def clean() -> Artifact:
    return faults.clean()


def found(artifact: Artifact) -> tuple[Finding, ...]:
    return check_artifact(small(), artifact).findings


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[Callable[[Broken], None]], Artifact]:
    return lambda fault: faults.spoilt(fault, tmp_path)


def test_a_clean_pdf_has_no_finding(clean: Artifact) -> None:
    verdict = check_artifact(small(), clean)
    assert verdict.findings == ()
    assert verdict.checks == {"page-validation": "passed", "fidelity": "passed", "print": "passed"}


@pytest.mark.parametrize("name", CHANGES)
def test_a_planted_fault_is_caught_by_its_rule(
    broken: Callable[[Callable[[Broken], None]], Artifact], name: str
) -> None:
    rule, fault = CHANGES[name]
    assert rule in {finding.rule for finding in found(broken(fault))}


def test_a_finding_names_the_line_the_page_and_the_words(
    broken: Callable[[Callable[[Broken], None]], Artifact],
) -> None:
    (finding,) = found(broken(lose("Span", "gardd fach", "/Lang")))
    assert (str(finding.where), finding.format) == (f"{FILE}:14", "pdf")
    assert finding.place.startswith("page ")
    assert finding.message == "“gardd fach” is in the language “cy”, but the PDF says “en-gb”."


def test_words_that_are_hidden_are_said_to_be_drawn(
    broken: Callable[[Callable[[Broken], None]], Artifact],
) -> None:
    artifact = broken(lambda pdf: pdf.hide(pdf.find("P", "Sharpen every blade")))
    (message,) = [finding.message for finding in found(artifact) if "is not said" in finding.message]
    assert message.startswith("“Sharpen” is not said in the PDF (after “")
    assert message.endswith("but marked as decoration.")


def test_the_print_engines_own_structure_is_not_passed_off_as_checked(clean: Artifact) -> None:
    native = replace(clean, facts={**clean.facts, "tags": "native: another version"})
    verdict = check_artifact(small(), native)
    assert verdict.checks["fidelity"] == "not checked: its structure is the print engine's own"
    assert [finding.rule for finding in verdict.findings] == ["PDF022"]


def test_a_file_that_is_no_pdf_is_a_finding(clean: Artifact, tmp_path: Path) -> None:
    path = tmp_path / clean.path.name
    path.write_text("Not a PDF.", "utf-8")
    verdict = check_artifact(small(), replace(clean, path=path))
    assert {name: outcome.partition(":")[0] for name, outcome in verdict.checks.items()} == {
        "page-validation": "failed",
        "fidelity": "failed",
        "print": "not checked",
    }
    assert {finding.rule for finding in verdict.findings} == {"PDF017", "PDF021"}
