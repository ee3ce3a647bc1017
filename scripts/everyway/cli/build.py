"""The commands that make the outputs, on one machine or many, and look after what was kept of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from everyway.cli.options import cache_option
from everyway.cli.telling import explained, shown, size, tell_error

if TYPE_CHECKING:
    from everyway.building.planning import Request


@click.command()
@click.argument("catalogue", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--edition", "editions", multiple=True, metavar="NAME", help="Only this edition (may be given again).")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this format (may be given again).")
@cache_option
@click.option("--workers", type=click.IntRange(1), help="How many processes share the work (else: one a processor).")
@click.option("--cluster", metavar="ADDRESS", default="", help="Share the work on a cluster: tcp://HOST:8786.")
@click.option("--time-limit", type=click.FloatRange(0), default=1800, help="Seconds that a step may take; 0: any.")
@click.option("--memory-limit", type=click.IntRange(0), default=0, help="Megabytes that a step may take; 0: any.")
@click.pass_obj
@explained
def build(
    project: Path,
    catalogue: Path | None,
    editions: tuple[str, ...],
    formats: tuple[str, ...],
    cache: str,
    workers: int | None,
    cluster: str,
    time_limit: float,
    memory_limit: int,
) -> None:
    """Make the site and every download into build/.

    With CATALOGUE, a folder: do so for every publication in it.
    """
    from everyway.building.limits import Limits
    from everyway.building.planning import Request
    from everyway.building.project import find_project, is_project

    limits = Limits(time_limit, memory_limit)
    request = Request(editions, formats, cache, workers or 0, cluster, limits)
    if catalogue and not is_project(catalogue):
        _build_all(catalogue, request)
    else:
        _build_one(find_project(catalogue or project), request)


def _build_one(root: Path, request: Request) -> None:
    from everyway.building.build import build
    from everyway.building.project import BUILD
    from everyway.reporting.progress import progress_for

    built = build(root, request, progress_for(sys.stderr))
    if built.findings:
        advice = "1 piece of advice" if len(built.findings) == 1 else f"{len(built.findings)} pieces of advice"
        click.echo(f"{advice} on how to make it better. To read: everyway check", err=True)
    for item in built.manifest.items:
        click.echo(f"{shown(root / BUILD / item.path)}  {size(item.size)}")


def _build_all(catalogue: Path, request: Request) -> None:
    from everyway.building.catalogue import build_catalogue, publications_in
    from everyway.building.workers import processors
    from everyway.reporting.progress import progress_for

    projects = publications_in(catalogue)
    progress = progress_for(sys.stderr)
    progress.start(len(projects), "publication")
    told = build_catalogue(
        projects, request, lambda project: progress.done(shown(project)), request.processes or processors()
    )
    for one in told:
        if one.error:
            click.echo(f"\n{shown(one.project)}", err=True)
            tell_error(one.error)
        else:
            click.echo(f"{shown(one.project)}  {one.items} files, {size(one.size)}")
    failed = [one for one in told if one.error]
    if failed:
        click.echo(
            f"{len(told) - len(failed)} of {len(told)} were built. These were not, and are as they were:", err=True
        )
        for one in failed:
            click.echo(f"  {shown(one.project)}", err=True)
        sys.exit(1)
    click.echo(f"All {len(told)} were built.", err=True)


@click.command()
@cache_option
@explained
def cluster(cache: str) -> None:
    """Say how to share the work of building among many machines."""
    from everyway.building.cluster import how_to_start

    click.echo(how_to_start(cache))


@click.command()
@click.option("--info", is_flag=True, help="Say how much is kept, and where. This is what happens without options too.")
@click.option(
    "--prune", metavar="SIZE", help="Let go of what was used longest ago until no more than this is left (5GB)."
)
@cache_option
@explained
def cache(info: bool, prune: str | None, cache: str) -> None:
    """Look after what earlier builds have kept, so that later ones are quick."""
    from everyway.building import upkeep

    kept = upkeep.cache_at(cache)
    if prune is not None:
        gone = upkeep.prune(kept, upkeep.bytes_of(prune))
        click.echo(f"Let go of {gone.entries} entries, {size(gone.size)}.")
    if info or prune is None:
        held = upkeep.extent(kept)
        click.echo(f"{kept.place}: {held.entries} entries, {size(held.size)}.")
