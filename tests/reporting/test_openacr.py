"""OpenACR keeps its documented form, and no machine ever says that a criterion is met."""

from __future__ import annotations

import datetime
from typing import Any

import jsonschema
import pytest
import yaml

from everyway.findings import Finding
from everyway.model import Audit, AuditOutcome, Source
from everyway.model.criteria import criteria, criteria_in
from everyway.reporting.openacr import openacr_report
from everyway.reporting.report import Report
from everyway.reporting.trust import Grade, standing_of
from tests.reporting.samples import FINDINGS, OUTCOMES, sample

# OpenACR's form, in our own words: no package that ships its schema is to be had. Levels are those of its catalogue.
WORDS = {"type": "string"}
CONTACT = {"type": "object", "required": ["email"], "properties": {"email": WORDS, "name": WORDS}}
ADHERENCE = {
    "type": "object",
    "required": ["level"],
    "properties": {"level": {"enum": [grade.value for grade in Grade]}, "notes": WORDS},
}
COMPONENT = {
    "type": "object",
    "required": ["name", "adherence"],
    "properties": {"name": {"enum": ["web", "electronic-docs", "software", "authoring-tool"]}, "adherence": ADHERENCE},
}
CRITERION = {
    "type": "object",
    "required": ["num"],
    "properties": {"num": {"enum": list(criteria())}, "components": {"type": "array", "items": COMPONENT}},
}
CHAPTER = {"type": "object", "properties": {"criteria": {"type": "array", "items": CRITERION}, "notes": WORDS}}
CHAPTERS = ("success_criteria_level_a", "success_criteria_level_aa", "success_criteria_level_aaa")
FORM = {
    "type": "object",
    "required": ["title", "product", "author"],
    "properties": {
        "title": WORDS,
        "product": {"type": "object", "required": ["name"], "properties": {"name": WORDS, "version": WORDS}},
        "author": CONTACT,
        "vendor": CONTACT,
        "report_date": WORDS,
        "last_modified_date": WORDS,
        "version": {"type": "integer"},
        "notes": WORDS,
        "evaluation_methods_used": WORDS,
        "chapters": {
            "type": "object",
            "additionalProperties": False,
            "properties": dict.fromkeys(CHAPTERS, CHAPTER),
        },
    },
}

DAY = datetime.date(2026, 11, 2)
HERE = Source("content/audits.yml")


def read(report: Report) -> dict[str, Any]:
    told = yaml.safe_load(openacr_report(report))
    assert isinstance(told, dict)
    return told


def grade(number: str, report: Report, *, web: bool = True) -> Grade:
    return standing_of(criteria()[number], report, web=web).grade


@pytest.mark.parametrize("report", [sample(), Report(), sample(audits=())], ids=["all", "nothing", "machines alone"])
def test_it_keeps_the_form(report: Report) -> None:
    told = read(report)
    jsonschema.validate(told, FORM)
    listed = [row["num"] for chapter in CHAPTERS for row in told["chapters"][chapter]["criteria"]]
    assert sorted(listed) == sorted(criteria())


def test_wcag_22_has_31_24_and_31_criteria() -> None:
    levels = [criterion.level for criterion in criteria().values()]
    assert [levels.count(level) for level in ("A", "AA", "AAA")] == [31, 24, 31]


def test_criteria_are_found_in_the_words_of_a_standard() -> None:
    assert criteria_in("WCAG 2.2 1.4.4, 1.4.12; UKAAF G003") == ("1.4.4", "1.4.12")
    assert criteria_in("PDF/UA-1 7.1 and 7.2; Matterhorn 06-003; WCAG 2.2 2.4.2 and 3.1.1") == ("2.4.2", "3.1.1")
    assert criteria_in("DAISY 2.02, 2.1.3") == ()


def test_machines_alone_never_say_that_a_criterion_is_met() -> None:
    for findings in ((), FINDINGS):
        for name, web in (("web", True), ("docs", False)):
            report = sample(findings=findings, audits=())
            grades = {grade(number, report, web=web) for number in criteria()}
            assert grades <= {Grade.NOT_EVALUATED, Grade.PARTLY}, name
    assert "conforms" not in openacr_report(sample(audits=()))


def test_a_barrier_found_by_machine_is_told() -> None:
    standing = standing_of(criteria()["1.1.1"], sample(audits=()), web=True)
    assert standing.grade is Grade.PARTLY
    assert "SRC012" in standing.reasons[0]


def made(outcome: AuditOutcome, **more: str) -> Audit:
    return Audit("1.4.3", outcome, "A. Reader", DAY, HERE, **more)


@pytest.mark.parametrize(
    ("audits", "expected"),
    [
        ((made(AuditOutcome.PASSED),), Grade.SUPPORTS),
        ((made(AuditOutcome.FAILED),), Grade.NOT),
        ((made(AuditOutcome.NOT_RELEVANT),), Grade.NOT_APPLICABLE),
        ((made(AuditOutcome.CANNOT_TELL),), Grade.NOT_EVALUATED),
        ((made(AuditOutcome.PASSED, format="site"),), Grade.SUPPORTS),
        ((made(AuditOutcome.PASSED, format="pdf"),), Grade.NOT_EVALUATED),
        ((made(AuditOutcome.PASSED, format="site"), made(AuditOutcome.FAILED, edition="plan")), Grade.PARTLY),
        ((made(AuditOutcome.FAILED), made(AuditOutcome.PASSED, overrides="It is a logo.")), Grade.SUPPORTS),
    ],
    ids=["passed", "failed", "not relevant", "cannot tell", "site", "another format", "both", "decided"],
)
def test_people_decide(audits: tuple[Audit, ...], expected: Grade) -> None:
    assert grade("1.4.3", sample(findings=(), audits=audits)) is expected


def test_an_audit_of_one_edition_says_nothing_of_the_other() -> None:
    documents = (*OUTCOMES[2:3], OUTCOMES[2].__class__("PDF", "pdf", "easy-read", "b.pdf", "fidelity", "passed"))
    one = sample(findings=(), outcomes=documents, audits=(made(AuditOutcome.PASSED, edition="plan"),))
    assert grade("1.4.3", one, web=False) is Grade.NOT_EVALUATED
    both = sample(
        findings=(),
        outcomes=documents,
        audits=(made(AuditOutcome.PASSED, edition="plan"), made(AuditOutcome.PASSED, edition="easy-read")),
    )
    assert grade("1.4.3", both, web=False) is Grade.SUPPORTS


def test_a_failed_check_of_a_rule_fails_the_criteria_that_it_follows() -> None:
    failed = Audit("MAN001", AuditOutcome.FAILED, "A. Reader", DAY, HERE)
    passed = Audit("MAN001", AuditOutcome.PASSED, "A. Reader", DAY, HERE)
    assert grade("1.1.1", sample(findings=(), audits=(failed,))) is Grade.NOT
    assert grade("1.1.1", sample(findings=(), audits=(passed,))) is Grade.NOT_EVALUATED


def test_a_person_stands_above_a_machine() -> None:
    found = (Finding("SRC012", "None.", Source("content/plan/01-a.md", 3)),)
    decided = Audit("1.1.1", AuditOutcome.PASSED, "B. Judge", DAY, HERE, overrides="It decorates.")
    standing = standing_of(criteria()["1.1.1"], sample(findings=found, audits=(decided,)), web=True)
    assert standing.grade is Grade.SUPPORTS
    assert any("SRC012" in reason for reason in standing.reasons), "what the machine found is told all the same"
