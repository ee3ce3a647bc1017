"""How long a site of a thousand pages takes, from Markdown to checked pages, beside stock MkDocs Material.

`scripts/bench site [--record] [--pages 1000]`. Both get the same text: a page for each section of a made-up report.
Each runs in a fresh process, on as many processors as the machine has; everyway reads the Markdown, checks it, makes
the site, and checks every page of it.
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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import plan
from tests.bench.__main__ import RECORD, ROOT, machine

PAGES = 1000
SECONDS = 12.0
"""The bar for so many pages: reading, making and the checks of the pages, in seconds of the processor."""

OF_SOURCES = "checks of the sources"
"""The step that is not for the site alone, and does not count."""

SETTINGS = """site_name: A report of many pages
docs_dir: docs
site_dir: stock
theme: {name: material}
markdown_extensions: [footnotes, tables, attr_list, {toc: {permalink: true}}]
"""

TITLES = {
    "everyway": "everyway: Markdown to a checked site",
    "stock": "MkDocs Material, as it comes, without a check",
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a work took in seconds by the clock, and of the `processor`; `steps` are parts of the latter."""

    name: str
    pages: int
    clock: float
    processor: float
    kilobytes: float
    steps: Mapping[str, float] = field(default_factory=dict)

    @property
    def for_the_site(self) -> float:
        """Seconds of the processor that the site alone takes."""
        return sum(seconds for step, seconds in self.steps.items() if step != OF_SOURCES)


def write_project(folder: Path, pages: int) -> None:
    """Write the report as a project of everyway, and its text once more as documents of MkDocs."""
    content, docs = folder / "content", folder / "docs"
    (content / "plan").mkdir(parents=True)
    docs.mkdir()
    (content / "publication.yml").write_text(plan.PUBLICATION, "utf-8")
    (folder / "stock.yml").write_text(SETTINGS, "utf-8")
    (docs / "index.md").write_text("# A report of many pages\n", "utf-8")
    for number, chapter in enumerate(plan.chapters(pages), 1):
        text = _markdown(number, chapter)
        (content / "plan" / f"{number:04}.md").write_text(text, "utf-8")
        (docs / f"{number:04}.md").write_text(text.replace("](#the-page-1)", "](0001.md)"), "utf-8")


def _markdown(number: int, chapter: plan.Chapter) -> str:
    first, second, *others = chapter.paragraphs
    items = "".join(f"- {item}\n" for item in chapter.items)
    rows = "".join(f"| {' | '.join(row)} |\n" for row in chapter.rows)
    blocks = (
        f"# {chapter.heading} {{#the-page-{number}}}",
        f"{first}[^{number}]",
        f"## What we did {{#done-{number}}}",
        second,
        items,
        *([f"| What | How | How many |\n|------|-----|---------:|\n{rows}"] if rows else []),
        f"## What comes next {{#next-{number}}}",
        *others,
        "See [the start](#the-page-1).",
        f"[^{number}]: {chapter.note}",
    )
    return "".join(f"{block.strip()}\n\n" for block in blocks)


def everyway(folder: Path) -> dict[str, float]:
    """Read the Markdown, make the site in `folder/site`, check it; how long each step took, in seconds."""
    from everyway.checking.gate import check_artifact
    from everyway.checking.source import check_sources
    from everyway.findings import errors_in
    from everyway.manifest import EMPTY
    from everyway.reading.publication import read_publication
    from everyway.writing.site.build import make_site

    marks = [time.process_time()]
    reading = read_publication(folder)
    assert reading.publication
    marks.append(time.process_time())
    errors = errors_in(check_sources(reading.publication, reading.findings))
    assert not errors, errors[0]
    marks.append(time.process_time())
    site = folder / "site"
    site.mkdir()
    (artifact,) = make_site(reading.publication, EMPTY, site)
    marks.append(time.process_time())
    errors = errors_in(check_artifact(reading.publication, artifact).findings)
    assert not errors, errors[0]
    marks.append(time.process_time())
    steps = ("reading", OF_SOURCES, "making", "checks of the pages")
    return {step: after - before for step, before, after in zip(steps, marks, marks[1:], strict=False)}


def stock(folder: Path) -> dict[str, float]:
    """Let MkDocs make a site of the same text with Material as it comes, in `folder/stock`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(folder / "stock.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return {}


JOBS = {"everyway": everyway, "stock": stock}


def measure(name: str, folder: Path, pages: int) -> Work:
    """A work in a fresh process."""
    for left in (folder / "site", folder / "stock"):
        shutil.rmtree(left, ignore_errors=True)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.site", "--job", name, "--folder", str(folder)],
        cwd=ROOT,
        env={**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    clock, after = time.perf_counter() - start, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    made = list((folder / ("site" if name == "everyway" else "stock")).rglob("*.html"))
    kilobytes = sum(page.stat().st_size for page in made) / 1024 / max(1, len(made))
    return Work(name, pages, clock, processor, kilobytes, json.loads(done.stdout.splitlines()[-1]))


def best(name: str, folder: Path, pages: int, runs: int) -> Work:
    """The run of several that other programs on the machine disturbed least."""
    return min((measure(name, folder, pages) for _ in range(runs)), key=lambda one: one.processor)


def table(every: Iterable[Work]) -> str:
    """A Markdown table of what was measured, and of everyway's steps; the last column compares with the first row."""
    works = tuple(every)
    rows = [
        "| what | clock, s | processor, s | ms a page | kB a page | beside everyway |",
        "|------|---------:|-------------:|----------:|----------:|----------------:|",
    ]
    for one in works:
        cells = (
            TITLES[one.name],
            f"{one.clock:.1f}",
            f"{one.processor:.1f}",
            f"{1000 * one.processor / one.pages:.1f}",
            f"{one.kilobytes:.0f}",
            f"{one.processor / works[0].processor:.1f} ×",
        )
        rows.append(f"| {' | '.join(cells)} |")
    steps = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in works[0].steps.items())
    return "\n".join((*rows, "", f"Of everyway's processor time: {steps}."))


def main() -> int:
    """Measure, tell, and record if asked; 0 when the bar is kept."""
    parser = argparse.ArgumentParser(prog="scripts/bench site", description=__doc__)
    parser.add_argument("--record", action="store_true", help=f"add the table to {RECORD.name}")
    parser.add_argument("--pages", type=int, default=PAGES, help=f"how many pages ({PAGES})")
    parser.add_argument("--runs", type=int, default=2, help="do each work so often, and keep its best time (2)")
    parser.add_argument("--job", choices=tuple(JOBS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.job:
        print(json.dumps(JOBS[asked.job](asked.folder)))  # noqa: T201
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, asked.pages)
        every = [best(job, folder, asked.pages, asked.runs) for job in JOBS]
    bar = SECONDS * asked.pages / PAGES
    took = every[0].for_the_site
    kept = "kept" if took <= bar else "missed"
    verdict = f"Bar: {bar:g} s of one processor without the {OF_SOURCES}, {kept} ({took:.1f} s)."
    told = f"A site of {asked.pages} pages, from Markdown. {machine()}.\n\n{table(every)}\n\n{verdict}"
    print(told)  # noqa: T201
    if asked.record:
        before = RECORD.read_text("utf-8")
        RECORD.write_text(f"{before.rstrip()}\n\n## Site, {datetime.date.today():%d %B %Y}\n\n{told}\n", "utf-8")
    return 0 if took <= bar else 1


if __name__ == "__main__":
    sys.exit(main())
