"""Findings as JSON, for programs: editors, CI and dashboards."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from everyway import __version__
from everyway.findings import Finding, Level, rules


def json_report(
    findings: Iterable[Finding],
    not_checked: Sequence[str],
    *,
    publication: str,
    tools: Mapping[str, str] | None = None,
) -> str:
    """The findings as JSON text, in order of file and line, with a line end.

    `tool` has versions by name, `summary` the number of findings of each level and of checks not run.
    """
    rows = sorted(map(_row, findings), key=lambda row: (row["file"] or "~", row["line"] or 0, row["rule"]))
    summary = {level.value: sum(row["level"] == level.value for row in rows) for level in Level}
    report = {
        "tool": {"everyway": __version__, **(tools or {})},
        "publication": publication,
        "findings": rows,
        "not_checked": list(not_checked),
        "summary": {**summary, "not_checked": len(not_checked)},
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _row(finding: Finding) -> dict[str, str | int | None]:
    rule = rules()[finding.rule]
    where = finding.where
    return {
        "rule": rule.code,
        "level": rule.level.value,
        "title": rule.title,
        "message": finding.message,
        "why": rule.why,
        "fix": finding.remedy,
        "who": rule.who,
        "standard": rule.standard,
        "file": where.file if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
        "format": finding.format,
        "place": finding.place or None,
    }
