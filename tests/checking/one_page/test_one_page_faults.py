"""Faults planted in a clean page: each must be caught, and only by its own rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from tests.checking.small import FILE, small
from tests.faults.artifacts import html
from tests.faults.artifacts.html import CHANGES


@pytest.fixture(scope="module")
def clean() -> Artifact:
    return html.clean()


def test_a_clean_page_has_no_finding(clean: Artifact) -> None:
    assert check_artifact(small(), clean).findings == ()


@pytest.mark.parametrize("fault", CHANGES)
def test_a_planted_fault_is_caught_by_its_own_rule(fault: str, tmp_path: Path) -> None:
    rules, old, new = CHANGES[fault]
    findings = check_artifact(small(), html.spoilt(old, new, tmp_path)).findings
    assert {finding.rule for finding in findings} == rules


def test_a_link_that_is_none_is_caught_with_its_line(tmp_path: Path) -> None:
    other = html.spoilt('<a href="https://example.org/guide">(.*?)</a>', r"<span>\1</span>", tmp_path)
    findings = {finding.rule: finding for finding in check_artifact(small(), other).findings}
    assert set(findings) == {"HTML009", "HTML013", "HTML014"}
    assert str(findings["HTML009"].where) == f"{FILE}:7"
