"""A whole check: the sources first, then every output that was built from them, by our own checks and by tools."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from everyway.building.content import content_of
from everyway.building.project import BUILD, sources_state
from everyway.building.upkeep import cache_at
from everyway.building.verdicts import Inspection, verdicts
from everyway.building.workers import processors
from everyway.checking.gate import NOT_CHECKED, Verdict
from everyway.findings import Finding, Outcome, errors_in
from everyway.manifest import Item, read_manifest
from everyway.model import Publication
from everyway.reporting.progress import Progress

QUIET = Progress()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and in words what it could not check; `publication` is its title, empty if unreadable.

    `outcomes` has each check of each output, `read` the publication itself.
    """

    publication: str
    findings: tuple[Finding, ...]
    not_checked: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    read: Publication | None = None


def check_project(project: Path, *, sources_only: bool, cache_place: str = "", progress: Progress = QUIET) -> Checked:
    """Check the sources and, unless they have errors or are all that is asked for, the outputs in `build/`.

    What was checked before, and has not changed, is not checked again. `progress` is told of each output.
    """
    project = project.resolve()
    cache = cache_at(cache_place)
    content = content_of(project, cache)
    if content.publication is None:
        return Checked("", content.findings)
    publication, findings = content.publication, content.findings
    missing = list(content.not_checked)
    if sources_only:
        return Checked(publication.title, findings, tuple(missing), read=publication)
    if errors_in(findings):
        return Checked(
            publication.title,
            findings,
            (*missing, "The outputs, until the errors in the content are mended."),
            read=publication,
        )
    manifest = read_manifest(project / BUILD)
    if not manifest.items:
        return Checked(
            publication.title,
            findings,
            (*missing, "The outputs: there are none yet. Run: everyway build"),
            read=publication,
        )
    if manifest.sources != sources_state(project):
        return Checked(
            publication.title,
            findings,
            (*missing, "The outputs: they are older than the content. Run: everyway build"),
            read=publication,
        )
    inspection = Inspection(publication, manifest.items, project / BUILD, project, cache)
    looked = verdicts(inspection, progress, processors())
    outputs: list[Finding] = []
    outcomes: list[Outcome] = []
    for item in manifest.items:
        if item.path not in looked:
            missing.append(f"{item.title}: {item.path} is no longer there. Run: everyway build")
            continue
        for verdict in (looked[item.path].gate, looked[item.path].deep):
            outputs.extend(verdict.findings)
            missing.extend(_not_checked(publication, item, verdict))
            told = (item.title, item.format, item.edition, item.path)
            outcomes.extend(Outcome(*told, check, outcome) for check, outcome in verdict.checks.items())
    return Checked(publication.title, (*findings, *outputs), tuple(missing), tuple(outcomes), publication)


def _not_checked(publication: Publication, item: Item, verdict: Verdict) -> Iterator[str]:
    name = f"{item.title}, {publication.edition(item.edition).title}" if item.edition else item.title
    for check, outcome in verdict.checks.items():
        if outcome.startswith(NOT_CHECKED):
            yield f"{name}, {check}: {outcome.removeprefix(f'{NOT_CHECKED}: ')}"
