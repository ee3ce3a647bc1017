"""Many publications in one graph: each is a step of its own, so that one that fails holds up no other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import cast

from everyway.building.build import Built, build
from everyway.building.limits import Limits
from everyway.building.own_fault import own_fault
from everyway.building.planning import Request, planned
from everyway.building.project import BUILD, CONTENT
from everyway.building.steps import Step, Steps, perform
from everyway.errors import EverywayError, ProjectError
from everyway.reporting.progress import Progress

_BATCH = 200
"""Publications on their way to a cluster at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one publication of a catalogue: how much was made, or the error that kept it from being made."""

    project: Path
    items: int = 0
    size: int = 0
    advice: int = 0
    error: EverywayError | None = None


def publications_in(catalogue: Path) -> tuple[Path, ...]:
    """The folders under a catalogue that hold a publication, in order; ProjectError when there are none."""
    found = sorted(file.parents[1].resolve() for file in catalogue.rglob(f"{CONTENT}/publication.yml"))
    own = tuple(folder for folder in found if not _set_aside(folder.relative_to(catalogue.resolve())))
    if own:
        return own
    raise ProjectError(
        "empty-catalogue",
        f"There is no publication in {catalogue}.",
        why="A publication is a folder with the file content/publication.yml in it.",
        fix="Name the folder that your publications are in: everyway build FOLDER",
    )


def build_catalogue(
    projects: tuple[Path, ...], request: Request, done: Callable[[Path], None], processes: int = 1
) -> tuple[Told, ...]:
    """Build each publication into its own `build/`; what came of it, in the order given.

    A publication that fails leaves its outputs as they were. `done` is told of each as it ends.
    """
    if request.cluster:
        _fill_cache(projects, request)
    alone = replace(request, processes=1, cluster="")
    steps = Steps(Limits(0, 0))  # each step of each build has its own
    names = {str(project): project for project in projects}
    for name, project in names.items():
        steps.add(Step(name, partial(_build, project, alone), (), partial(_lost, project), name, light=True))
    end = steps.add(Step("catalogue", list, (tuple(names),), _raise))

    def told(name: str) -> None:
        if name in names:
            done(names[name])

    return tuple(cast("list[Told]", perform(steps, end, min(processes, len(names)), told)))


def _fill_cache(projects: tuple[Path, ...], request: Request) -> None:
    """Have a cluster make the formats of the editions; what is wrong with a publication is told later, here."""
    from everyway.building.cluster import fill_cache

    for first in range(0, len(projects), _BATCH):
        plans = []
        for project in projects[first : first + _BATCH]:
            with suppress(EverywayError):
                plans.append(planned(project, request)[0])
        fill_cache(plans, request.cluster)


def _build(project: Path, request: Request) -> Told:
    try:
        built: Built = build(project, request, Progress())
    except EverywayError as error:
        return Told(project, error=error)
    except Exception as fault:
        return Told(project, error=own_fault(fault, str(project)))
    size = sum(item.size for item in built.manifest.items)
    return Told(project, len(built.manifest.items), size, len(built.findings))


def _lost(project: Path, error: EverywayError) -> Told:
    return Told(project, error=error)


def _raise(error: EverywayError) -> object:
    raise error


def _set_aside(folder: Path) -> bool:
    """Whether a folder is hidden, or among outputs."""
    return any(part.startswith(".") or part == BUILD for part in folder.parts)
