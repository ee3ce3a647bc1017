"""EPUBCheck and Ace by DAISY: a book with everything in it passes; what they find is told, or that they are missing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.deep import check_deeply
from everyway.checking.ebook import ace, epubcheck
from everyway.errors import ToolError
from everyway.model import Artifact
from everyway.writing.epub.make import make_epub
from everyway.writing.parts import Parts
from tests.browser.needed import need
from tests.checking.small import small
from tests.writing.daisy.recordings import recording_of
from tests.writing.epub.books import constructs

BOOK = Artifact("epub", "plan", Path("no.epub"), "application/epub+zip", 0)


def test_every_construct_passes_both(tmp_path: Path) -> None:
    need("java", "epubcheck", "node", "ace", "chromium")
    publication = constructs()
    edition = publication.edition("full")
    recording = recording_of(publication, edition, tmp_path / "sound")
    said = [clip.id for track in recording.tracks for clip in track.chapter.clips]
    pages = {name: 1 + place // 7 for place, name in enumerate(said)}
    (made,) = make_epub(publication, edition, {}, tmp_path, Parts(recording, pages))
    verdict = check_deeply(publication, made)
    assert verdict.findings == ()
    assert verdict.checks == {"EPUBCheck": "passed", "Ace by DAISY": "passed"}


def answering(folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str, script: str) -> None:
    """A tool that gives an answer of our own."""
    tool = folder / variable.lower()
    tool.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv(variable, str(tool))


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Both judges, with an answer in files of the folder given."""
    answering(tmp_path, monkeypatch, "EVERYWAY_JAVA", f'cat "{tmp_path}/java.json"')
    answering(tmp_path, monkeypatch, "EVERYWAY_EPUBCHECK", "")
    answering(
        tmp_path,
        monkeypatch,
        "EVERYWAY_NODE",
        f'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp "{tmp_path}/report.json" "$2"',
    )
    answering(tmp_path, monkeypatch, "EVERYWAY_ACE", "")
    answering(tmp_path, monkeypatch, "EVERYWAY_CHROMIUM", "")
    return tmp_path


def test_what_they_find_is_told(both: Path) -> None:
    places = [{"path": "EPUB/a.xhtml", "line": 7}, {"path": "EPUB/b.xhtml", "line": 9}]
    messages = [
        {"ID": "RSC-005", "severity": "ERROR", "message": "An id stands twice.", "locations": places},
        {"ID": "OPF-003", "severity": "USAGE", "message": "A file is not named.", "locations": []},
    ]
    (both / "java.json").write_text(json.dumps({"messages": messages}))
    result = {"earl:outcome": "fail", "dct:description": "A picture has no\n text."}
    found = {"earl:test": {"dct:title": "image-alt"}, "earl:result": result}
    page = {"earl:testSubject": {"url": "a.xhtml"}, "assertions": [found]}
    (both / "report.json").write_text(json.dumps({"assertions": [page]}))
    verdict = check_deeply(small(), BOOK)
    assert verdict.checks == {"EPUBCheck": "failed", "Ace by DAISY": "failed"}
    assert [(each.rule, each.message, each.place) for each in verdict.findings] == [
        ("EPUB035", "EPUBCheck says, by RSC-005: An id stands twice. (and 1 more like this)", "EPUB/a.xhtml, line 7"),
        ("EPUB036", "Ace by DAISY says, by image-alt: A picture has no text.", "a.xhtml"),
    ]


@pytest.mark.parametrize("judge", [epubcheck, ace], ids=["EPUBCheck", "Ace"])
def test_a_judge_that_gives_no_answer_is_an_error(both: Path, judge: object) -> None:
    (both / "java.json").write_text("Error: could not find Java")
    with pytest.raises(ToolError, match="gave no answer"):
        judge.validate(Path("no.epub"))  # type: ignore[attr-defined]


def test_without_the_tools_nothing_passes(both: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("EVERYWAY_EPUBCHECK", "EVERYWAY_ACE"):
        monkeypatch.setenv(variable, str(both / "nowhere"))
    verdict = check_deeply(small(), replace(BOOK, format="epub-light"))
    assert verdict.findings == ()
    assert [outcome.partition(":")[0] for outcome in verdict.checks.values()] == ["not checked", "not checked"]
    assert "EPUBCheck is missing" in verdict.checks["EPUBCheck"]
    assert "scripts/setup test" in verdict.checks["Ace by DAISY"]
