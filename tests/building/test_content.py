"""The sources are read once for each state of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from everyway.building import content as room
from everyway.building.cache import FolderCache
from everyway.building.content import Content, content_of

LEAFLET = Path(__file__).parents[1] / "publications" / "leaflet"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(LEAFLET / "content", tmp_path / "project" / "content")
    return tmp_path / "project"


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The projects that have really been read, one after the other."""
    read, made = room._read, []

    def reading(project: Path) -> Content:
        made.append(project)
        return read(project)

    monkeypatch.setattr(room, "_read", reading)
    return made


def test_what_has_not_changed_is_not_read_again(project: Path, cache: Path, readings: list[Path]) -> None:
    first = content_of(project, FolderCache(cache))
    assert first.publication is not None
    assert content_of(project, FolderCache(cache)) == first
    assert readings == [project]


def test_a_change_is_read_and_one_taken_back_is_known(project: Path, cache: Path, readings: list[Path]) -> None:
    first = content_of(project, FolderCache(cache))
    file = project / "content" / "publication.yml"
    before = file.read_text("utf-8")
    file.write_text(f"{before}\nnonsense: 1\n", "utf-8")
    assert content_of(project, FolderCache(cache)).findings != first.findings
    file.write_text(before, "utf-8")
    assert content_of(project, FolderCache(cache)) == first
    assert len(readings) == 2


def test_a_spoilt_entry_is_read_anew(project: Path, cache: Path, readings: list[Path]) -> None:
    first = content_of(project, FolderCache(cache))
    for file in cache.rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-1])
    assert content_of(project, FolderCache(cache)) == first
    assert len(readings) == 2
