"""What a person asked for, as the plan of what is to be made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from everyway.building.content import content_of
from everyway.building.limits import Limits
from everyway.building.make import Plan
from everyway.building.project import BUILD, sources_state
from everyway.building.upkeep import cache_at
from everyway.cache import Cache
from everyway.errors import FindingsError, UsageError
from everyway.findings import Finding, errors_in
from everyway.manifest import read_manifest
from everyway.model import Edition, Publication
from everyway.writing.formats import FORMATS, Format


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked for; nothing named means all there is.

    `cache` is the place of the cache ("": at home). Work is shared out among `processes` (0: one for each processor),
    or on the `cluster` at an address ("tcp://..."); `limits` are those of each step.
    """

    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    cache: str = ""
    processes: int = 0
    cluster: str = ""
    limits: Limits = field(default_factory=Limits)


def planned(project: Path, request: Request) -> tuple[Plan, tuple[Finding, ...]]:
    """What is to be made of a project, in a folder that is not named yet; and the advice on its content.

    FindingsError when the content has errors; UsageError for an edition or format that does not exist.
    """
    cache = cache_at(request.cache)
    content = content_of(project, cache)
    if content.publication is None or errors_in(content.findings):
        raise FindingsError(
            "content-findings",
            "Nothing was built: the content needs mending first.",
            fix="Mend the lines named above, then build again.",
            findings=content.findings,
        )
    return _plan(project, content.publication, request, cache), content.findings


def _plan(project: Path, publication: Publication, request: Request, cache: Cache) -> Plan:
    plan = Plan(
        publication=publication,
        formats=_formats(publication, request.formats),
        editions=_editions(publication, request.editions),
        folder=Path(),
        sources=sources_state(project),
        shared=tuple(row for row in _formats(publication, ()) if row.scope == "edition"),
        cache=cache,
        root=project,
        before=project / BUILD,
        limits=request.limits,
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
