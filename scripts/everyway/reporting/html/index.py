"""The first page of the report: what to mend, by who can and by file; what was checked; what only people can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from everyway.findings import Finding, Level, Outcome, Rule, rules
from everyway.model.audit import most_trusted
from everyway.reporting.console import COUNTED, counted
from everyway.reporting.fingerprints import fingerprints
from everyway.reporting.html.excerpt import Line, excerpt
from everyway.reporting.html.frame import INDEX, PAGES, Page, frame
from everyway.reporting.next_step import next_steps
from everyway.reporting.report import NOT_CHECKED, PASSED, Report
from everyway.reporting.trend import trend_of

if TYPE_CHECKING:
    from jinja2 import Environment

WHO = {
    "editor": ("Editors can mend these", "In the words, pictures and settings of content/."),
    "theme": ("Whoever makes the theme can mend these", "In themes/, or in what stands round the words."),
    "maintainer": ("The maintainers of everyway can mend these", "Please report them, each with its message."),
}
LEVELS = {Level.ERROR: "Error", Level.ADVICE: "Advice", Level.MANUAL: "For a person to judge"}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as the page shows it. `language` is that of the excerpt, "" where it is not known."""

    finding: Finding
    rule: Rule
    mark: str
    excerpt: tuple[Line, ...]
    language: str
    new: bool

    @property
    def level(self) -> str:
        """The level, as a word."""
        return LEVELS[self.rule.level]


@dataclass(frozen=True, slots=True)
class Place:
    """A file, or a format, with what was found in it."""

    name: str
    is_file: bool
    findings: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Mender:
    """Somebody who can mend things: a heading, a hint where, and the places to go to."""

    key: str
    heading: str
    hint: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """An output with its checks; `outcome` of each begins with a capital."""

    title: str
    edition: str
    path: str
    checks: tuple[tuple[str, str, str], ...]


def index_page(report: Report, templates: Environment, pages: tuple[Page, ...] = PAGES) -> str:
    """The page as HTML."""
    trend = trend_of(report)
    new = frozenset(trend.new) if trend else frozenset()
    context = {
        **frame(report.about, INDEX, pages),
        "report": report,
        "counts": (*(_count(level, report.count(level)) for level in Level), (len(report.not_checked), "not checked")),
        "summary": counted(report.findings) or "Nothing found that needs mending.",
        "next_steps": next_steps(report),
        "menders": tuple(_menders(report, new)),
        "trend": trend,
        "looked": tuple(_looked(report)),
        "names": {each.format: each.title for each in report.outcomes},
        "asked": [(asked, most_trusted(asked.audits)) for asked in report.asked],
    }
    return templates.get_template("index.html").render(context)


def _count(level: Level, number: int) -> tuple[int, str]:
    return number, COUNTED[level][number != 1].removeprefix("1 ").removeprefix("{} ")


def _menders(report: Report, new: frozenset[Finding]) -> Iterator[Mender]:
    findings = report.ordered()
    told = [
        _told(finding, mark, report, finding in new)
        for finding, mark in zip(findings, fingerprints(findings), strict=True)
    ]
    for key, (heading, hint) in WHO.items():
        # Barriers first: a file with an error stands before one that only has advice.
        groups = [
            Place(name, bool(of and of[0].finding.where), of)
            for name, group in groupby((row for row in told if row.rule.who == key), key=_place)
            for of in [tuple(group)]
        ]
        places = sorted(groups, key=lambda place: not any(row.rule.level is Level.ERROR for row in place.findings))
        if places:
            yield Mender(key, heading, hint, tuple(places))


def _place(told: Told) -> str:
    where = told.finding.where
    return where.file if where else f"Format {told.finding.format}"


def _told(finding: Finding, mark: str, report: Report, new: bool) -> Told:
    where = finding.where
    lines = excerpt(report.lines.get(where.file, ()), where) if where else ()
    return Told(finding, rules()[finding.rule], mark, lines, _language(finding, report), new)


def _language(finding: Finding, report: Report) -> str:
    """The language of a file's edition, by its folder; that of the publication for what all editions share."""
    folder = finding.where.file.split("/")[1:2] if finding.where else []
    _, language = report.about.editions.get(folder[0] if folder else "", ("", report.about.language))
    return language


def _looked(report: Report) -> Iterator[Looked]:
    def output(outcome: Outcome) -> tuple[str, str, str]:
        return outcome.title, outcome.edition, outcome.path

    for (title, edition, path), group in groupby(report.outcomes, key=output):
        name = report.about.editions.get(edition, (edition, ""))[0]
        yield Looked(title, name, path, tuple((each.check, *_said(each.outcome)) for each in group))


def _said(outcome: str) -> tuple[str, str]:
    """An outcome in a word, and how or why."""
    word, _, reason = outcome.partition(":")
    words = {PASSED: "No fault found", NOT_CHECKED: "Not checked"}
    return words.get(word, "Faults found"), reason.strip()
