"""The report as SARIF 2.1.0 (OASIS), which code hosts show at the lines of the Markdown files.

A finding in an output that no line of the sources is to blame for is shown at the first line of `publication.yml`,
since code hosts leave out what has no file; its `logicalLocations` name the output and the place in it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from everyway import __version__
from everyway.findings import Finding, Level, Rule, rules
from everyway.reporting.fingerprints import fingerprints
from everyway.reporting.report import SOURCE, Report
from everyway.reporting.visible import visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.ADVICE: "warning", Level.MANUAL: "note"}
ROOT = "%SRCROOT%"
"""The project's folder, by the name that code hosts give it."""

NOWHERE = "content/publication.yml"
WHO = {
    "editor": "An editor can mend it.",
    "theme": "Whoever makes the theme can mend it.",
    "maintainer": "The maintainers of everyway can mend it.",
}


def sarif_report(report: Report) -> str:
    """The report as SARIF text, with a line end; only rules that something was found by are described."""
    findings = report.ordered()
    used = sorted({finding.rule for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "everyway",
                "semanticVersion": __version__,
                "rules": [_rule(rules()[code]) for code in used],
            }
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "toolConfigurationNotifications": [
                    {"level": "warning", "message": {"text": f"Not checked: {visible(reason)}"}}
                    for reason in report.not_checked
                ],
            }
        ],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder of the publication, which holds content/."}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, used, mark) for finding, mark in zip(findings, fingerprints(findings), strict=True)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    told = [rule.why, rule.fix, WHO[rule.who]]
    markdown = [f"**Why it matters**: {rule.why}", f"**How to mend it**: {rule.fix}", WHO[rule.who]]
    if rule.standard:
        told.append(f"Standard: {rule.standard}.")
        markdown.append(f"**Standard**: {rule.standard}")
    if rule.failing and rule.passing:
        markdown.append(f"**Breaks the rule**:\n\n{_indented(rule.failing)}")
        markdown.append(f"**Keeps it**:\n\n{_indented(rule.passing)}")
    return {
        "id": rule.code,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
        "help": {"text": "\n".join(told), "markdown": "\n\n".join(markdown)},
        "properties": {"tags": ["accessibility", rule.who]},
    }


def _indented(example: str) -> str:
    """An example as a block of code that nothing in it can end."""
    return "\n".join(f"    {line}" for line in visible(example.strip("\n")).split("\n"))


def _result(finding: Finding, used: Sequence[str], mark: str) -> dict[str, object]:
    where = finding.where
    region = {"startLine": where.line, "startColumn": where.column} if where else {"startLine": 1}
    location: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(visible(where.file if where else NOWHERE)), "uriBaseId": ROOT},
            "region": region,
        }
    }
    if finding.format != SOURCE:
        place = visible(finding.place) or "as a whole"
        location["logicalLocations"] = [
            {"name": place, "fullyQualifiedName": f"{finding.format}: {place}", "kind": "element"}
        ]
    there = "" if finding.format == SOURCE else f" ({finding.format}{', ' if finding.place else ''}{finding.place})"
    return {
        "ruleId": finding.rule,
        "ruleIndex": used.index(finding.rule),
        "level": LEVELS[finding.level],
        "message": {"text": visible(f"{finding.message}{there}\nTo mend it: {finding.remedy}")},
        "locations": [location],
        "partialFingerprints": {"everyway/v1": mark},
    }
