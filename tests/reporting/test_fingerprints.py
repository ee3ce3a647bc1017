"""A finding keeps its mark when lines move, and two that are alike are told apart."""

from __future__ import annotations

from dataclasses import replace

from everyway.findings import Finding
from everyway.model import Source
from everyway.reporting.fingerprints import fingerprints
from everyway.reporting.json import json_report
from everyway.reporting.trend import trend_of
from tests.reporting.samples import FINDINGS, sample

ONE = Finding("SRC012", "The picture “nurse” has none; line 3 has.", Source("content/plan/01-a.md", 9))


def test_a_mark_is_the_same_where_only_the_line_is_another() -> None:
    moved = replace(ONE, where=Source("content/plan/01-a.md", 19), message="The picture “nurse” has none; line 13 has.")
    assert fingerprints([ONE]) == fingerprints([moved])


def test_a_mark_is_another_where_anything_else_is() -> None:
    others = [
        replace(ONE, rule="SRC013"),
        replace(ONE, message="The picture “team” has none."),
        replace(ONE, where=Source("content/plan/02-b.md", 9)),
        replace(ONE, format="pdf"),
        replace(ONE, place="page 3"),
    ]
    assert len(set(fingerprints([ONE, *others]))) == 6


def test_the_same_twice_in_a_file_has_two_marks() -> None:
    assert len(set(fingerprints([ONE, ONE]))) == 2


def test_the_trend_tells_what_is_new_mended_and_still_there() -> None:
    earlier = json_report(sample())
    now = sample(findings=(*FINDINGS[1:], ONE), earlier=earlier)
    trend = trend_of(now)
    assert trend is not None
    assert trend.new == (ONE,)
    assert [(row.rule, row.place) for row in trend.mended] == [("SRC012", "content/plan/02-b.md, line 31")]
    assert trend.still == len(FINDINGS) - 1
    assert trend.before == "2026-11-22"


def test_nothing_is_said_of_a_trend_where_reports_cannot_be_compared() -> None:
    assert trend_of(sample()) is None
    assert trend_of(sample(earlier="{}")) is None
    assert trend_of(sample(earlier="no JSON")) is None
    assert trend_of(sample(earlier=json_report(sample(outcomes=())))) is None
