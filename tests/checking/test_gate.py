"""The gate: what each artifact is checked with, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking import gate
from everyway.checking.gate import CHECKS, Check, NotChecked, check_artifact
from everyway.checking.limit import at_most
from everyway.findings import Finding
from everyway.model import Artifact
from everyway.writing.formats import FORMATS
from tests.checking.small import small

ARTIFACT = Artifact("pdf", "plan", Path("none.pdf"), "application/pdf", 0)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the checks "one" and "two" of the table find."""
    found: dict[str, object] = {}
    monkeypatch.setattr(gate, "CHECKS", {"pdf": (Check("one", "a:one"), Check("two", "a:two"))})
    monkeypatch.setattr(Check, "load", lambda check: lambda publication, artifact: found[check.name])
    return found


def test_every_format_is_checked() -> None:
    assert {row.name for row in FORMATS} <= set(CHECKS)


def test_every_check_can_be_loaded() -> None:
    assert all(callable(check.load()) for checks in CHECKS.values() for check in checks)


def test_a_check_fails_by_errors_and_not_by_advice(looks: dict[str, object]) -> None:
    looks.update(one=[Finding("PDF022", "advice")], two=[Finding("PDF001", "error")])
    verdict = check_artifact(small(), ARTIFACT)
    assert verdict.checks == {"one": "passed", "two": "failed"}
    assert [finding.rule for finding in verdict.findings] == ["PDF022", "PDF001"]


def test_what_was_not_checked_never_reads_as_passed(looks: dict[str, object]) -> None:
    looks.update(one=NotChecked("no tool", (Finding("PDF022", "advice"),)), two=[])
    verdict = check_artifact(small(), ARTIFACT)
    assert verdict.checks == {"one": "not checked: no tool", "two": "passed"}
    assert [finding.rule for finding in verdict.findings] == ["PDF022"]


def test_a_format_without_checks_has_an_empty_verdict(looks: dict[str, object]) -> None:
    other = Artifact("other", "plan", Path("none"), "text/plain", 0)
    assert check_artifact(small(), other).checks == {}


def test_many_findings_of_one_rule_end_with_how_many_more() -> None:
    findings = [Finding("PDF001", f"word {number}") for number in range(30)] + [Finding("PDF002", "other")]
    kept = list(at_most(findings, 3))
    assert [finding.message for finding in kept] == ["word 0", "word 1", "word 2 (27 more like this.)", "other"]
    assert list(at_most(findings[:3], 3)) == findings[:3]
