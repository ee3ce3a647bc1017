"""The report as JSON, for programs: editors, CI and dashboards. Its form is said in `report.schema.json`, beside it."""

from __future__ import annotations

import json
from importlib.resources import files

from everyway import __version__
from everyway.findings import Asked, Finding, Level, rules
from everyway.model import Audit
from everyway.reporting.fingerprints import fingerprints
from everyway.reporting.report import Report
from everyway.reporting.visible import visible

SCHEMA = "report.schema.json"
VERSION = 1
"""Goes up when a program that reads the report would have to change."""

Row = dict[str, "str | int | None"]


def json_schema() -> str:
    """The JSON Schema (2020-12) that every report keeps."""
    return (files("everyway") / "reporting" / SCHEMA).read_text("utf-8")


def json_report(report: Report) -> str:
    """The report as JSON text, findings in order of file and line, with a line end.

    `tool` has versions by name, `summary` the number of findings of each level and of checks not run. `fingerprint`
    stays the same when lines move.
    """
    findings = report.ordered()
    rows = [_row(finding, mark) for finding, mark in zip(findings, fingerprints(findings), strict=True)]
    told = {
        "$schema": SCHEMA,
        "version": VERSION,
        "tool": {"everyway": __version__, **report.tools},
        "publication": visible(report.about.title),
        "made": report.made.isoformat() if report.made else None,
        "findings": rows,
        "not_checked": [visible(reason) for reason in report.not_checked],
        "outcomes": [
            {
                "format": each.format,
                "title": each.title,
                "edition": each.edition,
                "path": each.path,
                "check": each.check,
                "outcome": visible(each.outcome),
            }
            for each in report.outcomes
        ],
        "manual": [_asked(asked) for asked in report.asked],
        "audits": [_audit(audit) for audit in report.audits],
        "summary": {
            **{level.value: report.count(level) for level in Level},
            "not_checked": len(report.not_checked),
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _row(finding: Finding, mark: str) -> Row:
    rule = rules()[finding.rule]
    where = finding.where
    return {
        "rule": rule.code,
        "level": rule.level.value,
        "title": rule.title,
        "message": visible(finding.message),
        "why": rule.why,
        "fix": visible(finding.remedy),
        "who": rule.who,
        "standard": rule.standard,
        "file": where.file if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
        "format": finding.format,
        "place": visible(finding.place) or None,
        "page": f"rules/{rule.code}.html",
        "fingerprint": mark,
    }


def _asked(asked: Asked) -> dict[str, object]:
    return {
        "rule": asked.rule.code,
        "title": asked.rule.title,
        "formats": list(asked.formats),
        "audits": [_audit(audit) for audit in asked.audits],
    }


def _audit(audit: Audit) -> Row:
    return {
        "check": audit.check,
        "outcome": audit.outcome.value,
        "who": visible(audit.who),
        "when": audit.when.isoformat(),
        "format": audit.format or None,
        "edition": audit.edition or None,
        "how": visible(audit.how) or None,
        "note": visible(audit.note) or None,
        "overrides": visible(audit.overrides) or None,
    }
