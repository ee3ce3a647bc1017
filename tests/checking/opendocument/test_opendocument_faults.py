"""Faults planted in a clean OpenDocument text: each must be caught, and only by its own rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from tests.checking.packed import broken, without
from tests.checking.small import FILE, small
from tests.faults.artifacts import odt
from tests.faults.artifacts.odt import ALONG, CHANGES, CONTENT, STYLES


@pytest.fixture(scope="module")
def clean() -> Artifact:
    return odt.clean()


def test_a_clean_document_has_no_finding(clean: Artifact) -> None:
    assert check_artifact(small(), clean).findings == ()


@pytest.mark.parametrize("fault", CHANGES)
def test_a_planted_fault_is_caught_by_its_own_rule(fault: str, tmp_path: Path) -> None:
    rules, part, old, new = CHANGES[fault]
    findings = check_artifact(small(), odt.spoilt(part, old, new, tmp_path)).findings
    assert {finding.rule for finding in findings} - ALONG.get(fault, set()) == rules


def test_a_bookmark_at_another_heading_is_caught_with_its_line(clean: Artifact, tmp_path: Path) -> None:
    old, new = 'text:name="trees"(.*?)text:name="tools"', r'text:name="tools"\1text:name="trees"'
    findings = check_artifact(small(), broken(clean, tmp_path, CONTENT, old, new)).findings
    assert {finding.rule for finding in findings} == {"ODT024", "ODT023"}
    assert str(next(finding.where for finding in findings if finding.rule == "ODT024")) == f"{FILE}:10"


def test_a_file_that_is_no_document_is_caught_without_a_traceback(clean: Artifact, tmp_path: Path) -> None:
    other = replace(clean, path=tmp_path / "other.odt")
    other.path.write_text("Dear all", "utf-8")
    assert "ODT015" in {finding.rule for finding in check_artifact(small(), other).findings}
    assert "ODT015" in {finding.rule for finding in check_artifact(small(), without(clean, tmp_path, STYLES)).findings}
