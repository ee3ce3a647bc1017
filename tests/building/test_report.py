"""The report folder: whole or not at all, never the worse for what was there before."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from everyway.building.check import Checked, check_project
from everyway.building.report import FORMS, report_of, write_report
from everyway.errors import WritingError
from everyway.findings import Finding, Outcome, rules
from everyway.model import Source
from everyway.reporting.report import Report

LEAFLET = Path(__file__).parents[1] / "publications/leaflet"
FILES = {file for file, _ in FORMS.values()} | {"index.html", "in-step.html", "report.schema.json", "report.css"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(LEAFLET, tmp_path / "leaflet")
    return tmp_path / "leaflet"


def written(project: Path, checked: Checked | None = None) -> Report:
    checked = checked or check_project(project, sources_only=True)
    report = report_of(project, checked)
    assert write_report(project, report, checked.read) == project / "build/report/index.html"
    return report


def test_every_form_and_a_page_for_each_rule_stand_in_one_folder(project: Path) -> None:
    written(project)
    folder = project / "build/report"
    assert {file.name for file in folder.iterdir() if file.is_file()} >= FILES
    assert {file.stem for file in (folder / "rules").iterdir()} == {*rules(), "index"}
    assert [entry.name for entry in (project / "build").iterdir()] == ["report"], "nothing is left beside it"


def test_pages_name_only_files_that_are_there(project: Path) -> None:
    import re

    written(project)
    folder = project / "build/report"
    for page in (*folder.glob("*.html"), *(folder / "rules").glob("[A-C]*.html"), folder / "rules/index.html"):
        for address in re.findall(r'(?:href|src)="([^"#:]+)["#]', page.read_text("utf-8")):
            assert (page.parent / address).resolve().is_file(), f"{page.name}: {address}"
    for address in re.findall(r"url\(([^)]+)\)", (folder / "report.css").read_text("utf-8")):
        assert (folder / address).is_file()


def test_the_next_report_tells_what_was_mended(project: Path) -> None:
    broken = project / "content/publication.yml"
    before = broken.read_text("utf-8")
    broken.write_text(before + "\nnonsense: 1\n", "utf-8")
    written(project)
    broken.write_text(before, "utf-8")
    written(project)
    page = (project / "build/report/index.html").read_text("utf-8")
    assert "1 mended" in page
    assert "PUB002, content/publication.yml" in page


def test_content_that_cannot_be_read_has_its_report_too(project: Path) -> None:
    (project / "content/publication.yml").write_text("title: [", "utf-8")
    report = written(project)
    assert [finding.rule for finding in report.findings] == ["PUB001"]
    assert "PUB001" in (project / "build/report/index.html").read_text("utf-8")
    assert not (project / "build/report/in-step.html").exists()


def test_a_finding_shows_its_line_but_no_line_of_a_file_outside(project: Path) -> None:
    secret = project.parent / "secret.md"
    secret.write_text("secret words\n", "utf-8")
    places = (Source("content/publication.yml", 1), Source("../secret.md", 1), Source("content/none.md", 1))
    findings = tuple(Finding("SRC012", "There is none.", where) for where in places)
    report = written(project, Checked("Leaflet", findings))
    assert set(report.lines) == {"content/publication.yml"}
    assert "secret words" not in (project / "build/report/index.html").read_text("utf-8")


def test_what_was_checked_is_told_in_every_form(project: Path) -> None:
    checked = check_project(project, sources_only=True)
    outcome = Outcome("Web site", "site", "", "site", "links", "passed")
    written(project, Checked(checked.publication, checked.findings, (), (outcome,), checked.read))
    folder = project / "build/report"
    told = json.loads((folder / "report.json").read_text("utf-8"))
    assert told["outcomes"][0]["check"] == "links"
    assert {"MAN001", "MAN004"} <= {row["rule"] for row in told["manual"]}, "the site is there, so people look at it"
    for file in ("index.html", "junit.xml", "earl.jsonld"):
        assert "links" in (folder / file).read_text("utf-8")


def test_it_is_the_same_byte_for_byte(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1606000000")
    written(project)
    folder = project / "build/report"
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.suffix != ".html"}
    report = written(project)
    assert report.made == datetime.date(2020, 11, 21)
    assert before == {file: file.read_bytes() for file in before}


def test_a_folder_that_cannot_be_written_leaves_the_report_before(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(project)
    before = (project / "build/report/index.html").read_text("utf-8")

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device", "index.html")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(WritingError, match="The disk is full"):
        written(project)
    monkeypatch.undo()
    assert (project / "build/report/index.html").read_text("utf-8") == before
