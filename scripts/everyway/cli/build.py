"""The commands that make the outputs and look after what was kept of them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from everyway.cli.telling import explained, shown, size

cache_option = click.option(
    "--cache",
    metavar="PLACE",
    default="",
    help="Where to keep what was made: a folder or a URL such as s3://bucket/name.",
)


@click.command()
@click.option("--edition", "editions", multiple=True, metavar="NAME", help="Only this edition (may be given again).")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this format (may be given again).")
@cache_option
@click.pass_obj
@explained
def build(project: Path, editions: tuple[str, ...], formats: tuple[str, ...], cache: str) -> None:
    """Make the site and every download into build/."""
    from everyway.building.build import Request
    from everyway.building.build import build as build_project
    from everyway.building.project import BUILD, find_project
    from everyway.reporting.progress import progress_for

    root = find_project(project)
    built = build_project(root, Request(editions, formats, cache), progress_for(sys.stderr))
    if built.findings:
        advice = "1 piece of advice" if len(built.findings) == 1 else f"{len(built.findings)} pieces of advice"
        click.echo(f"{advice} on how to make it better. To read: everyway check", err=True)
    for item in built.manifest.items:
        click.echo(f"{shown(root / BUILD / item.path)}  {size(item.size)}")


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
