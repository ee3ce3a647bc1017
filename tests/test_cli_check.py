"""`everyway check` and `everyway rules` as a person, or a machine, meets them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lxml import etree

LEAFLET = Path(__file__).parent / "publications/leaflet"


def everyway(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "everyway.cli", *words],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    shutil.copytree(LEAFLET, tmp_path / "leaflet")
    return tmp_path / "leaflet"


def waive(leaflet: Path) -> None:
    """A waiver that nothing needs."""
    part = sorted((leaflet / "content").glob("*/*.md"))[0]
    text = part.read_text("utf-8")
    part.write_text(f"{text}\n<!-- everyway: allow SRC012 because it was needed once -->\nGood.\n", "utf-8")


def test_the_sources_alone_write_no_report_unless_asked(leaflet: Path) -> None:
    answer = everyway("check", "--sources-only", folder=leaflet)
    assert answer.returncode == 0, answer.stdout
    assert not (leaflet / "build").exists()
    answer = everyway("check", "--sources-only", "--report", folder=leaflet)
    assert "The whole report, with a page for each rule: build/report/index.html" in answer.stdout
    assert (leaflet / "build/report/index.html").is_file()


def test_a_check_of_everything_writes_the_report_and_tells_what_it_did_not_check(leaflet: Path) -> None:
    answer = everyway("check", folder=leaflet)
    assert answer.returncode == 0
    assert "there are none yet. Run: everyway build" in " ".join(answer.stdout.split())
    assert (leaflet / "build/report/report.sarif").is_file()
    strict = everyway("check", "--strict", "--no-report", "--format", "sarif", folder=leaflet)
    assert strict.returncode == 1, "nothing but a gap fails it"
    assert json.loads(strict.stdout)["version"] == "2.1.0"


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "earl", "openacr"])
def test_a_program_gets_nothing_but_its_form(leaflet: Path, form: str) -> None:
    answer = everyway("check", "--sources-only", "--format", form, folder=leaflet)
    assert answer.returncode == 0
    match form:
        case "junit":
            assert etree.fromstring(answer.stdout.encode("utf-8")).tag == "testsuites"
        case "openacr":
            assert yaml.safe_load(answer.stdout)["catalog"] == "2.5-edition-wcag-2.2-en"
        case _:
            assert isinstance(json.loads(answer.stdout), dict)
    assert answer.stderr == ""


def test_a_strict_check_lets_no_unused_waiver_pass(leaflet: Path) -> None:
    waive(leaflet)
    usual = everyway("check", "--sources-only", folder=leaflet)
    assert (usual.returncode, "WAV001" in usual.stdout) == (0, True)
    assert "“everyway check --strict” does not let it pass" in " ".join(usual.stdout.split())
    assert everyway("check", "--sources-only", "--strict", folder=leaflet).returncode == 1


def test_audits_are_checked_at_their_line(leaflet: Path) -> None:
    (leaflet / "content/audits.yml").write_text(
        "- {check: MAN999, outcome: passed, who: A. Reader, when: 2026-11-30}\n"
        "- {check: MAN001, format: websit, outcome: passed, who: A. Reader, when: 2026-11-30}\n"
        "- {check: MAN001, outcome: fine, who: A. Reader, when: 2026-11-30}\n"
        "- {check: MAN001, outcome: failed, note: A chart says only Chart., who: A. Reader, when: 2026-11-30}\n",
        "utf-8",
    )
    answer = everyway("check", "--sources-only", "--format", "json", folder=leaflet)
    assert answer.returncode == 1
    rows = [row for row in json.loads(answer.stdout)["findings"] if row["file"] == "content/audits.yml"]
    assert [(row["line"], row["rule"]) for row in rows] == [(1, "SEE001"), (2, "SEE002"), (3, "PUB004"), (4, "SEE004")]
    assert "A chart says only Chart." in rows[-1]["message"]


def test_rules_are_listed_and_explained(tmp_path: Path) -> None:
    answer = everyway("rules", folder=tmp_path)
    assert "SRC012" in answer.stdout
    assert max(map(len, answer.stdout.splitlines())) <= 100
    answer = everyway("rules", "src012", "WAV001", folder=tmp_path)
    assert answer.stdout.startswith("SRC012, error: Every picture has its alternative text")
    assert "“everyway check --strict” does not let a breach pass." in answer.stdout
    answer = everyway("rules", "SRC0012", folder=tmp_path)
    assert answer.returncode == 2
    assert "Did you mean SRC012?" in answer.stderr
