"""The report for programs keeps the schema that is shipped with it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from everyway.reporting.json import json_report, json_schema
from everyway.reporting.report import About, Report
from tests.reporting.samples import FINDINGS, sample


def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json_schema())
    return found


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("report", [sample(), Report(), sample(made=None, asked=())], ids=["all", "nothing", "no day"])
def test_every_report_keeps_the_schema(report: Report) -> None:
    validator = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(json.loads(json_report(report)))] == []


def test_the_schema_describes_every_key_and_takes_no_other() -> None:
    def told(node: object) -> None:
        if isinstance(node, dict):
            for name, inner in node.get("properties", {}).items():
                assert inner.keys() & {"description", "const", "$ref"}, name
            assert node.get("type") != "object" or "additionalProperties" in node
            for inner in node.values():
                told(inner)

    told(schema())


def test_a_program_reads_every_finding_with_its_rule() -> None:
    report = json.loads(json_report(sample()))
    assert report["publication"] == "Cynllun gofal & <iechyd>"
    assert len(report["findings"]) == len(FINDINGS)
    places = [(row["file"] or "~", row["line"] or 0) for row in report["findings"]]
    assert places == sorted(places)
    (cut,) = [row for row in report["findings"] if row["file"] == "content/easy-read/01-a.md"]
    assert (cut["fix"], cut["level"], cut["page"]) == ("Cut it.", "advice", "rules/ER002.html")
    last = [row for row in report["findings"] if row["file"] is None]
    assert [(row["format"], row["place"], row["who"]) for row in last] == [
        ("pdf", "page 3", "maintainer"),
        ("site", "a > b", "theme"),
    ]
    assert report["summary"] == {
        **{level: sum(row["level"] == level for row in report["findings"]) for level in ("error", "advice", "manual")},
        "not_checked": 2,
    }


def test_people_are_named_with_what_they_found() -> None:
    report = json.loads(json_report(sample()))
    assert [len(row["audits"]) for row in report["manual"]] == [0, 1]
    assert [(row["check"], row["outcome"], row["who"]) for row in report["audits"]][:2] == [
        ("MAN004", "passed", "A. Reader"),
        ("1.1.1", "failed", "Grŵp Darllen & Co. <x>"),
    ]


def test_json_is_plain_text_with_a_line_end_and_no_control_characters() -> None:
    text = json_report(sample(about=About("Cynllun gofal yn y dŵr")))
    assert "dŵr" in text
    assert "👩🏽‍⚕️" in text
    assert text.endswith("}\n")
    text.encode("utf-8")
    assert not any(letter in json.loads(text)["findings"][-1]["message"] for letter in "\x00\x1b\u202e")
