"""JUnit XML is well-formed whatever the sources say, keeps the form that readers document, and counts right."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from everyway.findings import Level
from everyway.reporting.junit import junit_report
from everyway.reporting.report import Report
from tests.conftest import Golden
from tests.reporting.samples import FINDINGS, sample, steady

XSD = Path(__file__).parent / "junit.xsd"


def read(report: Report) -> etree._Element:
    return etree.fromstring(junit_report(report).encode("utf-8"))


@pytest.mark.parametrize("report", [sample(), Report(), sample(findings=())], ids=["all", "nothing", "no findings"])
def test_it_keeps_the_form(report: Report) -> None:
    schema = etree.XMLSchema(etree.parse(str(XSD)))
    assert schema.validate(read(report)), schema.error_log


def test_errors_fail_advice_passes_and_what_people_have_to_judge_is_skipped() -> None:
    root = read(sample())
    by_level = {level: [each for each in FINDINGS if each.level is level] for level in Level}
    failed_checks = 2
    assert len(root.findall(".//failure")) == len(by_level[Level.ERROR]) + failed_checks
    passed_by_people = 1
    assert len(root.findall(".//system-out")) == len(by_level[Level.ADVICE]) + passed_by_people
    # Findings for a person, one check that nobody has made yet, one check not run, and one reason of its own.
    assert len(root.findall(".//skipped")) == len(by_level[Level.MANUAL]) + 1 + 1 + 1


def test_the_counts_are_right() -> None:
    root = read(sample())
    assert int(root.get("tests", "")) == len(root.findall(".//testcase"))
    assert int(root.get("failures", "")) == len(root.findall(".//failure"))
    for suite in root.findall("testsuite"):
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        assert int(suite.get("failures", "")) == len(suite.findall(".//failure"))
        assert int(suite.get("skipped", "")) == len(suite.findall(".//skipped"))


def test_words_come_through_whole() -> None:
    root = read(sample())
    told = "\n".join(element.text or "" for element in root.iter("failure", "system-out"))
    assert "A button <b onclick='x'> & ]]> \"quoted\" `ticks` has no name." in told
    assert "Mae’r ŵyl yn y dŵr" in told
    assert "👩🏽‍⚕️ and 🏴󠁧󠁢󠁷󠁬󠁳󠁿" in told
    assert "\x1b" not in told


def test_a_report_without_faults_has_a_case_that_passes() -> None:
    (case,) = read(Report()).iter("testcase")
    assert (case.get("name"), len(case)) == ("No barrier was found by machine", 0)


def test_it_is_as_a_person_has_read_it(golden: Golden) -> None:
    golden("report/junit.xml", steady(junit_report(sample(findings=FINDINGS[:9]))))
