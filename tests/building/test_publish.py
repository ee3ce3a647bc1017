"""Outputs reach the build folder whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from everyway.building.publish import aside, carry_over, publish
from everyway.manifest import Item


def item(path: str) -> Item:
    return Item("words", "Words", "plan", path, "text/plain", 1, "")


def test_new_outputs_replace_old_ones_and_leave_others(tmp_path: Path) -> None:
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "old.txt").write_text("old")
    (tmp_path / "README.md").write_text("what this folder is")
    with aside(tmp_path) as new:
        (new / "downloads").mkdir()
        (new / "downloads" / "new.txt").write_text("new")
        (new / "manifest.json").write_text("{}")
        publish(new, tmp_path)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert left == ["README.md", "downloads", "downloads/new.txt", "manifest.json"]


def test_a_failure_leaves_what_was_good_before(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("good")
    with pytest.raises(RuntimeError), aside(tmp_path) as new:
        (new / "manifest.json").write_text("half")
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]
    assert (tmp_path / "manifest.json").read_text() == "good"


def test_files_that_stay_go_along_when_their_folder_is_swapped(tmp_path: Path) -> None:
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "kept.txt").write_text("kept")
    with aside(tmp_path) as new:
        carry_over([item("downloads/kept.txt"), item("downloads/gone.txt")], tmp_path, new)
        (new / "downloads" / "new.txt").write_text("new")
        publish(new, tmp_path)
    assert sorted(path.name for path in (tmp_path / "downloads").iterdir()) == ["kept.txt", "new.txt"]


def test_leftovers_of_a_killed_build_are_swept_and_those_of_a_running_one_are_not(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f".making-{ended.pid}").mkdir()
    (tmp_path / f".making-{os.getppid()}").mkdir()
    with aside(tmp_path):
        names = {path.name for path in tmp_path.iterdir()}
    assert names == {f".making-{os.getppid()}", f".making-{os.getpid()}"}
