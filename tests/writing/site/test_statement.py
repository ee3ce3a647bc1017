"""The accessibility statement: honest, and only as sure as the checks are."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from everyway.manifest import EMPTY
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
