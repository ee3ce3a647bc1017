"""Faults planted in clean plain text: each must be caught, and only by its own rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from tests.checking.small import FILE, small
from tests.faults.artifacts import text
from tests.faults.artifacts.text import CHANGES


@pytest.fixture(scope="module")
def clean() -> Artifact:
    return text.clean()


def test_clean_text_has_no_finding(clean: Artifact) -> None:
    assert check_artifact(small(), clean).findings == ()


@pytest.mark.parametrize("fault", CHANGES)
def test_a_planted_fault_is_caught_by_its_own_rule(fault: str, tmp_path: Path) -> None:
    rule, old, new = CHANGES[fault]
    findings = check_artifact(small(), text.spoilt(old, new, tmp_path)).findings
    along = {"TEXT002"} if fault == "a rule lost" else set()
    assert {finding.rule for finding in findings} - along == {rule}


def test_a_finding_names_the_line_and_the_words(tmp_path: Path) -> None:
    (finding,) = check_artifact(small(), text.spoilt("sing loudly before", "sing before", tmp_path)).findings
    assert (str(finding.where), finding.format) == (f"{FILE}:3", "text")
    assert "“loudly” is not said in the plain text" in finding.message
