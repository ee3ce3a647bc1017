"""Faults planted in a clean Word document: each must be caught, and only by its own rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from tests.checking.packed import broken, without
from tests.checking.small import FILE, small
from tests.faults.artifacts import word
from tests.faults.artifacts.word import ALONG, CHANGES, DOCUMENT


@pytest.fixture(scope="module")
def clean() -> Artifact:
    return word.clean()


def test_a_clean_document_has_no_finding(clean: Artifact) -> None:
    verdict = check_artifact(small(), clean)
    assert verdict.findings == ()
    assert verdict.checks == {"opens": "passed", "fidelity": "passed", "accessibility": "passed"}


@pytest.mark.parametrize("fault", CHANGES)
def test_a_planted_fault_is_caught_by_its_own_rule(fault: str, tmp_path: Path) -> None:
    rule, part, old, new = CHANGES[fault]
    findings = check_artifact(small(), word.spoilt(part, old, new, tmp_path)).findings
    assert {finding.rule for finding in findings} == {rule} | ALONG.get(fault, set())
    assert all(finding.format == "word" for finding in findings)


def test_a_heading_of_another_level_is_caught_with_its_line(clean: Artifact, tmp_path: Path) -> None:
    # A heading that is a level too deep is told wrongly, leaves a level out, and is missing from the contents.
    findings = check_artifact(small(), broken(clean, tmp_path, DOCUMENT, '"Heading2"/>', '"Heading3"/>')).findings
    by_rule = {finding.rule: finding for finding in findings}
    assert set(by_rule) == {"WORD006", "WORD013", "WORD019", "WORD024"}
    assert str(by_rule["WORD006"].where) == f"{FILE}:10"


def test_a_header_row_that_is_lost_is_caught_twice_with_its_line(clean: Artifact, tmp_path: Path) -> None:
    findings = check_artifact(small(), broken(clean, tmp_path, DOCUMENT, '<w:tblHeader w:val="on"/>', "")).findings
    by_rule = {finding.rule: finding for finding in findings}
    assert set(by_rule) == {"WORD008", "WORD013", "WORD017"}
    assert str(by_rule["WORD008"].where) == f"{FILE}:23"


def test_a_picture_without_alternative_text_is_caught_twice(clean: Artifact, tmp_path: Path) -> None:
    findings = check_artifact(
        small(), broken(clean, tmp_path, DOCUMENT, 'descr="A blue square"( id)', r'descr=""\1')
    ).findings
    assert {finding.rule for finding in findings} == {"WORD004", "WORD013", "WORD016"}


def test_a_bookmark_at_another_heading_is_caught(clean: Artifact, tmp_path: Path) -> None:
    swapped = broken(clean, tmp_path, DOCUMENT, 'w:name="trees"(.*?)w:name="tools"', r'w:name="tools"\1w:name="trees"')
    assert {finding.rule for finding in check_artifact(small(), swapped).findings} == {"WORD025", "WORD024"}


def test_a_part_that_is_missing_is_caught(clean: Artifact, tmp_path: Path) -> None:
    findings = check_artifact(small(), without(clean, tmp_path, "word/numbering.xml")).findings
    assert "WORD015" in {finding.rule for finding in findings}


def test_a_file_that_is_no_document_is_caught_without_a_traceback(clean: Artifact, tmp_path: Path) -> None:
    other = replace(clean, path=tmp_path / "other.docx")
    other.path.write_text("Dear all", "utf-8")
    findings = check_artifact(small(), other).findings
    assert "WORD015" in {finding.rule for finding in findings}
    assert any("no zip file" in finding.message for finding in findings)
