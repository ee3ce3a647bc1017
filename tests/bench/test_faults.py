"""The benchmark of the checks tells what was found, what was missed and what was found wrongly."""

from __future__ import annotations

import json
from pathlib import Path

from everyway.findings import Finding
from everyway.model import Source
from tests.bench.faults import Measured, as_json, measure, report, verdict
from tests.faults.clean import Checked
from tests.faults.fault import Fault, Outcome

HERE = Source("content/plan/01-hours.md", 9)


def fault(name: str, where: Source | None = HERE) -> Fault:
    return Fault(name, "SRC022", "source", lambda folder: (), where)


FOUND = Outcome(fault("found"), True, True, (Finding("SRC022", "This link has no words.", HERE),))
ASTRAY = Outcome(fault("astray"), True, False, (Finding("SRC022", "This link has no words.", Source(HERE.file, 4)),))
LOST = Outcome(fault("lost", None), False, None, ())
NOT_TRIED = Outcome(fault("not-tried"), reason="veraPDF is missing.")


def test_the_figures_leave_out_what_could_not_be_planted() -> None:
    told = report(Measured((FOUND, ASTRAY, LOST, NOT_TRIED)))
    assert "| source | 1 | 3 | 2 of 3 (66.7 %) | 1 of 2 (50.0 %) |" in told
    assert "- lost: SRC022; found was nothing" in told
    assert "- astray: SRC022 at content/plan/01-hours.md:9; found was SRC022 content/plan/01-hours.md:4" in told
    assert "- 1 faults: veraPDF is missing." in told


def test_the_bars_are_kept_only_by_all_of_it() -> None:
    error = Finding("SRC022", "This link has no words.", HERE)
    advice = Finding("SRC080", "No picture.", HERE)
    assert Measured((FOUND,), {"a leaflet": Checked((advice,))}).kept
    assert not Measured((FOUND,), {"a leaflet": Checked((error,))}).kept
    assert not Measured((FOUND, LOST), {}).kept
    assert not Measured((FOUND, ASTRAY), {}).kept
    assert "no error in the clean corpus, missed (1 in 1 publications)" in verdict(
        Measured((FOUND,), {"a leaflet": Checked((error,))})
    )
    assert "not measured" in verdict(Measured((FOUND,)))


def test_programs_get_the_figures_by_rule() -> None:
    told = json.loads(as_json(Measured((FOUND, ASTRAY, LOST, NOT_TRIED))))
    assert told["rules"]["SRC022"]["found"] == 2
    assert told["rules"]["SRC022"]["missed"] == ["astray", "lost"]
    assert told["all"] == {
        "faults": 3,
        "found": 2,
        "lines_asked": 2,
        "lines_right": 1,
        "false_errors": 0,
        "clean": [],
        "kept": False,
    }


def test_the_faults_of_a_rule_can_be_measured_alone(tmp_path: Path) -> None:
    measured = measure(["SAY00"], clean=False)
    assert {one.fault.rule for one in measured.outcomes} == {"SAY001", "SAY002", "SAY003", "SAY004"}
    assert len(measured.caught) == len(measured.lined) == len(measured.outcomes)
