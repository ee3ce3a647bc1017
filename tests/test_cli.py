"""The command line as a person meets it: plain words, exit codes that scripts can trust, never a traceback."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]


def everyway(*words: str, folder: Path = PROJECT, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "everyway.cli", *words],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", **settings},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the example's content that a test may spoil."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    return tmp_path


def test_help_names_every_command() -> None:
    answer = everyway("--help")
    assert answer.returncode == 0
    for command in ("build", "check", "serve", "formats", "voices", "doctor"):
        assert f"\n  {command} " in answer.stdout


def test_help_loads_nothing_heavy() -> None:
    heavy = ["weasyprint", "mkdocs", "dask", "playwright", "pikepdf", "jinja2", "markdown_it", "yaml", "jsonschema"]
    script = "import sys, everyway.cli; print(*(set(sys.argv[1].split()) & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", script, " ".join(heavy)], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == ""


def test_formats_tells_what_each_is_for() -> None:
    answer = everyway("formats")
    assert answer.returncode == 0
    assert re.search(r"^pdf +PDF to read on screen or print$", answer.stdout, re.MULTILINE)


def test_a_folder_without_a_publication_is_explained(tmp_path: Path) -> None:
    answer = everyway("build", folder=tmp_path)
    assert answer.returncode == 2
    assert "There is no publication in" in answer.stderr
    assert "What to do: Go to the folder of your publication" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_command_works_from_a_folder_inside_the_project() -> None:
    answer = everyway("build", "--edition", "welsh", folder=PROJECT / "content" / "plan")
    assert answer.returncode == 2
    assert "Its editions are: plan, easy-read." in " ".join(answer.stderr.split())


def test_every_fault_is_named_at_its_line_in_one_run_and_nothing_is_made(copy: Path) -> None:
    part = copy / "content" / "plan" / "01-looking-after-our-people.md"
    part.write_text(part.read_text("utf-8") + "\n![](nobody)\n\n[here](#nowhere)\n", "utf-8")
    lines = len(part.read_text("utf-8").splitlines())
    (copy / "content" / "easy-read" / "01-welcome.md").write_bytes(b"# Caf\xe9\n")
    answer = everyway("build", folder=copy)
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    for words in ("nobody", "nowhere", "UTF-8", f"{lines - 2}", f"{lines}", "01-welcome.md"):
        assert words in answer.stderr
    assert not (copy / "build").exists()


def test_stopping_a_build_leaves_no_traceback_nothing_half_made_and_nobody_behind(copy: Path) -> None:
    build = subprocess.Popen(
        [sys.executable, "-m", "everyway.cli", "build"],
        cwd=copy,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert build.stderr is not None
    told = build.stderr.readline()
    assert told.startswith("Making ")
    time.sleep(2)  # so that its processes are at work
    os.killpg(build.pid, signal.SIGINT)
    _, told = build.communicate(timeout=60)
    assert build.returncode == 130
    assert "Stopped. Nothing was changed" in told
    assert "Traceback" not in told
    assert list((copy / "build").iterdir()) == []
    deadline = time.monotonic() + 20
    while _alive(build.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _alive(build.pid)


def _alive(group: int) -> bool:
    """Whether any process of a process group still runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_output_into_a_pipe_that_closes_is_no_error() -> None:
    script = f"'{sys.executable}' -m everyway.cli formats | true"
    answer = subprocess.run(
        ["bash", "-o", "pipefail", "-c", script], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert answer.stderr == ""
