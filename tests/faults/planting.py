"""Faults of artifacts: something clean, made once, a small change to a copy of it, and what the checks then say."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from everyway.checking.gate import Verdict, check_artifact
from everyway.findings import Finding
from everyway.model import Artifact, Publication, Source
from tests.checking.small import FILE, small
from tests.faults.fault import Fault

Plant = Callable[[Path], Artifact]
"""An empty folder in, an artifact with a fault out."""


SETTINGS = Source("content/publication.yml", 1)
"""Where the small publication says what it is."""


@cache
def publication() -> Publication:
    """The small publication, once."""
    return small()


def folder_for(name: str) -> Path:
    """A folder for something clean, kept until the end of the process."""
    folder = _root() / name
    folder.mkdir(parents=True)
    return folder


@cache
def _root() -> Path:
    root = Path(tempfile.mkdtemp(prefix="everyway-faults-"))
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    return root


@dataclass(frozen=True)
class Planting:
    """How a fault is planted and looked for; it is done once, however often it is asked for."""

    plant: Plant
    told_of: Callable[[], Publication] = publication
    look: Callable[[Publication, Artifact], Verdict] = check_artifact
    _told: list[tuple[Finding, ...]] = field(default_factory=list)

    def __call__(self, folder: Path) -> Iterable[Finding]:
        """Everything that the checks find."""
        if not self._told:
            self._told.append(self.look(self.told_of(), self.plant(folder)).findings)
        return self._told[0]


def planted(
    form: str,
    name: str,
    rule: str,
    plant: Plant,
    line: int | Source | None = None,
    *,
    slow: bool = False,
    told_of: Callable[[], Publication] = publication,
    look: Callable[[Publication, Artifact], Verdict] = check_artifact,
) -> Fault:
    """A fault of an artifact; `name` in plain words, `line` in the first part of the small publication if a number."""
    where = Source(FILE, line) if isinstance(line, int) else line
    full = f"{form}-{name.replace(' ', '-')}"
    return Fault(full, rule, form, Planting(plant, told_of, look), where, slow)
