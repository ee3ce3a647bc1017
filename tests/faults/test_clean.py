"""Nothing is found at the level of an error in the clean corpus, nor in what is made of a small part of it.

`scripts/bench faults` makes every format of all of it, and puts each to every judge.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.findings import Finding, Level, errors_in
from tests.faults.clean import CORPUS, PUBLICATIONS, build_and_check, copy_of
from tests.faults.in_sources import findings_in

MADE = {
    "leaflet": ("pdf", "word", "text", "html", "brf"),
    "hospital": ("large-print",),
    "charity": ("giant-print", "brf", "ebrl"),
}
"""What was once told of wrongly: Welsh braille, columns to the right, years in heads, and notes beside headings."""


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.rule} {one.format} {one.where or one.place} {one.message}" for one in findings]


@pytest.mark.parametrize("name", CORPUS)
def test_no_error_is_found_in_the_sources(name: str) -> None:
    assert told(errors_in(findings_in(CORPUS[name]))) == []


@pytest.mark.parametrize("name", ["leaflet", "hospital", "charity"])
def test_no_advice_is_given_on_publications_that_keep_all_of_it(name: str) -> None:
    findings = findings_in(PUBLICATIONS / name)
    assert told(tuple(one for one in findings if one.level is not Level.MANUAL)) == []


@pytest.mark.parametrize(("name", "formats"), MADE.items(), ids=MADE)
def test_no_error_is_found_in_what_is_made(name: str, formats: tuple[str, ...], tmp_path: Path) -> None:
    checked = build_and_check(copy_of(PUBLICATIONS / name, tmp_path), formats)
    assert told(errors_in(checked.findings)) == []
