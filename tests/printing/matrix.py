"""Every size in every pair of colours: large print of two publications, in both editions, put to every judge there is.

`.venv/bin/python -m tests.printing.matrix` makes 140 copies on two processes, which takes some minutes, and prints a
table of what was found: veraPDF's failures, and the findings of every check of the gate. It ends with code 1 if there
is any. `--sizes 18,28`, `--colours black-on-white`, `--publication constructs` and `--processes 1` make it smaller.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product
from pathlib import Path

from everyway.checking import verapdf
from everyway.checking.gate import PASSED, check_artifact
from everyway.errors import EverywayError
from everyway.findings import errors_in
from everyway.model import Publication
from everyway.model.colour import PAIRS
from everyway.reading.publication import read_publication
from everyway.writing.large_print import make_copy

ROOT = Path(__file__).parents[2]
PUBLICATIONS = {"example": ROOT, "constructs": ROOT / "tests" / "publications" / "constructs"}
SIZES = (16, 18, 20, 24, 28, 36, 48)


@dataclass(frozen=True, slots=True)
class Cell:
    """One copy of the matrix."""

    publication: str
    edition: str
    size: int
    colours: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of one copy: `faults` are in words, none for a clean copy."""

    cell: Cell
    pages: int
    seconds: float
    faults: tuple[str, ...]


def cells(publications: Iterable[str], sizes: Iterable[int], colours: Iterable[str]) -> tuple[Cell, ...]:
    """The cells of these publications, sizes and colours, in every edition."""
    return tuple(
        Cell(name, edition.name, size, pair)
        for name in publications
        for edition, size, pair in product(read(name).editions, sizes, colours)
    )


def judge(cell: Cell) -> Judged:
    """Make the copy of a cell, and ask veraPDF and the gate about each of its volumes."""
    start = time.perf_counter()
    publication = read(cell.publication)
    options = {"size": cell.size, "colours": cell.colours}
    faults: list[str] = []
    pages = 0
    with tempfile.TemporaryDirectory() as folder:
        try:
            volumes = make_copy("large-print", publication, publication.edition(cell.edition), options, Path(folder))
        except EverywayError as error:
            return Judged(cell, 0, time.perf_counter() - start, (f"not made: {_in_full(error)}",))
        for volume in volumes:
            pages += int(volume.facts["pages"])
            verdict = check_artifact(publication, volume)
            faults += [f"{name}: {said}" for name, said in verdict.checks.items() if said != PASSED]
            faults += [f"{each.rule} {each.place}: {each.message}" for each in errors_in(verdict.findings)]
            faults += [f"veraPDF {each.rule} {each.where}: {each.message}" for each in verapdf.validate(volume.path)]
    return Judged(cell, pages, time.perf_counter() - start, tuple(faults))


@cache
def read(name: str) -> Publication:
    """A publication by its name in the matrix."""
    reading = read_publication(PUBLICATIONS[name])
    assert reading.publication is not None, reading.findings
    return reading.publication


def table(judged: Iterable[Judged]) -> str:
    """A row for each publication, edition and size: its pages, and the faults in each pair of colours."""
    every = tuple(judged)
    colours = tuple(dict.fromkeys(each.cell.colours for each in every))
    lines = [" | ".join(["copy".ljust(30), "pages", *colours])]
    for (name, edition, size), row in groupby(
        every, key=lambda each: (each.cell.publication, each.cell.edition, each.cell.size)
    ):
        found = {each.cell.colours: each for each in row}
        counts = [str(len(found[pair].faults)).rjust(len(pair)) for pair in colours]
        pages = str(max(each.pages for each in found.values())).rjust(5)
        lines.append(" | ".join([f"{name} {edition}, {size} pt".ljust(30), pages, *counts]))
    return "\n".join(lines)


def _in_full(error: EverywayError) -> str:
    findings = getattr(error, "findings", ())
    return "; ".join([str(error), *(finding.message for finding in findings)])


def main() -> int:
    """Make the matrix, or a part of it, and tell what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.printing.matrix", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--colours", default=",".join(PAIRS))
    parser.add_argument("--publication", action="append", choices=sorted(PUBLICATIONS))
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    wanted = cells(
        asked.publication or PUBLICATIONS, [int(size) for size in asked.sizes.split(",")], asked.colours.split(",")
    )
    start = time.perf_counter()
    with ProcessPoolExecutor(asked.processes) as workers:
        judged = tuple(workers.map(judge, wanted))
    for each in judged:
        for fault in each.faults:
            print(f"{each.cell.publication} {each.cell.edition} {each.cell.size} pt {each.cell.colours}: {fault}")  # noqa: T201
    faults = sum(len(each.faults) for each in judged)
    seconds = time.perf_counter() - start
    print(table(judged))  # noqa: T201
    print(f"{len(judged)} copies, {sum(each.pages for each in judged)} pages, {faults} faults, {seconds:.0f} s")  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
