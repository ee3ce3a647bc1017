"""A whole check: the sources first, then every output that was built from them, by our own checks and by tools."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from everyway.building.project import BUILD, content_state
from everyway.checking.deep import check_deeply
from everyway.checking.gate import NOT_CHECKED, Verdict, check_artifact
from everyway.checking.source import check_sources, not_checked
from everyway.findings import Finding, Outcome, errors_in
from everyway.manifest import Item, read_manifest
from everyway.model import Artifact, Publication
from everyway.reading.publication import read_publication


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


def check_project(project: Path, *, sources_only: bool) -> Checked:
    """Check the sources and, unless they have errors or are all that is asked for, the outputs in `build/`."""
    reading = read_publication(project)
    if reading.publication is None:
        return Checked("", reading.findings)
    publication = reading.publication
    findings = check_sources(publication, reading.findings)
    missing = list(not_checked(publication))
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
    if manifest.sources != content_state(project):
        return Checked(
            publication.title,
            findings,
            (*missing, "The outputs: they are older than the content. Run: everyway build"),
            read=publication,
        )
    outputs: list[Finding] = []
    outcomes: list[Outcome] = []
    for item in manifest.items:
        for verdict, reason in _look_at(publication, item, project / BUILD):
            outputs.extend(verdict.findings)
            missing.extend(reason)
            told = (item.title, item.format, item.edition, item.path)
            outcomes.extend(Outcome(*told, check, outcome) for check, outcome in verdict.checks.items())
    return Checked(publication.title, (*findings, *outputs), tuple(missing), tuple(outcomes), publication)


def _look_at(publication: Publication, item: Item, folder: Path) -> Iterator[tuple[Verdict, tuple[str, ...]]]:
    path = folder / item.path
    if not path.exists():
        yield Verdict(), (f"{item.title}: {item.path} is no longer there. Run: everyway build",)
        return
    artifact = Artifact(item.format, item.edition, path, item.media_type, item.size, item.facts)
    name = f"{item.title}, {publication.edition(item.edition).title}" if item.edition else item.title
    for look in (check_artifact, check_deeply):
        verdict = look(publication, artifact)
        yield (
            verdict,
            tuple(
                f"{name}, {check}: {outcome.removeprefix(f'{NOT_CHECKED}: ')}"
                for check, outcome in verdict.checks.items()
                if outcome.startswith(NOT_CHECKED)
            ),
        )
