"""What is said of audits that cannot be true, and what people are asked to look at."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from everyway.checking.audits import audits
from everyway.checking.manual import ASKED, asked_of
from everyway.findings import Level, rules
from everyway.model import Audit, AuditOutcome, Source
from tests.checking.small import small

DAY = datetime.date(2030, 11, 30)
HERE = Source("content/audits.yml", 4)


def made(check: str = "MAN001", outcome: AuditOutcome = AuditOutcome.PASSED, **more: object) -> Audit:
    told: dict[str, object] = {"check": check, "outcome": outcome, "who": "A. Reader", "when": DAY, "source": HERE}
    return Audit(**{**told, **more})  # type: ignore[arg-type]


def found(*given: Audit) -> list[str]:
    return [finding.rule for finding in audits(replace(small(), audits=given))]


@pytest.mark.parametrize("check", ["MAN001", "SRC012", "1.4.10"])
def test_rules_and_criteria_can_be_audited(check: str) -> None:
    assert found(made(check)) == []


def test_a_check_a_format_or_an_edition_that_there_is_not_is_told() -> None:
    assert found(made("MAN999")) == ["SEE001"]
    assert found(made("1.4.99")) == ["SEE001"]
    assert found(made(format="websit")) == ["SEE002"]
    assert found(made(edition="welsh")) == ["SEE002"]
    assert found(made(format="source"), made(format="site")) == []


def test_an_audit_of_an_earlier_text_is_told() -> None:
    assert found(made(when=small().date - datetime.timedelta(days=1))) == ["SEE003"]
    assert found(made(when=small().date)) == []


def test_a_barrier_is_told_until_it_was_looked_at_again() -> None:
    failed = made(outcome=AuditOutcome.FAILED, note="A chart says only Chart.")
    again = made(when=DAY + datetime.timedelta(days=1))
    assert found(failed) == ["SEE004"]
    assert found(failed, again) == []
    assert found(failed, replace(again, format="site")) == ["SEE004"], "that was of the site alone"


def test_everything_that_is_asked_of_people_is_a_rule_for_people() -> None:
    assert all(rules()[code].level is Level.MANUAL for code in ASKED)
    assert {code for code in rules() if code.startswith("MAN")} == set(ASKED)


def test_people_are_asked_only_about_what_there_is() -> None:
    asked = {each.rule.code: each for each in asked_of(small(), ("site",))}
    assert asked["MAN004"].formats == ("site",)
    assert "MAN009" not in asked
    given = replace(small(), audits=(made("MAN004"), made("MAN004", when=DAY - datetime.timedelta(days=9))))
    (told,) = [each for each in asked_of(given, ("site",)) if each.rule.code == "MAN004"]
    assert [audit.when.day for audit in told.audits] == [21, 30]
