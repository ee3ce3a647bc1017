"""A whole build: what stays when something fails, and what a partial build keeps."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from everyway.building import planning as room
from everyway.building.build import build
from everyway.building.content import Content
from everyway.building.planning import Request
from everyway.errors import FindingsError, JobsError, ToolError, UsageError
from everyway.findings import Finding
from everyway.manifest import read_manifest
from everyway.model import Edition, Publication, Source
from everyway.reporting.progress import Progress
from tests.building.tiny import break_down, make_words, publication


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "publication.yml").write_text("title: Care\n")
    monkeypatch.setattr(room, "content_of", lambda project, cache: Content(publication(), ()))
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


EVERYTHING = [
    "downloads/care-easy-read-words.txt",
    "downloads/care-plan-words.txt",
    "manifest.json",
    "shelf/index.txt",
]


@pytest.mark.usefixtures("formats")
def test_a_build_makes_everything_and_tells_of_it(project: Path) -> None:
    built = build(project, Request(), Progress())
    assert files(project / "build") == EVERYTHING
    assert read_manifest(project / "build") == built.manifest
    assert [item.facts for item in built.manifest.items] == [{"pages": 1}, {"pages": 1}, {}]


def test_a_failed_build_changes_nothing(
    project: Path, formats: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def edit(words: str) -> None:
        monkeypatch.setattr(room, "content_of", lambda project, cache: Content(publication(words), ()))

    build(project, Request(), Progress())
    before = {name: (project / "build" / name).read_bytes() for name in EVERYTHING}
    edit("We look after one another.")
    formats["make_shelf"] = break_down
    with pytest.raises(ToolError, match="The voice died"):
        build(project, Request(), Progress())
    edit("We look after everybody.")
    formats["make_words"] = break_down
    with pytest.raises(JobsError) as caught:
        build(project, Request(), Progress())
    assert len(caught.value.errors) == 3
    assert {name: (project / "build" / name).read_bytes() for name in files(project / "build")} == before


def test_after_a_failure_only_what_is_left_is_made(project: Path, formats: dict[str, object]) -> None:
    good, formats["make_shelf"] = formats["make_shelf"], break_down
    with pytest.raises(ToolError, match="The voice died"):
        build(project, Request(), Progress())
    formats["make_words"], formats["make_shelf"] = break_down, good
    build(project, Request(), Progress())
    assert files(project / "build") == EVERYTHING


@pytest.mark.usefixtures("formats")
def test_a_build_of_one_edition_keeps_the_other(project: Path) -> None:
    build(project, Request(), Progress())
    build(project, Request(editions=("plan",)), Progress())
    assert files(project / "build") == EVERYTHING
    assert [item.edition for item in read_manifest(project / "build").items] == ["plan", "easy-read", ""]


@pytest.mark.usefixtures("formats")
def test_a_build_of_parts_of_two_states_of_the_content_belongs_to_none(project: Path) -> None:
    first = build(project, Request(), Progress()).manifest.sources
    assert build(project, Request(editions=("plan",)), Progress()).manifest.sources == first
    (project / "content" / "new.md").write_text("new")
    assert build(project, Request(editions=("plan",)), Progress()).manifest.sources == ""


@pytest.mark.usefixtures("formats")
@pytest.mark.parametrize("request_", [Request(editions=("welsh",)), Request(formats=("film",))])
def test_what_does_not_exist_is_refused_with_what_does(project: Path, request_: Request) -> None:
    with pytest.raises(UsageError) as caught:
        build(project, request_, Progress())
    assert "plan, easy-read" in caught.value.fix or "words, shelf" in caught.value.fix
    assert files(project / "build") == []


@pytest.mark.usefixtures("formats")
def test_content_that_needs_mending_is_not_built(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Finding("SRC012", "This picture has no alternative text.", Source("content/plan/01-care.md", 3))
    monkeypatch.setattr(room, "content_of", lambda project, cache: Content(publication(), (fault,)))
    with pytest.raises(FindingsError) as caught:
        build(project, Request(), Progress())
    assert caught.value.findings == (fault,)
    assert not (project / "build").exists()


@pytest.mark.usefixtures("formats")
def test_a_cache_that_is_lost_or_cannot_be_written_costs_only_time(project: Path, tmp_path: Path, cache: Path) -> None:
    build(project, Request(), Progress())
    before = {name: (project / "build" / name).read_bytes() for name in EVERYTHING}
    shutil.rmtree(cache)
    (tmp_path / "a file").write_text("in the way")
    for place in ("", str(tmp_path / "a file"), str(tmp_path / "a file" / "below")):
        shutil.rmtree(project / "build")
        build(project, Request(cache=place), Progress())
        assert {name: (project / "build" / name).read_bytes() for name in files(project / "build")} == before


@pytest.mark.usefixtures("formats")
def test_an_output_that_was_tampered_with_comes_back_as_it_was_made(project: Path) -> None:
    build(project, Request(), Progress())
    file = project / "build" / "downloads" / "care-plan-words.txt"
    good = file.read_bytes()
    file.write_bytes(b"something else")
    build(project, Request(), Progress())
    assert file.read_bytes() == good


def test_a_spoilt_entry_is_made_anew(project: Path, formats: dict[str, object], cache: Path) -> None:
    build(project, Request(), Progress())
    good = (project / "build" / "downloads" / "care-plan-words.txt").read_bytes()
    shutil.rmtree(project / "build")
    for file in cache.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1])
    made: list[str] = []

    def noted(publication: Publication, edition: Edition, *others: Any) -> Any:
        made.append(edition.name)
        return make_words(publication, edition, *others)

    formats["make_words"] = noted
    build(project, Request(), Progress())
    assert made == ["plan", "easy-read"]
    assert (project / "build" / "downloads" / "care-plan-words.txt").read_bytes() == good
    build(project, Request(), Progress())
    assert made == ["plan", "easy-read"]
