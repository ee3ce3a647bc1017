"""Outcomes to manifest: what was made now, and what is kept from the build before."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version

from everyway import __version__
from everyway.building.make import Outcome, Plan
from everyway.manifest import Item, Manifest
from everyway.writing.formats import FORMATS, ON_REQUEST

TOOLS = (
    "weasyprint",
    "pydyf",
    "mkdocs",
    "mkdocs-material",
    "markdown-it-py",
    "sentencex",
    "page-validation",
    "pyttsx3",
    "lameenc",
    "num2words",
)


def assemble(plan: Plan, outcomes: Iterable[Outcome]) -> Manifest:
    """The manifest of a build folder: what these outcomes made, and what stays from the build before."""
    made = [
        Item.of(
            artifact,
            title=outcome.job.format.title,
            folder=plan.folder,
            sha256=outcome.hashes[artifact.path],
            checks=outcome.checks[artifact.path],
        )
        for outcome in outcomes
        for artifact in outcome.artifacts
    ]
    formats = [row.name for row in (*FORMATS, *ON_REQUEST)]
    editions = ["", *(edition.name for edition in plan.publication.editions)]
    items = sorted(
        (*made, *plan.kept), key=lambda item: (formats.index(item.format), editions.index(item.edition), item.path)
    )
    return Manifest(
        publication=plan.publication.name,
        date=plan.publication.date.isoformat(),
        tools={"everyway": __version__, **versions(TOOLS)},
        items=tuple(items),
        sources=plan.sources,
    )


def versions(packages: Iterable[str]) -> dict[str, str]:
    """The installed versions of packages, by name; a package that is not installed is left out."""
    found = {}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
