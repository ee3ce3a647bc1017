"""What every report tells: one value, made once from a check and given to each form of report."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from everyway.findings import Asked, Finding, Level, Outcome
from everyway.model import Audit

NOT_CHECKED = "not checked"
PASSED = "passed"
SOURCE = "source"


@dataclass(frozen=True, slots=True)
class About:
    """The publication that is reported on, as far as it could be read; `editions` are titles and languages by name."""

    title: str = ""
    language: str = "en-GB"
    publisher: str = ""
    date: str = ""
    email: str = ""
    editions: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, what was checked and with what, and what people said.

    `not_checked` says in words what could not be checked; `outcomes` has each check of each output; `tools` versions by
    name. `asked` is what only people can tell, `audits` everything that they said. `lines` has the lines of each file
    of the sources that a finding points at. `earlier` is the JSON of the report before this one, "" for none.
    """

    about: About = About()
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    tools: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()
    audits: tuple[Audit, ...] = ()
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    made: datetime.date | None = None
    earlier: str = ""

    def ordered(self) -> tuple[Finding, ...]:
        """The findings by file, line and column; those of outputs last, by format and place."""
        return tuple(sorted(self.findings, key=place_of))

    def count(self, level: Level) -> int:
        """How many findings are of a level."""
        return sum(finding.level is level for finding in self.findings)


def place_of(finding: Finding) -> tuple[bool, str, int, int, str, str]:
    """Where a finding stands among others: the sources first, then the outputs by format."""
    where = finding.where
    if where is None:
        return True, finding.format, 0, 0, finding.place, finding.rule
    return False, where.file, where.line, where.column, finding.rule, finding.message
