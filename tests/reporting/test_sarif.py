"""SARIF is valid by the schema of OASIS, and code hosts can show it at the lines of the Markdown files."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from everyway.findings import Level, rules
from everyway.reporting.report import Report
from everyway.reporting.sarif import sarif_report
from tests.conftest import Golden
from tests.reporting.samples import FINDINGS, sample, steady

SCHEMA = Path(__file__).parents[2] / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    if not SCHEMA.is_file():
        reason = "the schema of SARIF is missing; this brings it: scripts/setup test"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def run(report: Report) -> dict[str, Any]:
    (only,) = json.loads(sarif_report(report))["runs"]
    assert isinstance(only, dict)
    return only


@pytest.mark.parametrize("report", [sample(), Report(), sample(findings=())], ids=["all", "nothing", "no findings"])
def test_it_is_valid(validator: jsonschema.Draft4Validator, report: Report) -> None:
    found = [
        f"{list(error.path)}: {error.message}" for error in validator.iter_errors(json.loads(sarif_report(report)))
    ]
    assert found == []


def test_a_fault_would_be_seen(validator: jsonschema.Draft4Validator) -> None:
    """The schema looks at what we write: a level that there is not is no level."""
    spoilt = json.loads(sarif_report(sample()))
    spoilt["runs"][0]["results"][0]["level"] = "advice"
    assert [error.message for error in validator.iter_errors(spoilt)] != []


def test_each_finding_stands_at_its_line() -> None:
    results = run(sample())["results"]
    assert len(results) == len(FINDINGS)
    for result in results:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert not place["artifactLocation"]["uri"].startswith("/")
        assert place["region"]["startLine"] >= 1
    lines = {
        (unquote(place["artifactLocation"]["uri"]), place["region"]["startLine"])
        for result in results
        for place in [result["locations"][0]["physicalLocation"]]
    }
    assert {(where.file, where.line) for each in FINDINGS if (where := each.where)} <= lines
    assert ("content/publication.yml", 1) in lines


def test_levels_are_those_of_code_hosts() -> None:
    told = {result["ruleId"]: result["level"] for result in run(sample())["results"]}
    levels = {Level.ERROR: "error", Level.ADVICE: "warning", Level.MANUAL: "note"}
    assert told == {code: levels[rules()[code].level] for code in told}


def test_each_rule_says_why_and_how_to_mend_it() -> None:
    only = run(sample())
    described = only["tool"]["driver"]["rules"]
    assert [described[result["ruleIndex"]]["id"] for result in only["results"]] == [
        result["ruleId"] for result in only["results"]
    ]
    for rule in described:
        assert rules()[rule["id"]].why in rule["help"]["markdown"]
        assert rules()[rule["id"]].fix in rule["help"]["text"]


def test_fingerprints_stay_and_differ() -> None:
    marks = [result["partialFingerprints"]["everyway/v1"] for result in run(sample())["results"]]
    assert len(set(marks)) == len(marks)
    assert marks == [result["partialFingerprints"]["everyway/v1"] for result in run(sample())["results"]]


def test_what_was_not_checked_is_told() -> None:
    (invocation,) = run(sample())["invocations"]
    told = [note["message"]["text"] for note in invocation["toolConfigurationNotifications"]]
    assert told[0] == "Not checked: PDF, The plan, veraPDF: no Java was found."


def test_it_is_as_a_person_has_read_it(golden: Golden) -> None:
    few = sample(findings=tuple(FINDINGS[number] for number in (0, 2, 5, 6)))
    text = sarif_report(few)
    version = run(few)["tool"]["driver"]["semanticVersion"]
    golden(
        "report/report.sarif", steady(text).replace(f'"semanticVersion": "{version}"', '"semanticVersion": "VERSION"')
    )
