"""What has changed since the report before: new, mended, still there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from everyway.findings import Finding
from everyway.reporting.fingerprints import fingerprints
from everyway.reporting.report import Report


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding of the report before that is no more."""

    rule: str
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Trend:
    """`before` is the day of the report before; `new` are findings that it did not have, `still` how many it had."""

    before: str
    new: tuple[Finding, ...]
    mended: tuple[Mended, ...]
    still: int


def trend_of(report: Report) -> Trend | None:
    """The trend, or None when there is no report before this one, or it cannot be read, or it looked at less."""
    try:
        earlier = json.loads(report.earlier)
        rows = {row["fingerprint"]: row for row in earlier["findings"]}
        looked = {row["format"] for row in earlier["outcomes"]}
        made, title = str(earlier["made"] or ""), earlier["publication"]
    except (ValueError, KeyError, TypeError):
        return None
    # Where only one of the two looked at the outputs, nothing can be said of them.
    if title != report.about.title or bool(looked) != bool(report.outcomes):
        return None
    findings = report.ordered()
    now = dict(zip(fingerprints(findings), findings, strict=True))
    new = tuple(finding for mark, finding in now.items() if mark not in rows)
    mended = tuple(_mended(row) for mark, row in rows.items() if mark not in now)
    return Trend(made, new, mended, len(now) - len(new))


def _mended(row: Mapping[str, object]) -> Mended:
    place = f"{row['file']}, line {row['line']}" if row["file"] else f"{row['format']}, {row['place'] or 'as a whole'}"
    return Mended(str(row["rule"]), str(row["message"]), place)
