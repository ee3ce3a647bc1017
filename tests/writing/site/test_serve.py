"""The preview: a change is on the screen at once, and a slip of the pen does not end it."""

from __future__ import annotations

import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from everyway.errors import FindingsError, UsageError
from everyway.writing.site.serve import serve_site

CONSTRUCTS = Path(__file__).parents[2] / "publications" / "constructs"
PATIENCE = 30  # seconds: other tests may keep the machine busy


class Preview:
    """`everyway serve` in a process of its own, and the lines that it tells."""

    def __init__(self, project: Path) -> None:
        command = [sys.executable, "-m", "everyway.cli", "--project", str(project), "serve", "--port", "0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._lines: queue.Queue[str] = queue.Queue()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
        self.address = self.heard("The site is at").split()[4]

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def heard(self, words: str, patience: float = PATIENCE) -> str:
        """Waits for a line with these words."""
        lines = []
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                lines.append(self._lines.get(timeout=0.1))
            except queue.Empty:
                assert self.process.poll() is None, lines
                continue
            if words in lines[-1]:
                return lines[-1]
        raise TimeoutError(f"“{words}” was not said: {lines}")

    def saved(self, file: Path, text: str, words: str) -> str:
        """Saves a file as an editor does, until these words are heard: it may not be looking yet."""
        for _ in range(10):
            file.write_text(text, "utf-8")
            with suppress(TimeoutError):
                return self.heard(words, PATIENCE / 10)
        raise AssertionError(f"“{words}” was never said")

    def end(self) -> None:
        """Stops it as a person would."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self._ear.join()
            assert self.process.stdout
            self.process.stdout.close()

    def page(self, name: str) -> str:
        with urllib.request.urlopen(self.address + name) as answer:
            text: str = answer.read().decode()
            return text


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(CONSTRUCTS, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    made = Preview(project)
    yield made
    made.end()
    assert made.process.returncode == 0


def test_a_change_is_seen_and_a_fault_keeps_the_last_good_pages(project: Path, preview: Preview) -> None:
    file = next(iter(sorted((project / "content" / "full").glob("*.md"))))
    good = file.read_text("utf-8")
    preview.saved(file, f"{good}\n\nA new sentence.\n", "The pages are up to date.")
    assert "A new sentence." in preview.page("full/blocks.html")

    line = preview.saved(file, f"{good}\n\n![](nobody-knows-this)\n", "nobody-knows-this")
    assert "There is no picture" in line
    preview.heard("The pages stay as they were")
    assert "A new sentence." in preview.page("full/blocks.html")

    preview.saved(file, good, "The pages are up to date.")
    assert "A new sentence." not in preview.page("full/blocks.html")


def test_a_port_that_is_taken_is_named(project: Path, preview: Preview) -> None:
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    with pytest.raises(UsageError, match=f"Port {port} is in use"):
        serve_site(project, port=port, tell=print)


def test_without_good_pages_to_begin_with_there_is_no_preview(project: Path) -> None:
    (project / "content" / "publication.yml").write_text("title: [\n", "utf-8")
    with pytest.raises(FindingsError):
        serve_site(project, port=0, tell=print)
