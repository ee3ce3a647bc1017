"""Nothing is found at the level of an error in the clean corpus, nor in what is made of a small part of it.

`scripts/bench faults` makes every format of all of it, and puts each to every judge.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.findings import Finding, Level, errors_in
from tests.faults.clean import CORPUS, PUBLICATIONS, build_and_check, copy_of
from tests.faults.in_sources import findings_in

QUICK = ("pdf", "large-print", "word", "text", "html", "brf")


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.rule} {one.format} {one.where or one.place} {one.message}" for one in findings]


@pytest.mark.parametrize("name", CORPUS)
def test_no_error_is_found_in_the_sources(name: str) -> None:
    assert told(errors_in(findings_in(CORPUS[name]))) == []


@pytest.mark.parametrize("name", ["leaflet", "hospital", "charity"])
def test_no_advice_is_given_on_publications_that_keep_all_of_it(name: str) -> None:
    findings = findings_in(PUBLICATIONS / name)
    assert told(tuple(one for one in findings if one.level is not Level.MANUAL)) == []


def test_no_error_is_found_in_what_is_made_of_the_leaflet(tmp_path: Path) -> None:
    checked = build_and_check(copy_of(PUBLICATIONS / "leaflet", tmp_path), QUICK)
    assert told(errors_in(checked.findings)) == []
