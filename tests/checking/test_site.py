"""Faults planted in a clean site: each must be caught by its own rule, at its line or page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.findings import Finding
from everyway.model import Artifact
from tests.checking.small import FILE, small
from tests.faults.artifacts import site as faults
from tests.faults.artifacts.site import CHANGES, PART, edit


@pytest.fixture(scope="module")
def clean() -> Artifact:
    return faults.clean()


@pytest.fixture
def site(tmp_path: Path) -> Artifact:
    """A copy of the clean site, to break."""
    return faults.copy(tmp_path)


def found(site: Artifact) -> tuple[Finding, ...]:
    return check_artifact(small(), site).findings


def test_a_clean_site_has_no_finding(clean: Artifact) -> None:
    verdict = check_artifact(small(), clean)
    assert verdict.findings == ()
    assert verdict.checks == {"fidelity": "passed", "links": "passed", "structure": "passed"}


def test_a_finding_names_the_line_the_page_and_the_words(site: Artifact) -> None:
    edit(site, "sing loudly before", "sing before")
    (finding,) = found(site)
    assert finding.rule == "SITE001"
    assert (str(finding.where), finding.place, finding.format) == (f"{FILE}:3", PART, "site")
    assert finding.message == "“loudly” is not said in the site (after “everyone Early birds sing”)."
    assert check_artifact(small(), site).checks["fidelity"] == "failed"


@pytest.mark.parametrize("name", CHANGES)
def test_a_planted_fault_is_caught_by_its_rule(site: Artifact, name: str) -> None:
    rule, old, new = CHANGES[name]
    edit(site, old, new, pattern="(" in old or "[" in old or ".*" in old)
    assert rule in {finding.rule for finding in found(site)}


def test_a_part_without_a_page_is_caught(site: Artifact) -> None:
    (site.path / "plan" / "tools.html").unlink()
    assert "SITE015" in {finding.rule for finding in found(site)}


def test_a_style_sheet_that_asks_the_network_is_caught(site: Artifact) -> None:
    (site.path / "assets" / "extra.css").write_text("@import url('https://example.org/a.css');", "utf-8")
    assert [finding.rule for finding in found(site)] == ["SITE017"]


def test_when_everything_is_wrong_the_report_stays_short(site: Artifact) -> None:
    page = site.path / PART
    page.write_text(re.sub(r"<(p|li|td|th)([^>]*)>", r"<\1\2>extra ", page.read_text("utf-8")), "utf-8")
    assert 0 < len(found(site)) < 200
