"""What a person has looked at: one line of `content/audits.yml`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from everyway.model.source import Source


class AuditOutcome(StrEnum):
    """What a person found, in the words of EARL 1.0 (`earl:OutcomeValue`)."""

    PASSED = "passed"
    FAILED = "failed"
    CANNOT_TELL = "cannot tell"
    NOT_RELEVANT = "not relevant"


@dataclass(frozen=True, slots=True)
class Audit:
    """A check by a person: of what, with what outcome, who and when.

    `check` is a rule's code ("MAN001") or a success criterion of WCAG 2.2 ("1.3.3"). `format` and `edition` say what
    was looked at; empty: all of them. `how` tells with what it was looked at, `note` what was found. `overrides` is
    the reason why this decision stands above other audits and above what machines found; empty: it does not.
    """

    check: str
    outcome: AuditOutcome
    who: str
    when: datetime.date
    source: Source
    format: str = ""
    edition: str = ""
    how: str = ""
    note: str = ""
    overrides: str = ""

    def speaks_of(self, format_name: str, edition: str) -> bool:
        """Whether it is about an output of that format and edition."""
        return self.format in ("", format_name) and (self.edition == edition or not self.edition or not edition)


def most_trusted(audits: tuple[Audit, ...]) -> Audit | None:
    """The audit that counts: a person's decision above other audits, the later above the earlier; None of none."""
    return max(audits, key=lambda audit: (bool(audit.overrides), audit.when, audit.source.line), default=None)
