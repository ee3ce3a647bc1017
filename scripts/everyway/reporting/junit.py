"""The report as JUnit XML, in the form that Jenkins, GitLab and others read: a suite a file, a case a finding.

Errors are failures; advice passes and tells itself as output; what was not checked, and what only people can tell, is
skipped, with the reason. Each check of an output is a case of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from everyway.findings import Asked, Finding, Level, Outcome, rules
from everyway.model import AuditOutcome
from everyway.model.audit import most_trusted
from everyway.reporting.report import NOT_CHECKED, PASSED, Report
from everyway.reporting.visible import shortened, visible

LONGEST_NAME = 160
ENDS = {"\n": "&#10;", "\t": "&#9;"}


@dataclass(frozen=True, slots=True)
class _Case:
    name: str
    suite: str
    failure: str = ""
    kind: str = ""
    skipped: str = ""
    output: str = ""


def junit_report(report: Report) -> str:
    """The report as XML 1.0, with a line end."""
    cases = [*_of_findings(report.ordered()), *map(_of_outcome, report.outcomes), *_of_reasons(report)]
    cases += map(_of_people, report.asked)
    if not any(case.failure for case in cases):
        cases.insert(0, _Case("No barrier was found by machine", "everyway check"))
    suites = [
        line for name, group in groupby(cases, key=lambda case: case.suite) for line in _suite(name, tuple(group))
    ]
    totals = f'tests="{len(cases)}" failures="{sum(bool(case.failure) for case in cases)}"'
    name = quoteattr(f"everyway check: {visible(report.about.title)}", ENDS)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites name={name} {totals}>", *suites, "</testsuites>"]
    return "\n".join(lines) + "\n"


def _of_findings(findings: Iterable[Finding]) -> Iterator[_Case]:
    for finding in findings:
        rule, where = rules()[finding.rule], finding.where
        place = f"line {where.line}" if where else finding.place or "as a whole"
        suite = where.file if where else f"Format {finding.format}"
        name = shortened(f"{rule.code}, {place}: {finding.message}", LONGEST_NAME)
        standard = f"\nStandard: {rule.standard}" if rule.standard else ""
        told = f"{finding.message}\nWhere: {suite}, {place}\nWhy: {rule.why}\nTo mend it: {finding.remedy}{standard}"
        match rule.level:
            case Level.ERROR:
                yield _Case(name, suite, failure=told, kind=rule.code)
            case Level.ADVICE:
                yield _Case(name, suite, output=told)
            case Level.MANUAL:
                yield _Case(name, suite, skipped=f"Only a person can tell. {finding.message}")


def _of_outcome(outcome: Outcome) -> _Case:
    edition = f", {outcome.edition}" if outcome.edition else ""
    suite = f"{outcome.title}{edition}: {outcome.path}"
    if outcome.outcome.startswith(PASSED):
        return _Case(outcome.check, suite)
    if outcome.outcome.startswith(NOT_CHECKED):
        return _Case(outcome.check, suite, skipped=outcome.outcome)
    return _Case(outcome.check, suite, failure=f"{outcome.outcome}. The findings say what.", kind=outcome.check)


def _of_people(asked: Asked) -> _Case:
    """A check by people: it passes or fails only where they have said so."""
    name, suite = f"{asked.rule.code}: {asked.rule.title}", "What only people can tell"
    audit = most_trusted(asked.audits)
    if audit is None:
        return _Case(name, suite, skipped="Nobody has looked at it yet.")
    told = f"{audit.outcome.value}, says {audit.who}, {audit.when}"
    told += "".join(f". {part}" for part in (audit.how, audit.note, audit.overrides) if part)
    match audit.outcome:
        case AuditOutcome.FAILED:
            return _Case(name, suite, failure=told, kind=asked.rule.code)
        case AuditOutcome.CANNOT_TELL:
            return _Case(name, suite, skipped=told)
        case _:
            return _Case(name, suite, output=told)


def _of_reasons(report: Report) -> Iterator[_Case]:
    """What was not checked beyond the checks of outputs that say so themselves."""
    told = [outcome.outcome.removeprefix(f"{NOT_CHECKED}: ") for outcome in report.outcomes]
    for reason in report.not_checked:
        if not any(reason.endswith(each) for each in told):
            yield _Case(shortened(reason, LONGEST_NAME), "Not checked", skipped=reason)


def _suite(name: str, cases: tuple[_Case, ...]) -> Iterator[str]:
    failures, skipped = (sum(bool(getattr(case, key)) for case in cases) for key in ("failure", "skipped"))
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}" time="0"'
    yield f"  <testsuite name={_quoted(name)} {counts}>"
    for case in cases:
        opening = f"    <testcase name={_quoted(case.name)} classname={_quoted(name)}"
        inner = "".join(_inner(case))
        yield f"{opening}>{inner}</testcase>" if inner else f'{opening} time="0"/>'
    yield "  </testsuite>"


def _inner(case: _Case) -> Iterator[str]:
    if case.skipped:
        yield f"<skipped message={_quoted(case.skipped)}/>"
    if case.failure:
        first = case.failure.split("\n", 1)[0]
        message = _quoted(shortened(first, LONGEST_NAME))
        yield f"<failure message={message} type={_quoted(case.kind)}>{escape(visible(case.failure))}</failure>"
    if case.output:
        yield f"<system-out>{escape(visible(case.output))}</system-out>"


def _quoted(text: str) -> str:
    return quoteattr(visible(text), ENDS)
