"""How long both editions of the worked example take as e-books, Word, OpenDocument, text and one page, audio ready.

`scripts/bench ebooks [--record]`. A fresh process on one processor reads the Markdown and makes all seven formats of
both editions; another one checks them too. Their recordings and the pages of the PDFs are made before that, for those
are shared with other formats. Pandoc is the library underneath: what it takes alone stands beside.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.__main__ import RECORD, ROOT, machine

FORMATS = ("word", "word-large-print", "odt", "text", "html", "epub", "epub-light")
SECONDS = 3.0
"""The bar, of one processor, for making and checking."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a work took in seconds by the clock, and of the processor: `own` in its process, `tools` in those it ran."""

    title: str
    clock: float
    own: float
    tools: float

    @property
    def processor(self) -> float:
        """All of its seconds of the processor."""
        return self.own + self.tools


def prepare(folder: Path) -> None:
    """Copy the example; make each edition's recording and find the pages of its PDF: `<edition>.parts`, pickled."""
    from everyway.building.cache import FolderCache
    from everyway.building.make import Plan
    from everyway.building.parts import joined, parts_of
    from everyway.reading.publication import read_publication

    shutil.copytree(ROOT / "content", folder / "content")
    publication = read_publication(folder).publication
    assert publication
    plan = Plan(publication, (), publication.editions, folder, "", cache=FolderCache(folder / "cache"))

    made: dict[str, object] = {}

    def value_of(need: object) -> object:
        return made[need] if isinstance(need, str) else [value_of(one) for one in need]  # type: ignore[attr-defined]

    def add(name: str, function: Callable[..., object], *needs: object) -> str:
        made[name] = function(*map(value_of, needs))
        return name

    for edition in publication.editions:
        parts = parts_of(plan, edition, frozenset({"recording", "pages"}), {}, add, "")
        given = joined(made[parts.recording], made[parts.pages])
        (folder / f"{edition.name}.parts").write_bytes(pickle.dumps(given))


def work(folder: Path, checked: bool) -> None:
    """Read the sources, make every format of every edition, and check each if asked."""
    from everyway.checking.gate import check_artifact
    from everyway.findings import errors_in
    from everyway.reading.publication import read_publication
    from everyway.writing.formats import format_named

    publication = read_publication(folder).publication
    assert publication
    with tempfile.TemporaryDirectory(dir=folder) as made:
        for edition in publication.editions:
            parts = pickle.loads((folder / f"{edition.name}.parts").read_bytes())
            for name in FORMATS:
                for artifact in format_named(name).make_edition(publication, edition, Path(made), parts):
                    errors = errors_in(check_artifact(publication, artifact).findings) if checked else ()
                    if errors:
                        sys.exit(f"{artifact.path.name} did not pass its checks: {errors[0].message}")


def measure(title: str, folder: Path, *asked: str) -> Work:
    """A work in a fresh process on one processor."""
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.ebooks", "--folder", str(folder), *asked],
        cwd=ROOT,
        env=_compiled_once(folder),
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=_one_processor,
    )
    said, _ = process.communicate()
    clock, after = time.perf_counter() - start, os.times()
    if process.returncode:
        sys.exit(process.returncode)
    whole = after.children_user + after.children_system - before.children_user - before.children_system
    tools = float(json.loads(said or "0"))
    return Work(title, clock, whole - tools, tools)


def _compiled_once(folder: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def _one_processor() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def best(title: str, folder: Path, runs: int, *asked: str) -> Work:
    """The run of several that other programs on the machine disturbed least."""
    return min((measure(title, folder, *asked) for _ in range(runs)), key=lambda one: one.processor)


def table(every: Iterable[Work]) -> str:
    """A Markdown table of what was measured."""
    rows = [
        "| what | clock, s | our own, s | pandoc, s | processor, s |",
        "|------|---------:|-----------:|----------:|-------------:|",
    ]
    for one in every:
        rows.append(f"| {one.title} | {one.clock:.2f} | {one.own:.2f} | {one.tools:.2f} | {one.processor:.2f} |")
    return "\n".join(rows)


def verdict(checked: Work) -> str:
    """Whether the bar is kept, in words."""
    kept = "kept" if checked.processor < SECONDS else "missed"
    return f"Bar: under {SECONDS:g} s of one processor, checks included, {kept} ({checked.processor:.2f} s)."


def main() -> int:
    """Measure, tell, and record if asked; 0 when the bar is kept."""
    parser = argparse.ArgumentParser(prog="scripts/bench ebooks", description=__doc__)
    parser.add_argument("--record", action="store_true", help=f"add the table to {RECORD.name}")
    parser.add_argument("--runs", type=int, default=3, help="do each work so often, and keep its best time (3)")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--checked", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.folder:
        if asked.prepare:
            prepare(asked.folder)
        else:
            work(asked.folder, asked.checked)
        children = os.times()
        print(json.dumps(children.children_user + children.children_system))  # noqa: T201
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure("", folder, "--prepare")
        measure("to compile Python's modules", folder, "--checked")
        every = [
            best("made", folder, asked.runs),
            best("made and checked", folder, asked.runs, "--checked"),
        ]
    title = f"Both editions as {', '.join(FORMATS)}, from the Markdown, audio ready. {machine()}."
    told = f"{title}\n\n{table(every)}\n\n{verdict(every[-1])}"
    print(told)  # noqa: T201
    if asked.record:
        before = RECORD.read_text("utf-8")
        RECORD.write_text(f"{before.rstrip()}\n\n## E-books, {datetime.date.today():%d %B %Y}\n\n{told}\n", "utf-8")
    return 0 if every[-1].processor < SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
