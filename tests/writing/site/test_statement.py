"""The accessibility statement: honest, and only as sure as the checks are."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from everyway.manifest import EMPTY
from everyway.model import Audit, AuditOutcome, Source
from everyway.writing.site.statement import statement_of
from tests.writing.site.small import small_manifest, small_publication

UA = "The rules for accessible PDF (PDF/UA)"


def test_the_statement_tells_what_passed_and_what_was_not_checked(tmp_path: Path) -> None:
    facts = statement_of(small_publication(), small_manifest(tmp_path))
    assert facts.date == "30 July 2020"
    assert {(row.check, row.outcome) for row in facts.tested} == {
        (f"{UA}, by veraPDF", "passed"),
        (f"{UA}, by page-validation", "not done: it is not installed"),
    }
    assert {row.check for row in facts.failed} == {f"{UA}, by page-validation"}, "what was not checked is no pass"
    assert statement_of(small_publication(), EMPTY).tested == ()


@pytest.mark.parametrize(("language", "uk"), [("en-GB", True), ("cy", True), ("en-IE", False), ("en", False)])
def test_enforcement_is_told_where_its_law_holds(language: str, uk: bool) -> None:
    assert statement_of(dataclasses.replace(small_publication(), language=language), EMPTY).uk is uk


def test_the_statement_claims_nothing_that_a_machine_cannot_know(site: Path) -> None:
    text = (site / "accessibility.html").read_text("utf-8")
    assert "We do not claim that it does." in text
    assert "has not been tested with people with a learning disability yet" in text
    assert "fully compliant" not in text


def audit(check: str, outcome: AuditOutcome, day: int, **more: str) -> Audit:
    return Audit(check, outcome, "A. Reader", datetime.date(2026, 11, day), Source("content/audits.yml", day), **more)


def test_people_are_named_with_what_they_found_and_when() -> None:
    audits = (
        audit("MAN004", AuditOutcome.PASSED, 2, format="site", how="NVDA and Firefox"),
        audit("1.1.1", AuditOutcome.FAILED, 3, edition="plan", note="A chart says only “Chart”."),
    )
    facts = statement_of(dataclasses.replace(small_publication(), audits=audits), EMPTY)
    rows = [(row.code, row.of, row.outcome, row.who, row.when, row.told) for row in facts.audited]
    assert rows == [
        ("MAN004", "site", "no barrier found", "A. Reader", "2 November 2026", ("NVDA and Firefox",)),
        ("WCAG 2.2 1.1.1", rows[1][1], "a barrier found", "A. Reader", "3 November 2026", (audits[1].note,)),
    ]
    assert [row.code for row in facts.barriers] == ["WCAG 2.2 1.1.1"]
    assert facts.audited[1].title == "Non-text Content"


def test_a_barrier_is_told_until_somebody_has_looked_again_or_decides() -> None:
    failed, passed = audit("1.1.1", AuditOutcome.FAILED, 3), audit("1.1.1", AuditOutcome.PASSED, 4)
    decided = audit("1.1.1", AuditOutcome.PASSED, 1, overrides="It decorates.")

    def barriers(*audits: Audit) -> int:
        return len(statement_of(dataclasses.replace(small_publication(), audits=audits), EMPTY).barriers)

    assert barriers(failed) == 1
    assert barriers(failed, passed) == 0
    assert barriers(decided, failed) == 0
    assert barriers(passed, dataclasses.replace(failed, when=datetime.date(2026, 12, 1))) == 1


def test_where_nobody_has_looked_the_statement_says_so(site: Path) -> None:
    assert "No person has looked at it for this statement yet." in (site / "accessibility.html").read_text("utf-8")
