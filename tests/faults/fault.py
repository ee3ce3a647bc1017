"""A planted fault: what a publication or an artifact has wrong with it, and the rule that must say so.

Faults of the sources are data, in `sources/*.toml`. Faults of artifacts are planted by Python, in `artifacts/*.py`:
each of those modules has a `FAULTS`, a tuple of `Fault`. `every_fault` gives all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from everyway.findings import Finding
from everyway.model import Source

HERE = Path(__file__).parent
SOURCE = "source"

Plant = Callable[[Path], Iterable[Finding]]
"""An empty folder in; the fault is planted there, in a copy of something clean; all that the checks find comes out."""


class CannotPlantError(Exception):
    """A tool that the fault or its check needs is not here; the message says which, and how to get it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, planted alone.

    `name` says what is wrong, in words with hyphens ("a-link-without-words"), and no two are the same. `rule` is the
    code that must be found. `format` is "source" or the format whose artifact has the fault ("pdf", "site"). `where` is
    the file and line of the Markdown or settings that a finding must name, or None where the fault has no line of its
    own. `slow`: it takes seconds, or a tool from outside, so that only the benchmark plants it.
    """

    name: str
    rule: str
    format: str
    plant: Plant
    where: Source | None = None
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a planted fault.

    `right_line` is None where no line is asked for; `reason` says why it was not tried, and is empty if it was.
    """

    fault: Fault
    caught: bool = False
    right_line: bool | None = None
    findings: tuple[Finding, ...] = ()
    reason: str = ""


def try_fault(fault: Fault, folder: Path) -> Outcome:
    """Plant a fault in an empty folder, and see whether its rule speaks, and at its line."""
    try:
        findings = tuple(fault.plant(folder))
    except CannotPlantError as error:
        return Outcome(fault, reason=str(error))
    told = [one for one in findings if one.rule == fault.rule and one.format == fault.format]
    right = any(_same_line(one.where, fault.where) for one in told) if fault.where else None
    return Outcome(fault, bool(told), right, findings)


def _same_line(found: Source | None, planted: Source) -> bool:
    return found is not None and (found.file, found.line) == (planted.file, planted.line)


@cache
def every_fault() -> tuple[Fault, ...]:
    """All planted faults, those of the sources first, in the order of their files."""
    from tests.faults.in_sources import source_faults

    modules = sorted((HERE / "artifacts").glob("*.py"))
    planted = (import_module(f"tests.faults.artifacts.{file.stem}") for file in modules)
    return (*source_faults(), *(fault for module in planted for fault in getattr(module, "FAULTS", ())))
