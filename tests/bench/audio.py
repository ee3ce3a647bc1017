"""Measures the whole audio family, checks included: `scripts/bench audio [--record]`.

Three works on the worked example: all of it from nothing, with nothing changed, and with one sentence changed; and one
on a plan of a hundred pages. As many processes work as the machine has processors: hence times by the clock.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.bench import plan
from tests.bench.__main__ import RECORD, ROOT, machine

FORMATS = ("mp3", "m4b", "daisy")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build took, in `seconds` by the clock for so much `audio` in seconds; `bar` is the most it may take."""

    title: str
    seconds: float
    audio: float
    bar: float
    hourly: bool = False
    """Whether the bar is for an hour of audio, however much there is."""

    @property
    def compared(self) -> float:
        """What is held against the bar."""
        return self.seconds * 3600 / self.audio if self.hourly else self.seconds


def build(project: Path, title: str, bar: float, *, hourly: bool = False) -> Built:
    """Build the audio of a project, with a cache beside it."""
    own = {"EVERYWAY_CACHE": str(project / "cache"), "PYTHONPYCACHEPREFIX": str(project.parent / "compiled")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    formats = [word for name in FORMATS for word in ("--format", name)]
    command = [str(Path(sys.executable).with_name("everyway")), "--project", str(project), "build", *formats]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env={**kept, **own}, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    items = json.loads((project / "build" / "manifest.json").read_text("utf-8"))["items"]
    audio = sum(item["facts"]["seconds"] for item in items if item["format"] == "mp3" and "seconds" in item["facts"])
    return Built(title, seconds, audio, bar, hourly)


def measure(folder: Path) -> Iterable[Built]:
    """Every work, in a folder of their own."""
    example, long = folder / "example", folder / "long"
    shutil.copytree(ROOT / "content", example / "content")
    plan.write_project(long)
    build(example, "to compile Python's modules", 0)
    shutil.rmtree(example / "cache")
    shutil.rmtree(example / "build")
    yield build(example, "the worked example, from nothing", 12)
    yield build(example, "the same, nothing changed", 2)
    part = example / "content" / "plan" / "00-introduction.md"
    part.write_text(part.read_text("utf-8").replace("This is a worked example.", "This is an example.", 1), "utf-8")
    yield build(example, "the same, one sentence changed", 2)
    yield build(long, "a plan of a hundred pages, an hour of it", 20, hourly=True)


def table(every: Iterable[Built]) -> str:
    """A Markdown table of what was measured, with the bars."""
    rows = ["| what | audio, min | clock, s | bar, s | |", "|------|-----------:|---------:|-------:|---|"]
    for one in every:
        kept = "kept" if one.compared < one.bar else "missed"
        cells = (one.title, f"{one.audio / 60:.0f}", f"{one.compared:.1f}", f"{one.bar:g}", kept)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def main() -> int:
    """Measure, tell, and record if asked; 0 when all bars are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true", help=f"add the table to {RECORD.name}")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        every = list(measure(Path(folder)))
    told = f"MP3, M4B and DAISY by eSpeak NG, made and checked. {machine()}.\n\n{table(every)}"
    print(told)  # noqa: T201
    if asked.record:
        before = RECORD.read_text("utf-8")
        RECORD.write_text(f"{before.rstrip()}\n\n## Audio, {datetime.date.today():%d %B %Y}\n\n{told}\n", "utf-8")
    return 0 if all(one.compared < one.bar for one in every) else 1


if __name__ == "__main__":
    sys.exit(main())
