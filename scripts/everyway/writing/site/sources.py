"""The publication of a project, with its faults told in plain words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from everyway.errors import FindingsError
from everyway.findings import Finding, errors_in
from everyway.model import Publication


def read_sources(project: Path, tell: Callable[[str], None]) -> Publication:
    """The publication of a project; `tell` gets a line for each finding that does not stand in the way.

    FindingsError names every finding at error level in its message; ProjectError when there is nothing to read.
    """
    from everyway.reading.publication import read_publication

    reading = read_publication(project)
    errors = errors_in(reading.findings)
    if reading.publication is None or errors:
        lines = "\n".join(f"  {in_words(finding)}" for finding in errors)
        raise FindingsError(
            "content-findings",
            f"The content needs mending first:\n{lines}\n",
            fix="Mend the lines named above.",
            findings=reading.findings,
        )
    for finding in reading.findings:
        tell(in_words(finding))
    return reading.publication


def in_words(finding: Finding) -> str:
    """A finding as one line: where, what is wrong, how to mend it."""
    where = f"{finding.where}: " if finding.where else ""
    return f"{where}{finding.message} {finding.remedy}"
