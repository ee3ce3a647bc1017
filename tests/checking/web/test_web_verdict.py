"""Sightings become findings that a person can use, and a missing tool becomes "not checked", never a pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.web import check_site
from everyway.checking.web.probes import LOOKS
from everyway.checking.web.states import PLAIN, STATES, of_colour_sets
from everyway.checking.web.verdict import Sighting, findings_of
from everyway.findings import rules


def test_one_fault_of_a_theme_is_one_finding() -> None:
    seen = [
        Sighting("WEB030", "Too small.", page, "nav > a", state)
        for page in ("plan.html", "index.html", "search.html")
        for state in ("320 px, light", "1280 px, light")
    ]
    (finding,) = findings_of(seen)
    assert finding.place == "index.html, nav > a (320 px, light); also in 1 other state and on 2 other pages"
    assert finding.format == "site"
    assert finding.remedy == rules()["WEB030"].fix


def test_different_faults_stay_apart_and_stand_in_order() -> None:
    seen = [
        Sighting("WEB070", "“B” is not printed.", "b.html"),
        Sighting("WEB010", "No.", "b.html", "a", fix="Do this."),
    ]
    assert [(finding.rule, finding.place, finding.remedy) for finding in findings_of(seen)] == [
        ("WEB010", "b.html, a", "Do this."),
        ("WEB070", "b.html", rules()["WEB070"].fix),
    ]


def test_every_state_asks_for_looks_that_exist_and_every_look_is_asked_for() -> None:
    states = [*STATES, *PLAIN, *of_colour_sets(["dark"])]
    assert {look for state in states for look in state.looks} == set(LOOKS)
    assert len({state.name for state in (*STATES, *of_colour_sets(["dark"]))}) == len(STATES) + 4
    assert all(state.looks for state in states)


def test_the_rules_of_the_web_say_all_that_a_person_needs() -> None:
    for code, rule in rules().items():
        if code.startswith("WEB"):
            assert rule.title and rule.why and rule.fix and rule.standard, code
            assert rule.who in {"editor", "theme", "maintainer"}, code


def test_missing_tools_are_told_each_with_what_brings_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "index.html").write_text("<title>Page</title><p>Words", "utf-8")
    for name in ("CHROMIUM", "JAVA", "NU", "AXE"):
        monkeypatch.setenv(f"EVERYWAY_{name}", "/not/here")
    verdict = check_site(tmp_path, thorough=True)
    assert verdict.findings == ()
    assert [missing.check for missing in verdict.not_checked] == [
        "HTML, by the Nu checker",
        "how pages behave, in Chromium",
    ]
    assert all("/not/here" in missing.reason and missing.bring for missing in verdict.not_checked)
    assert set(verdict.checked) == {"Weight of pages"}


def test_a_checker_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dying = tmp_path / "java"
    dying.write_text("#!/bin/sh\necho no memory >&2\nexit 1\n", "utf-8")
    dying.chmod(0o755)
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<title>Page</title><p>Words", "utf-8")
    monkeypatch.setenv("EVERYWAY_JAVA", str(dying))
    monkeypatch.setenv("EVERYWAY_NU", str(dying))
    monkeypatch.setenv("EVERYWAY_CHROMIUM", "/not/here")
    verdict = check_site(site)
    assert "no memory" in verdict.not_checked[1].reason
    assert not any("Nu" in check for check in verdict.checked)
