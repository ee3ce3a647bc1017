"""Measures large print of a plan of a hundred pages, beside WeasyPrint alone and Typst: `scripts/bench [--record]`.

Each work runs in a fresh process on one processor. Times of one run can be compared with one another, hardly with those
of another machine: hence the ratios.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "scripts" / "BENCHMARKS.md"

TITLES = {
    "everyway": "everyway: Markdown to checked, tagged large print",
    "weasyprint": "WeasyPrint alone, on the same HTML",
    "typst": "Typst, on the same text in its own markup",
}

SECONDS, MEGABYTES = 8.0, 300
"""The bars for everyway: seconds of one processor, and memory at its highest."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a work took: `seconds` by the clock, `busy` those of the processor; or the `reason` it could not be done."""

    name: str
    pages: int = 0
    seconds: float = 0.0
    busy: float = 0.0
    megabytes: float = 0.0
    kilobytes: int = 0
    reason: str = ""


def measure(name: str, folder: Path) -> Measured:
    """Do a work in a fresh process on one processor."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.jobs", name, str(folder)],
        cwd=ROOT,
        env=_compiled_once(folder),
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=_one_processor,
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        return Measured(name, reason=f"it ended with code {process.returncode}")
    told = json.loads(said.splitlines()[-1])
    if "reason" in told:
        return Measured(name, reason=told["reason"])
    files = [folder / f"{name}.pdf"] if (folder / f"{name}.pdf").is_file() else sorted((folder / name).glob("*.pdf"))
    return Measured(
        name,
        pages=told["pages"],
        seconds=seconds,
        busy=usage.ru_utime + usage.ru_stime,
        megabytes=usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024),
        kilobytes=sum(file.stat().st_size for file in files) // 1024,
    )


def _compiled_once(folder: Path) -> dict[str, str]:
    """The environment, with Python's compiled modules kept in the folder: the works find what `prepare` has compiled.

    So it is on a machine where everyway has run before, even if this one keeps no compiled modules.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def best(name: str, folder: Path, runs: int) -> Measured:
    """The quickest of several runs of a work: the one that other programs on the machine disturbed least."""
    return min((measure(name, folder) for _ in range(runs)), key=lambda each: each.busy)


def _one_processor() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def table(measured: Iterable[Measured]) -> str:
    """A Markdown table of what was measured; times of everyway as parts of the others' in the last column."""
    every = tuple(measured)
    first = next(each for each in every if each.name == "everyway")
    rows = [
        "| what | pages | processor, s | clock, s | ms a page | memory, MB | file, kB | everyway takes |",
        "|------|------:|-------------:|---------:|----------:|-----------:|---------:|---------------:|",
    ]
    for each in every:
        if each.reason:
            rows.append(f"| {TITLES[each.name]} | not measured: {each.reason} | | | | | | |")
            continue
        cells = (
            TITLES[each.name],
            f"{each.pages}",
            f"{each.busy:.1f}",
            f"{each.seconds:.1f}",
            f"{1000 * each.busy / each.pages:.0f}",
            f"{each.megabytes:.0f}",
            f"{each.kilobytes}",
            f"{first.busy / each.busy:.2f} ×",
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def verdict(first: Measured) -> str:
    """Whether everyway keeps its bars, in words."""
    quick = "kept" if first.busy < SECONDS else "missed"
    small = "kept" if first.megabytes < MEGABYTES else "missed"
    return (
        f"Bars: under {SECONDS:g} s of one processor, {quick} ({first.busy:.1f} s); "
        f"under {MEGABYTES} MB of memory, {small} ({first.megabytes:.0f} MB)."
    )


def machine() -> str:
    """What it was measured on."""
    names = [line for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    processor = names[0].partition(":")[2].strip() if names else platform.processor() or platform.machine()
    return f"{processor}, {os.cpu_count()} processors; Python {platform.python_version()}, {platform.system()}"


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []


def main() -> int:
    """Measure, tell, and with --record add a dated table to scripts/BENCHMARKS.md; code 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add a dated table to scripts/BENCHMARKS.md")
    parser.add_argument("--runs", type=int, default=2, help="do each work so often, and keep its best time (2)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        prepared = measure("prepare", Path(folder))
        if prepared.reason:
            print(f"The plan could not be made: {prepared.reason}")  # noqa: T201
            return 2
        measured = [best(name, Path(folder), asked.runs) for name in TITLES]
    first = measured[0]
    if first.reason:
        print(f"Large print could not be made: {first.reason}")  # noqa: T201
        return 2
    told = "\n".join(
        (
            f"Large print, 18 pt, of a plan that has {prepared.pages} pages as the usual PDF. {machine()}.\n",
            table(measured),
            f"\n{verdict(first)}",
        )
    )
    print(told)  # noqa: T201
    if asked.record:
        before = RECORD.read_text("utf-8")
        RECORD.write_text(f"{before.rstrip()}\n\n## {datetime.date.today():%d %B %Y}\n\n{told}\n", "utf-8")
    return 0 if first.busy < SECONDS and first.megabytes < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
