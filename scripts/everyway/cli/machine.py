"""The commands about this machine: the preview that it serves, and the tools that it has."""

from __future__ import annotations

from pathlib import Path

import click

from everyway.cli.telling import explained


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.pass_obj
@explained
def serve(project: Path, port: int) -> None:
    """Show the site on this computer and renew it at each change of content/."""
    from everyway.building.project import find_project
    from everyway.writing.site.serve import serve_site

    serve_site(find_project(project), port=port, tell=lambda line: click.echo(line))


@click.command()
@explained
def doctor() -> None:
    """List the tools that everyway found, their versions, and how to get what is missing."""
    from everyway.reporting.doctor import doctor_report
    from everyway.tools import find_tools

    click.echo(doctor_report(find_tools()))
