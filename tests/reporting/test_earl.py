"""EARL is read as RDF by a reader of JSON-LD, and each assertion has all that EARL 1.0 asks for."""

from __future__ import annotations

import json
import warnings

import pytest

from everyway.reporting.earl import earl_report
from everyway.reporting.report import Report
from tests.conftest import Golden
from tests.reporting.samples import AUDITS, FINDINGS, OUTCOMES, sample, steady

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what the reader itself warns of is not ours
    rdflib = pytest.importorskip("rdflib", reason="rdflib, which reads JSON-LD, comes with scripts/setup test")

EARL = rdflib.Namespace("http://www.w3.org/ns/earl#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")

ONE_EACH = ("assertedBy", "subject", "test", "result")
OUTCOME_VALUES = {"passed", "failed", "cantTell", "inapplicable", "untested"}
MODES = {"automatic", "manual"}


def read(report: Report) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return rdflib.Graph().parse(data=earl_report(report), format="json-ld")


def short(term: object) -> str:
    return str(term).rsplit("#", 1)[-1]


@pytest.mark.parametrize("report", [sample(), Report(), sample(made=None)], ids=["all", "nothing", "no day"])
def test_each_assertion_has_what_earl_asks_for(report: Report) -> None:
    graph = read(report)
    for assertion in graph.subjects(rdflib.RDF.type, EARL.Assertion):
        for name in ONE_EACH:
            assert len(list(graph.objects(assertion, EARL[name]))) == 1, name
        (mode,) = graph.objects(assertion, EARL.mode)
        assert short(mode) in MODES
        result = graph.value(assertion, EARL.result)
        assert (result, rdflib.RDF.type, EARL.TestResult) in graph
        (outcome,) = graph.objects(result, EARL.outcome)
        assert short(outcome) in OUTCOME_VALUES


def test_everything_that_is_spoken_of_is_described() -> None:
    graph = read(sample())
    for name in ("subject", "test", "assertedBy"):
        for node in set(graph.objects(None, EARL[name])):
            assert list(graph.objects(node, rdflib.RDF.type)), node
    assert all(isinstance(node, rdflib.URIRef) for node in graph.objects(None, EARL.subject))


def test_machines_and_people_each_say_what_they_found() -> None:
    graph = read(sample())
    modes = [short(mode) for mode in graph.objects(None, EARL.mode)]
    unlooked = 1
    assert modes.count("automatic") == len(FINDINGS) + len(OUTCOMES)
    assert modes.count("manual") == len(AUDITS) + unlooked


def test_what_was_not_checked_is_untested_and_advice_is_no_failure() -> None:
    graph = read(sample())
    outcomes = [short(outcome) for outcome in graph.objects(None, EARL.outcome)]
    assert outcomes.count("untested") == 2
    advice = [finding for finding in FINDINGS if finding.level.value != "error"]
    assert outcomes.count("cantTell") == len(advice)
    assert outcomes.count("inapplicable") == 1


def test_a_finding_points_at_its_line() -> None:
    graph = read(sample())
    pointers = rdflib.Namespace("http://www.w3.org/2009/pointers#")
    lines = {int(line) for line in graph.objects(None, pointers.lineNumber)}
    assert lines == {each.where.line for each in FINDINGS if each.where}


def test_a_rule_is_part_of_the_criteria_that_it_follows() -> None:
    graph = read(sample())
    rule = rdflib.URIRef("urn:everyway:rule:SRC012")
    assert (rule, DCT.isPartOf, rdflib.URIRef("https://www.w3.org/TR/WCAG22/#non-text-content")) in graph


def test_nothing_has_to_be_fetched_to_read_it() -> None:
    assert isinstance(json.loads(earl_report(sample()))["@context"], dict)


def test_it_is_as_a_person_has_read_it(golden: Golden) -> None:
    told = json.loads(earl_report(sample(findings=FINDINGS[:3])))
    del told["@context"]
    text = json.dumps(told, ensure_ascii=False, indent=1).replace('"version": "', '"version": "VERSION ')
    golden("report/earl.txt", steady("\n".join(line for line in text.splitlines() if "VERSION" not in line)) + "\n")
