"""The command `everyway`, with all that it can do, in the order of its help."""

from __future__ import annotations

from pathlib import Path

import click

from everyway import __version__
from everyway.cli.build import build, cache, cluster
from everyway.cli.check import check, list_rules, reviewed
from everyway.cli.machine import doctor, serve
from everyway.cli.make import formats, make, voices


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="everyway %(version)s")
@click.option(
    "--project",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The publication's folder (else: the one you are in).",
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """One Markdown source, every way of reading it.

    Write in content/, then: everyway check, everyway serve, everyway build.
    """
    context.obj = project


for command in (build, check, list_rules, make, serve, formats, cache, cluster, voices, reviewed, doctor):
    main.add_command(command)
