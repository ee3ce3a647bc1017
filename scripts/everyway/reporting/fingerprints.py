"""A mark for each finding that stays the same when lines move: so that reports can be compared."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from everyway.findings import Finding

_LINE = re.compile(r"\blines? \d+")


def fingerprints(findings: Iterable[Finding]) -> tuple[str, ...]:
    """One mark a finding, in the order given: 16 hexadecimal digits from its rule, file or format, place and words.

    Where the same is found twice in a file, the second one counts on; line numbers count for nothing.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    marks = []
    for finding in findings:
        file = finding.where.file if finding.where else ""
        same = (finding.rule, file, finding.format, finding.place, _LINE.sub("line", finding.message))
        seen[same] += 1
        told = "\0".join((*same, str(seen[same])))
        marks.append(hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:16])
    return tuple(marks)
