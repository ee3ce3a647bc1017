"""The commands for one person’s copy: what can be made, and making it."""

from __future__ import annotations

from pathlib import Path

import click

from everyway.cli.telling import explained, shown, size

SOUNDS = ("mp3", "m4b", "daisy", "wav", "cd")
"""The formats that “everyway make audio” can make."""


@click.command()
@click.argument("form", metavar="FORMAT")
@click.option("--edition", default="", metavar="NAME", help="Only this edition (else: each of them).")
@click.option("--profile", default="", metavar="NAME", help="The choices under that name in publication.yml.")
@click.option("--size", type=int, help="The smallest letters, in points: 14 to 72.")
@click.option("--colours", metavar="PAIR", help="Such as yellow-on-black, black-on-cream or #000033-on-#FFFFFF.")
@click.option("--paper", metavar="NAME", help="A4, A3 or A5-landscape (for tablets).")
@click.option("--typeface", metavar="NAME", help="atkinson or lexend.")
@click.option("--spacing", metavar="NAME", help="normal or wide.")
@click.option("--sides", metavar="NAME", help="double or single: the sides of the paper that are printed.")
@click.option("--volume-pages", type=int, help="How many leaves (of braille: pages) a volume may have.")
@click.option("--archive/--no-archive", default=None, help="Fit for archives too (PDF/A-2a).")
@click.option("--voice", metavar="NAME", help="Of spoken copies: who reads. everyway voices lists them.")
@click.option("--rate", type=click.IntRange(105, 400), help="Of spoken copies: words a minute; 160 is usual.")
@click.option("--pauses", type=click.FloatRange(0.5, 3), help="Of spoken copies: how long they are; 1 is usual.")
@click.option("--unpacked/--packed", default=None, help="Of daisy: as a folder too, to copy to a player.")
@click.option("--format", "sound", type=click.Choice(SOUNDS), default="mp3", help="Of audio: which files.")
@click.option("--grade", type=click.IntRange(1, 2), help="Of braille: 1 writes every letter, 2 is contracted.")
@click.option("--cells", type=int, help="Of braille: how many fit on a line, 20 to 50.")
@click.option("--lines", type=int, help="Of braille: how many fit on a page, 12 to 40.")
@click.option("--style", metavar="NAME", help="Of braille: the rules of its layout, uk or bana.")
@click.option("--booklet", is_flag=True, help="For the print room: A5 pages on A4, to fold. Only of pdf.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="The folder (else: build/personal).")
@click.pass_obj
@explained
def make(
    project: Path,
    /,
    form: str,
    edition: str,
    profile: str,
    booklet: bool,
    sound: str,
    into: Path | None,
    **chosen: object,
) -> None:
    """Make a copy to one person's need, such as: everyway make large-print --size 36 --colours yellow-on-black

    Or, to listen to: everyway make audio --format daisy --rate 120
    """
    from everyway.building.personal import Wish, make_personal
    from everyway.building.project import find_project

    options = {name: value for name, value in chosen.items() if value is not None}
    wish = Wish({"audio": sound, "braille": "brf"}.get(form, form), edition, options, profile, booklet, into)
    for made in make_personal(find_project(project), wish):
        click.echo(f"{shown(made.path)}  {size(made.size)}")
        if not made.accessible:
            click.echo("For the print room only: it has no structure that a screen reader could read.", err=True)


@click.command()
@click.pass_obj
@explained
def formats(project: Path) -> None:
    """List the formats that there are, and what each is for."""
    from everyway.writing.formats import FORMATS, ON_REQUEST

    width = max(len(row.name) for row in (*FORMATS, *ON_REQUEST))
    for row in (*FORMATS, *ON_REQUEST):
        title = f"{row.title}, by everyway make {row.name}" if row in ON_REQUEST else row.title
        click.echo(f"{row.name:{width}}  {title}\n{'':{width}}  {row.purpose}")


@click.command()
@click.option("--sample", is_flag=True, help="Make a page on which voices and pronunciations can be heard.")
@click.option("--voice", default="", metavar="NAME", help="Say the pronunciations in this voice.")
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), help="The page's folder (else: build/voices)."
)
@click.pass_obj
@explained
def voices(project: Path, sample: bool, voice: str, into: Path | None) -> None:
    """List the voices that can read aloud; with --sample, make a page to hear them on."""
    from everyway.building.project import find_project
    from everyway.building.voices import make_samples, voices_of
    from everyway.errors import ProjectError
    from everyway.reporting.voices import voices_report

    if sample or voice or into:
        click.echo(shown(make_samples(find_project(project), voice=voice, into=into)))
        return
    try:
        root = find_project(project)
    except ProjectError:
        root = None
    click.echo(voices_report(voices_of(root)))
