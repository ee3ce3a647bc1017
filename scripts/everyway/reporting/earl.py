"""The report as EARL 1.0 (W3C), in JSON-LD: who asserted what of which output, by which test, with what outcome.

Assertions of machines have the mode `automatic`, those of people `manual`; what nobody has looked at is `untested`. A
passed test is a passed test of everyway, never a criterion of WCAG that is met. The context stands in the file itself,
so that nothing has to be fetched to read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from everyway import __version__
from everyway.findings import Asked, Finding, Level, Rule, rules
from everyway.model import Audit, AuditOutcome
from everyway.model.criteria import criteria, criteria_in
from everyway.reporting.report import NOT_CHECKED, PASSED, SOURCE, Report
from everyway.reporting.visible import visible

Node = dict[str, object]

CONTEXT: Mapping[str, object] = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: {"@id": f"earl:{name}", "@type": "@id"} for name in ("assertedBy", "subject", "test", "mode", "outcome")},
    "result": {"@id": "earl:result"},
    "pointer": {"@id": "earl:pointer"},
    "title": {"@id": "dct:title"},
    "description": {"@id": "dct:description"},
    "date": {"@id": "dct:date", "@type": "xsd:date"},
    "version": {"@id": "dct:hasVersion"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "name": {"@id": "foaf:name"},
}
MACHINE = "urn:everyway:assertor:everyway"
OUTCOMES = {
    AuditOutcome.PASSED: "earl:passed",
    AuditOutcome.FAILED: "earl:failed",
    AuditOutcome.CANNOT_TELL: "earl:cantTell",
    AuditOutcome.NOT_RELEVANT: "earl:inapplicable",
}
FOUND = {Level.ERROR: "earl:failed", Level.ADVICE: "earl:cantTell", Level.MANUAL: "earl:cantTell"}
"""Advice and things for people to judge are no proof of a failure."""


def earl_report(report: Report) -> str:
    """The report as JSON-LD text, with a line end."""
    graph = _Graph(report)
    told = {"@context": CONTEXT, "@graph": [*graph.described(), *graph.assertions]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


class _Graph:
    """The assertions, and what they speak of, each described once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._nodes: dict[str, Node] = {}
        self._node(MACHINE, {"@type": "earl:Software", "title": "everyway", "version": __version__})
        self.assertions = [*self._machine(), *self._people()]

    def described(self) -> Iterator[Node]:
        """Assertors, subjects and tests, in order of their address."""
        for address in sorted(self._nodes):
            yield {"@id": address, **self._nodes[address]}

    def _machine(self) -> Iterator[Node]:
        for finding in self._report.ordered():
            rule = rules()[finding.rule]
            result: Node = {"outcome": FOUND[rule.level], "description": visible(finding.message)}
            if finding.where:
                result["pointer"] = {
                    "@type": "ptr:LineCharPointer",
                    "ptr:lineNumber": finding.where.line,
                    "ptr:charNumber": finding.where.column,
                    "ptr:reference": {"@id": self._file(finding.where.file)},
                }
            yield self._assertion(MACHINE, self._subject(finding), self._rule(rule), "automatic", result)
        for each in self._report.outcomes:
            outcome, reason = each.outcome.partition(":")[0], each.outcome.partition(":")[2].strip()
            found = {PASSED: "earl:passed", NOT_CHECKED: "earl:untested"}.get(outcome, "earl:failed")
            result = {"outcome": found, **({"description": visible(reason)} if reason else {})}
            test = self._node(
                f"urn:everyway:check:{quote(each.check)}", {"@type": "earl:TestCase", "title": each.check}
            )
            subject = self._output(each.path, f"{each.title} {each.edition}".strip())
            yield self._assertion(MACHINE, subject, test, "automatic", result)

    def _people(self) -> Iterator[Node]:
        for asked in self._report.asked:
            if not asked.audits:
                yield self._untested(asked)
        for audit in self._report.audits:
            who = self._node(
                f"urn:everyway:assertor:{quote(visible(audit.who))}",
                {"@type": "foaf:Agent", "name": visible(audit.who)},
            )
            rule = rules().get(audit.check)
            test = self._rule(rule) if rule else self._criterion(audit.check)
            told = ". ".join(part for part in (audit.overrides, audit.how, audit.note) if part)
            result: Node = {"outcome": OUTCOMES[audit.outcome], "date": audit.when.isoformat()}
            if told:
                result["description"] = visible(told)
            yield self._assertion(who, self._of(audit), test, "manual", result)

    def _untested(self, asked: Asked) -> Node:
        result: Node = {"outcome": "earl:untested", "description": "Nobody has looked at it yet."}
        return self._assertion(MACHINE, self._publication(), self._rule(asked.rule), "manual", result)

    def _assertion(self, by: str, subject: str, test: str, mode: str, result: Node) -> Node:
        made = self._report.made
        if mode == "automatic" and made:
            result = {**result, "date": made.isoformat()}
        return {
            "@type": "earl:Assertion",
            "assertedBy": by,
            "subject": subject,
            "test": test,
            "mode": f"earl:{mode}",
            "result": {"@type": "earl:TestResult", **result},
        }

    def _node(self, address: str, told: Mapping[str, object]) -> str:
        self._nodes.setdefault(address, dict(told))
        return address

    def _subject(self, finding: Finding) -> str:
        if finding.where:
            return self._file(finding.where.file)
        if finding.format == SOURCE:
            return self._publication()
        about = {"@type": "earl:TestSubject", "title": f"Format {finding.format}"}
        return self._node(f"urn:everyway:format:{quote(finding.format)}", about)

    def _of(self, audit: Audit) -> str:
        names = [part for part in (audit.format, audit.edition) if part]
        if not names:
            return self._publication()
        about = {"@type": "earl:TestSubject", "title": " ".join(names), "isPartOf": self._publication()}
        return self._node(f"urn:everyway:part:{quote('/'.join(names))}", about)

    def _publication(self) -> str:
        about = {"@type": "earl:TestSubject", "title": visible(self._report.about.title) or "Publication"}
        return self._node("urn:everyway:publication", about)

    def _file(self, file: str) -> str:
        return self._node(
            f"urn:everyway:source:{quote(visible(file))}", {"@type": "earl:TestSubject", "title": visible(file)}
        )

    def _output(self, path: str, title: str) -> str:
        return self._node(f"urn:everyway:output:{quote(path)}", {"@type": "earl:TestSubject", "title": title})

    def _rule(self, rule: Rule) -> str:
        told: Node = {"@type": "earl:TestCase", "title": rule.title, "description": rule.why}
        if numbers := criteria_in(rule.standard):
            told["isPartOf"] = [self._criterion(number) for number in numbers]
        return self._node(f"urn:everyway:rule:{rule.code}", told)

    def _criterion(self, number: str) -> str:
        criterion = criteria().get(number)
        if criterion is None:
            return self._node(f"urn:everyway:check:{quote(number)}", {"@type": "earl:TestCase", "title": number})
        about = {"@type": "earl:TestRequirement", "title": f"WCAG 2.2 {number} {criterion.name} ({criterion.level})"}
        return self._node(criterion.address, about)
