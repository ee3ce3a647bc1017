"""Whether what `content/audits.yml` says can be true: its checks, formats, editions and days."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.gate import CHECKS
from everyway.checking.manual import SOURCE
from everyway.findings import Finding, rules
from everyway.model import Audit, AuditOutcome, Publication
from everyway.model.audit import most_trusted
from everyway.model.criteria import criteria


def audits(publication: Publication) -> Iterator[Finding]:
    """What is wrong with the audits, and the barriers that people found and that still stand."""
    editions = {edition.name for edition in publication.editions}
    latest: dict[tuple[str, str, str], list[Audit]] = {}
    for audit in publication.audits:
        latest.setdefault((audit.check, audit.format, audit.edition), []).append(audit)
        if audit.check not in rules() and audit.check not in criteria():
            yield Finding("SEE001", f"There is no check “{audit.check}”.", audit.source)
        if audit.format and audit.format not in {SOURCE, *CHECKS}:
            yield Finding("SEE002", f"There is no format “{audit.format}”.", audit.source)
        if audit.edition and audit.edition not in editions:
            yield Finding("SEE002", f"There is no edition “{audit.edition}”.", audit.source)
        if audit.when < publication.date:
            message = f"The audit is of {audit.when}; the publication is of {publication.date}."
            yield Finding("SEE003", message, audit.source)
    for (check, _, _), made in latest.items():
        counts = most_trusted(tuple(made))
        if counts and counts.outcome is AuditOutcome.FAILED:
            told = f": “{counts.note}”" if counts.note else ""
            yield Finding("SEE004", f"{counts.who} found a barrier by {check} on {counts.when}{told}.", counts.source)
