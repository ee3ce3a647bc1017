"""A limit to findings of one artifact: when everything is wrong, the first of each kind say it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from everyway.findings import Finding

MOST = 20


def at_most(findings: Iterable[Finding], most: int = MOST) -> Iterator[Finding]:
    """The findings, but no more than `most` of each rule; the last of them says how many more there are."""
    every = tuple(findings)
    totals = Counter(finding.rule for finding in every)
    seen: Counter[str] = Counter()
    for finding in every:
        seen[finding.rule] += 1
        left = totals[finding.rule] - most
        if seen[finding.rule] == most and left:
            yield replace(finding, message=f"{finding.message} ({left} more like this.)") if left > 0 else finding
        elif seen[finding.rule] <= most:
            yield finding
