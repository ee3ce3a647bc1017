"""The clean corpus: publications of different kinds on which nothing may be found at the level of an error."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from everyway.building.build import Request, build
from everyway.building.check import check_project
from everyway.errors import FindingsError, JobsError
from everyway.findings import Finding
from everyway.reporting.progress import progress_for

ROOT = Path(__file__).parents[2]
PUBLICATIONS = ROOT / "tests" / "publications"

CORPUS = {
    "worked example": ROOT,
    "every construct": PUBLICATIONS / "constructs",
    "council's leaflet": PUBLICATIONS / "leaflet",
    "hospital's information": PUBLICATIONS / "hospital",
    "charity's report": PUBLICATIONS / "charity",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a publication and in all that was made of it; `missing` could not be checked here."""

    findings: tuple[Finding, ...]
    missing: tuple[str, ...] = ()


def copy_of(project: Path, folder: Path) -> Path:
    """A copy of a project's content/, to build in."""
    shutil.copytree(project / "content", folder / "content")
    return folder


def build_and_check(project: Path, formats: Sequence[str] = ()) -> Checked:
    """Make every format (or some) and put each to its gate; with all of them made, to the tools from outside too."""
    try:
        built = build(project, Request(formats=tuple(formats)), progress_for(StringIO()))
    except (FindingsError, JobsError) as error:
        return Checked(tuple(error.findings))
    if formats:
        return Checked(built.findings)
    checked = check_project(project, sources_only=False)
    return Checked(checked.findings, checked.not_checked)
