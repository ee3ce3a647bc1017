"""What the content says and what is wrong with it: read once for each state of its files, and then known."""

from __future__ import annotations

import sysconfig
from dataclasses import dataclass
from pathlib import Path

from everyway.building.packing import Places, packed, unpacked
from everyway.building.project import content_state
from everyway.building.state import DICTIONARIES, code_state, tool_state
from everyway.cache import Cache, key_of
from everyway.findings import Finding
from everyway.model import Publication


@dataclass(frozen=True, slots=True)
class Content:
    """The publication (None when nothing could be made of what was read) and the findings in its sources.

    `not_checked` says in words what could not be checked in them here.
    """

    publication: Publication | None
    findings: tuple[Finding, ...]
    not_checked: tuple[str, ...] = ()


def content_of(project: Path, cache: Cache) -> Content:
    """Read and check the sources of a project, or find what came of it when they were last as they are now.

    ProjectError when there is no publication.
    """
    key = key_of("content", code_state(), tool_state(DICTIONARIES, cache), content_state(project))
    places = places_of(project)
    kept = _kept(cache, key, places)
    if kept is None:
        kept = _read(project)
        if not kept.not_checked:  # what is missing today may be here tomorrow
            cache.put(key, packed(kept, places))
    return kept


def _read(project: Path) -> Content:
    # Here, since a build of what has not changed needs neither, and they take longer to load than all the rest of it.
    from everyway.checking.source import check_sources, not_checked
    from everyway.reading.publication import read_publication

    reading = read_publication(project)
    if reading.publication is None:
        return Content(None, reading.findings)
    publication = reading.publication
    return Content(publication, check_sources(publication, reading.findings), not_checked(publication))


def places_of(project: Path) -> Places:
    """The folders that the paths in a publication begin with, wherever it was read."""
    return {"project": project, "packages": Path(sysconfig.get_path("purelib"))}


def _kept(cache: Cache, key: str, places: Places) -> Content | None:
    content = cache.get(key)
    if content is None:
        return None
    try:
        kept = unpacked(content, places)
    except ValueError:
        return None
    return kept if isinstance(kept, Content) else None
