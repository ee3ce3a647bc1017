"""What is known of a success criterion: a person's decision before an audit by people, and that before machines.

Machines alone never say that a criterion is met: at most that they found no barrier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from everyway.findings import Finding, Level, Rule, rules
from everyway.model import Audit, AuditOutcome
from everyway.model.audit import most_trusted
from everyway.model.criteria import Criterion, criteria_in
from everyway.reporting.report import SOURCE, Report

WEB = frozenset({"site", "html"})
"""The formats that are web pages; all others are documents."""


class Grade(StrEnum):
    """How well a criterion is met, in the terms of OpenACR."""

    SUPPORTS = "supports"
    PARTLY = "partially-supports"
    NOT = "does-not-support"
    NOT_APPLICABLE = "not-applicable"
    NOT_EVALUATED = "not-evaluated"


_GRADES = {
    AuditOutcome.PASSED: Grade.SUPPORTS,
    AuditOutcome.FAILED: Grade.NOT,
    AuditOutcome.CANNOT_TELL: Grade.NOT_EVALUATED,
    AuditOutcome.NOT_RELEVANT: Grade.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one criterion for web pages, or for documents: a grade and the reasons for it, in words."""

    grade: Grade
    reasons: tuple[str, ...]


def standing_of(criterion: Criterion, report: Report, *, web: bool) -> Standing:
    """What is known of a criterion; by machines alone, a barrier or "not evaluated"."""
    concerned = [rule for rule in rules().values() if criterion.number in criteria_in(rule.standard)]
    machine = _by_machine(concerned, report, web=web)
    own = tuple(each for each in report.audits if each.check == criterion.number and _is_of(each.format, web=web))
    decided = most_trusted(tuple(audit for audit in own if audit.overrides))
    if decided:
        reason = f"Decided by {decided.who} on {decided.when}: {decided.overrides}"
        return Standing(_GRADES[decided.outcome], (reason, *machine.reasons))
    codes = {rule.code for rule in concerned}
    others = [each for each in report.audits if each.check in codes and _is_of(each.format, web=web)]
    latest = _latest((*own, *others))
    reasons = tuple(_told(audit) for audit in latest)
    failed = [audit for audit in latest if audit.outcome is AuditOutcome.FAILED]
    good = [audit for audit in latest if audit in own and audit.outcome in (AuditOutcome.PASSED,)]
    irrelevant = [audit for audit in latest if audit in own and audit.outcome is AuditOutcome.NOT_RELEVANT]
    if failed:
        return Standing(Grade.PARTLY if good else Grade.NOT, (*reasons, *machine.reasons))
    if (good or irrelevant) and _is_covered([*good, *irrelevant], report, web=web):
        return Standing(Grade.SUPPORTS if good else Grade.NOT_APPLICABLE, (*reasons, *machine.reasons))
    return Standing(machine.grade, (*reasons, *machine.reasons))


def _by_machine(concerned: Sequence[Rule], report: Report, *, web: bool) -> Standing:
    checked = sorted(rule.code for rule in concerned if rule.level is not Level.MANUAL)
    found = [
        each
        for each in report.findings
        if each.rule in checked and each.level is Level.ERROR and _is_of(each.format, web=web)
    ]
    if found:
        many = "a barrier" if len(found) == 1 else f"{len(found)} barriers"
        return Standing(Grade.PARTLY, (f"Machines found {many}: {_codes(found)}.",))
    if checked and report.outcomes:
        told = f"Checked by machine ({', '.join(checked)}): no barrier was found. That is no evaluation."
        return Standing(Grade.NOT_EVALUATED, (told,))
    return Standing(Grade.NOT_EVALUATED, ("No machine and no person has checked this.",))


def _codes(findings: Iterable[Finding]) -> str:
    return ", ".join(sorted({finding.rule for finding in findings}))


def _is_of(name: str, *, web: bool) -> bool:
    """Whether a format ("" or "source": all of them) is a web page, or else a document."""
    return name in ("", SOURCE) or (name in WEB) is web


def _latest(audits: Iterable[Audit]) -> tuple[Audit, ...]:
    """The last audit of each check, format and edition, in order of time."""
    last: dict[tuple[str, str, str], Audit] = {}
    for audit in sorted(audits, key=lambda each: (each.when, each.source)):
        last[audit.check, audit.format, audit.edition] = audit
    return tuple(sorted(last.values(), key=lambda each: (each.when, each.source)))


def _told(audit: Audit) -> str:
    of = " ".join(part for part in (audit.format, audit.edition) if part)
    scope = f" ({of})" if of else ""
    how = f", with {audit.how}" if audit.how else ""
    note = f". {audit.note}" if audit.note else ""
    return f"{audit.check}{scope}: {audit.outcome.value}, says {audit.who}, {audit.when}{how}{note}"


def _is_covered(audits: Sequence[Audit], report: Report, *, web: bool) -> bool:
    """Whether people have looked at every output of this kind; an audit of one says nothing of the others."""
    outputs = {(each.format, each.edition) for each in report.outcomes if _is_of(each.format, web=web)}
    return bool(outputs) and all(any(audit.speaks_of(*output) for audit in audits) for output in outputs)
