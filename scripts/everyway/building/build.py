"""The whole build: read, make aside, check, and publish only when everything is good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from everyway.building.content import content_of
from everyway.building.jobs import run
from everyway.building.make import Outcome, Plan, errors_of
from everyway.building.project import BUILD, content_state
from everyway.building.publish import aside, carry_over, publish
from everyway.building.upkeep import cache_at
from everyway.building.workers import processors
from everyway.building.writing_errors import writing_error
from everyway.cache import Cache
from everyway.errors import FindingsError, JobsError, UsageError
from everyway.findings import Finding, errors_in
from everyway.manifest import Manifest, read_manifest
from everyway.model import Edition, Publication
from everyway.reporting.progress import Progress
from everyway.writing.formats import FORMATS, Format


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked for; nothing named means all there is. `cache` is the place of the cache ("": at home)."""

    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    cache: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: its manifest and the findings below error level that came up on the way."""

    manifest: Manifest
    findings: tuple[Finding, ...]


def build(project: Path, request: Request, progress: Progress) -> Built:
    """Make what is asked for into `build/`; it is untouched unless everything could be made and passed its checks.

    Raises FindingsError for faults in the sources or outputs, JobsError when several jobs failed (one job's own error
    when it is the only one), UsageError for an edition or format that does not exist.
    """
    cache = cache_at(request.cache)
    content = content_of(project, cache)
    publication, findings = content.publication, content.findings
    if publication is None or errors_in(findings):
        raise FindingsError(
            "content-findings",
            "Nothing was built: the content needs mending first.",
            fix="Mend the lines named above, then build again.",
            findings=findings,
        )
    folder = project / BUILD
    try:
        with aside(folder) as new:
            plan = _plan(project, publication, request, new, cache)
            carry_over(plan.kept, folder, new)
            progress.start(len(tuple(plan.jobs())))
            manifest, outcomes = run(plan, lambda job: progress.done(job.title), processes=processors())
            _refuse_failures(outcomes)
            (new / "manifest.json").write_text(manifest.to_json(), "utf-8")
            publish(new, folder)
    except OSError as error:
        raise writing_error(error) from error
    return Built(manifest, (*findings, *(finding for outcome in outcomes for finding in outcome.findings)))


def _plan(project: Path, publication: Publication, request: Request, new: Path, cache: Cache) -> Plan:
    plan = Plan(
        publication=publication,
        formats=_formats(publication, request.formats),
        editions=_editions(publication, request.editions),
        folder=new,
        sources=content_state(project),
        shared=tuple(row for row in _formats(publication, ()) if row.scope == "edition"),
        cache=cache,
        root=project,
        before=project / BUILD,
    )
    if not request.formats and not request.editions:
        return plan
    earlier = read_manifest(project / BUILD)
    again = {(job.format.name, job.edition.name if job.edition else "") for job in plan.jobs()}
    formats = {row.name for row in FORMATS}
    editions = {"", *(edition.name for edition in publication.editions)}
    kept = tuple(
        item
        for item in earlier.items
        if earlier.publication == publication.name
        and (item.format, item.edition) not in again
        and item.format in formats
        and item.edition in editions
        and (project / BUILD / item.path).exists()
    )
    # Outputs of different states of the content make a build that belongs to none of them.
    same = not kept or earlier.sources == plan.sources
    return replace(plan, kept=kept, sources=plan.sources if same else "")


def _formats(publication: Publication, asked: tuple[str, ...]) -> tuple[Format, ...]:
    known = [row.name for row in FORMATS]
    for name in (*asked, *publication.formats):
        if name not in known:
            raise UsageError(
                "unknown-format",
                f"There is no format “{name}”.",
                fix=f"The formats are: {', '.join(known)}. “everyway formats” tells about each.",
            )
    wanted = asked or publication.formats
    return tuple(row for row in FORMATS if not wanted or row.name in wanted)


def _editions(publication: Publication, asked: tuple[str, ...]) -> tuple[Edition, ...]:
    known = [edition.name for edition in publication.editions]
    for name in asked:
        if name not in known:
            raise UsageError(
                "unknown-edition",
                f"This publication has no edition “{name}”.",
                fix=f"Its editions are: {', '.join(known)}.",
            )
    return tuple(edition for edition in publication.editions if not asked or edition.name in asked)


def _refuse_failures(outcomes: Sequence[Outcome]) -> None:
    findings = tuple(finding for outcome in outcomes for finding in outcome.findings)
    errors = errors_of(outcomes)
    if len(errors) == 1 and not errors_in(findings):
        raise errors[0]
    if errors:
        raise JobsError(errors, findings)
    if errors_in(findings):
        raise FindingsError(
            "output-findings",
            "Nothing was published: what was made did not pass its checks.",
            fix="Each finding above says who can mend it. What was built before is still there.",
            findings=findings,
        )
