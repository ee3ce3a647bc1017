"""What builds cost: all of it, what changed, many pages, many publications; beside the libraries underneath alone.

`scripts/bench build [--record] [--json FILE] [--pages 1,10,100] [--publications 1,10,100] [--quick]`. Each work is a
fresh process; its seconds of the processor are those of all the processes that it starts. Compare rows of one run.
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
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench import plan, raw
from tests.bench.__main__ import RECORD, ROOT, machine

SMALL = ("text", "html", "word", "brf", "pdf")
"""The formats of the small publications, of which there are many."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a work took: seconds by the `clock` and of the `processor`, and the memory of its biggest process in MB."""

    title: str
    clock: float
    processor: float
    megabytes: float


def timed(title: str, command: Sequence[str], folder: Path) -> Work:
    """Run a command to its end."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"EVERYWAY_CACHE": str(folder / "cache"), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    start = time.perf_counter()
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=ROOT, env={**kept, **own}, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{title}: ended with {process.returncode}\n{(folder / 'said.txt').read_text('utf-8')}")
    return Work(title, clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def build(title: str, folder: Path, project: Path, *more: str) -> Work:
    """Build a project, or a catalogue."""
    return timed(title, [sys.executable, "-m", "everyway.cli", "build", str(project), *more], folder)


def forget(folder: Path, project: Path) -> None:
    """As if nothing had ever been built."""
    shutil.rmtree(folder / "cache", ignore_errors=True)
    for built in [project / "build", *project.glob("*/build")]:
        shutil.rmtree(built, ignore_errors=True)


def edit(file: Path, before: str, after: str) -> None:
    """Change the first of these words in a file."""
    text = file.read_text("utf-8")
    assert before in text, f"{file.name} has no “{before}”"
    file.write_text(text.replace(before, after, 1), "utf-8")


def changes(folder: Path) -> Iterator[Work]:
    """The worked example: from nothing, and after each kind of change."""
    project = folder / "example"
    shutil.copytree(ROOT / "content", project / "content")
    build("to compile Python's modules", folder, project, "--format", "text")
    forget(folder, project)
    yield build("from nothing, one worker", folder, project, "--workers", "1")
    forget(folder, project)
    yield build("from nothing, two workers", folder, project, "--workers", "2")
    yield build("nothing changed", folder, project)
    edit(project / "content" / "plan" / "00-introduction.md", "This is a worked example.", "This is an example.")
    yield build("one sentence of the plan, its formats and the site", folder, project)
    edit(project / "content" / "plan" / "00-introduction.md", "This is an example.", "This is one example.")
    own = [word for name in _formats() if name != "site" for word in ("--format", name)]
    yield build("one sentence of the plan, its formats alone", folder, project, "--edition", "plan", *own)
    picture = project / "content" / "pictures" / "timeline.svg"
    picture.write_text(picture.read_text("utf-8") + "<!-- drawn anew -->\n", "utf-8")
    yield build("one picture of one edition", folder, project)


def _formats() -> list[str]:
    from everyway.writing.formats import FORMATS

    return [row.name for row in FORMATS]


def each_format(folder: Path) -> Iterator[Work]:
    """Each format of the worked example by itself, from nothing."""
    project = folder / "alone"
    shutil.copytree(ROOT / "content", project / "content")
    for name in _formats():
        forget(folder, project)
        yield build(name, folder, project, "--format", name, "--workers", "1")


def sizes(folder: Path, pages: Sequence[int]) -> Iterator[Work]:
    """A made-up plan of so many pages, all formats, from nothing."""
    for count in pages:
        project = folder / f"pages-{count}"
        plan.write_project(project, max(1, round(count * plan.SECTIONS / 100)))
        forget(folder, project)
        yield build(f"{count} pages", folder, project)


def many(folder: Path, publications: Sequence[int]) -> Iterator[Work]:
    """So many small publications in one build, in some formats, from nothing."""
    formats = [word for name in SMALL for word in ("--format", name)]
    for count in publications:
        shelf = folder / f"shelf-{count}"
        for number in range(count):
            project = shelf / f"p{number:04}"
            plan.write_project(project, 2)
            edit(project / "content" / "publication.yml", "name: hundred", f"name: small-{number}")
        forget(folder, shelf)
        yield build(f"{count} publications", folder, shelf, *formats)


def underneath(folder: Path) -> Iterator[Work]:
    """The libraries alone."""
    given = folder / "given"
    given.mkdir()
    timed("prepare", [sys.executable, "-m", "tests.bench.raw", "prepare", str(given)], folder)
    for name, title in raw.TITLES.items():
        yield timed(title, [sys.executable, "-m", "tests.bench.raw", name, str(given)], folder)


def table(title: str, works: Sequence[Work], per: Sequence[int] = ()) -> str:
    """A Markdown table of works; with `per`, also what one of so many costs."""
    first = works[0]
    lines = [
        f"| {title} | clock, s | processor, s | memory, MB | of the first |" + (" s for each |" if per else ""),
        "|---|---:|---:|---:|---:|" + ("---:|" if per else ""),
    ]
    for place, work in enumerate(works):
        cells = [work.title, f"{work.clock:.2f}", f"{work.processor:.2f}", f"{work.megabytes:.0f}"]
        cells.append(f"{100 * work.clock / first.clock:.1f} %")
        if per:
            cells.append(f"{work.processor / per[place]:.3f}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="scripts/bench build", description=__doc__)
    parser.add_argument("--record", action="store_true", help=f"add the tables to {RECORD.name}")
    parser.add_argument("--json", type=Path, help="write the numbers into this file too")
    parser.add_argument("--pages", default="1,10,100", help="how many pages (1,10,100)")
    parser.add_argument("--publications", default="1,10,100", help="how many publications (1,10,100)")
    parser.add_argument("--quick", action="store_true", help="only what changes cost")
    asked = parser.parse_args()
    pages = [int(count) for count in asked.pages.split(",") if count]
    publications = [int(count) for count in asked.publications.split(",") if count]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        changed = list(changes(folder))
        tables = [table("worked example", changed)]
        numbers = {"changes": changed}
        if not asked.quick:
            numbers["underneath"] = alone = list(underneath(folder))
            tables.append(table("libraries alone", alone))
            total = sum(work.processor for work in alone)
            ratio = changed[0].processor / total
            tables.append(
                f"Everything with its checks takes {ratio:.2f} times what these take together ({total:.1f} s)."
            )
            numbers["formats"] = list(each_format(folder))
            tables.append(table("each format by itself, with what it needs", numbers["formats"]))
            numbers["pages"] = list(sizes(folder, pages))
            tables.append(table("pages", numbers["pages"], pages))
        if publications and not asked.quick:
            numbers["publications"] = list(many(folder, publications))
            tables.append(table("publications", numbers["publications"], publications))
    told = f"{machine()}.\n\n" + "\n\n".join(tables)
    print(told)  # noqa: T201
    if asked.json:
        rows = {name: [asdict(work) for work in works] for name, works in numbers.items()}
        asked.json.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    if asked.record:
        before = RECORD.read_text("utf-8")
        RECORD.write_text(f"{before.rstrip()}\n\n## Builds, {datetime.date.today():%d %B %Y}\n\n{told}\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
