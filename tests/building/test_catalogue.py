"""Many publications in one build: one that is bad is named, and the others are built."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from everyway.building.catalogue import build_catalogue, publications_in
from everyway.building.planning import Request
from everyway.errors import ProjectError

LEAFLET = Path(__file__).parents[1] / "publications" / "leaflet"
REQUEST = Request(formats=("text", "html"))


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Three publications, the second of which cannot be read; and outputs, which are none."""
    for name in ("north", "south/east", "west"):
        shutil.copytree(LEAFLET / "content", tmp_path / "shelf" / name / "content")
    settings = tmp_path / "shelf" / "south/east" / "content" / "publication.yml"
    settings.write_text(settings.read_text("utf-8") + "\nnonsense: 1\n", "utf-8")
    shutil.copytree(LEAFLET / "content", tmp_path / "shelf" / "north" / "build" / "old" / "content")
    return tmp_path / "shelf"


def outputs(project: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((project / "build" / "downloads").iterdir())}


def test_every_publication_is_found(shelf: Path) -> None:
    assert publications_in(shelf) == (shelf / "north", shelf / "south" / "east", shelf / "west")
    with pytest.raises(ProjectError, match="There is no publication"):
        publications_in(shelf / "north" / "content" / "plan")


@pytest.mark.parametrize("processes", [1, 2])
def test_one_that_is_bad_holds_up_no_other(shelf: Path, processes: int) -> None:
    done: list[Path] = []
    told = build_catalogue(publications_in(shelf), REQUEST, done.append, processes)
    assert [one.error and one.error.slug for one in told] == [None, "content-findings", None]
    assert sorted(done) == [shelf / "north", shelf / "south" / "east", shelf / "west"]
    assert outputs(shelf / "north") == outputs(shelf / "west")
    assert not (shelf / "south" / "east" / "build").exists()


def command(shelf: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "everyway.cli", "build", str(shelf), "--format", "text"],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_names_the_bad_one_and_a_second_run_finishes(shelf: Path) -> None:
    first = command(shelf)
    assert first.returncode == 1
    assert "nonsense" in first.stderr
    assert "2 of 3 were built. These were not, and are as they were:\n" in first.stderr
    assert first.stdout.count("3 files") == 2
    settings = shelf / "south/east" / "content" / "publication.yml"
    settings.write_text(settings.read_text("utf-8").replace("\nnonsense: 1\n", ""), "utf-8")
    second = command(shelf)
    assert second.returncode == 0, second.stderr
    assert "All 3 were built." in second.stderr
    assert outputs(shelf / "south" / "east") == outputs(shelf / "west")
