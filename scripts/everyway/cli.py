"""The commands. The only room that prints, asks or exits; everything heavy is imported where it is used."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import click

from everyway import __version__
from everyway.errors import EverywayError, FindingsError, JobsError, OutsideError

if TYPE_CHECKING:
    from everyway.findings import Finding

P = ParamSpec("P")

SOUNDS = ("mp3", "m4b", "daisy", "wav", "cd")
"""The formats that “everyway make audio” can make."""

REPORTS = ("console", "json", "sarif", "junit", "earl", "openacr")
"""How “everyway check” can report."""

_cache = click.option(
    "--cache",
    metavar="PLACE",
    default="",
    help="Where to keep what was made: a folder or a URL such as s3://bucket/name.",
)

STOPPED = 130
"""The exit code of a command stopped by the person (128 + SIGINT), as shells expect it."""


def _explained(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose errors are told in plain words, with the exit code that belongs to them; never a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except EverywayError as error:
            _tell_error(error)
            sys.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("\nStopped. Nothing was changed; what was built before is still there.", err=True)
            sys.exit(STOPPED)
        except BrokenPipeError:
            # Whoever read our output has gone, as `everyway check | head` does: that is no error of ours.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except Exception as fault:
            own = _own_fault(fault)
            _tell_error(own)
            sys.exit(own.exit_code)

    return run


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


@main.command()
@click.option("--edition", "editions", multiple=True, metavar="NAME", help="Only this edition (may be given again).")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this format (may be given again).")
@_cache
@click.pass_obj
@_explained
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
        click.echo(f"{_shown(root / BUILD / item.path)}  {_size(item.size)}")


@main.command()
@click.option("--format", "form", type=click.Choice(REPORTS), default="console", help="How to report here.")
@click.option("--strict", is_flag=True, help="Fail too when something was not checked, or needs seeing to. For CI.")
@click.option("--sources-only", is_flag=True, help="Check only what is written in content/. Takes a second.")
@click.option("--report/--no-report", default=None, help="Write build/report/ too (else: unless --sources-only).")
@click.pass_obj
@_explained
def check(project: Path, form: str, strict: bool, sources_only: bool, report: bool | None) -> None:
    """Find what shuts a reader out, and say at which line and how to mend it."""
    from everyway.building.check import check_project
    from everyway.building.project import find_project
    from everyway.building.report import FORMS, report_of, write_report
    from everyway.findings import errors_in, strict_in
    from everyway.reporting.console import console_report

    root = find_project(project)
    checked = check_project(root, sources_only=sources_only)
    told = report_of(root, checked)
    if form == "console":
        click.echo(console_report(told, width=_width(), colour=_colour(sys.stdout)))
    else:
        click.echo(FORMS[form][1](told), nl=False)
    if report or (report is None and not sources_only):
        page = write_report(root, told, checked.read)
        click.echo(f"The whole report, with a page for each rule: {_shown(page)}", err=form != "console")
    if errors_in(checked.findings) or (strict and (checked.not_checked or strict_in(checked.findings))):
        sys.exit(1)


@main.command("rules")
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@_explained
def list_rules(codes: tuple[str, ...]) -> None:
    """List the rules; with CODE, such as SRC012, say why it matters and how to mend a breach."""
    from everyway.reporting.rules import rule_report, rules_report

    click.echo(rule_report(codes, width=_width()) if codes else rules_report(width=_width()))


@main.command()
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
@_explained
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
        click.echo(f"{_shown(made.path)}  {_size(made.size)}")
        if not made.accessible:
            click.echo("For the print room only: it has no structure that a screen reader could read.", err=True)


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.pass_obj
@_explained
def serve(project: Path, port: int) -> None:
    """Show the site on this computer and renew it at each change of content/."""
    from everyway.building.project import find_project
    from everyway.writing.site.serve import serve_site

    serve_site(find_project(project), port=port, tell=lambda line: click.echo(line))


@main.command()
@click.pass_obj
@_explained
def formats(project: Path) -> None:
    """List the formats that there are, and what each is for."""
    from everyway.writing.formats import FORMATS, ON_REQUEST

    width = max(len(row.name) for row in (*FORMATS, *ON_REQUEST))
    for row in (*FORMATS, *ON_REQUEST):
        title = f"{row.title}, by everyway make {row.name}" if row in ON_REQUEST else row.title
        click.echo(f"{row.name:{width}}  {title}\n{'':{width}}  {row.purpose}")


@main.command()
@click.option("--info", is_flag=True, help="Say how much is kept, and where. This is what happens without options too.")
@click.option(
    "--prune", metavar="SIZE", help="Let go of what was used longest ago until no more than this is left (5GB)."
)
@_cache
@_explained
def cache(info: bool, prune: str | None, cache: str) -> None:
    """Look after what earlier builds have kept, so that later ones are quick."""
    from everyway.building import upkeep

    kept = upkeep.cache_at(cache)
    if prune is not None:
        gone = upkeep.prune(kept, upkeep.bytes_of(prune))
        click.echo(f"Let go of {gone.entries} entries, {_size(gone.size)}.")
    if info or prune is None:
        held = upkeep.extent(kept)
        click.echo(f"{kept.place}: {held.entries} entries, {_size(held.size)}.")


@main.command()
@click.option("--sample", is_flag=True, help="Make a page on which voices and pronunciations can be heard.")
@click.option("--voice", default="", metavar="NAME", help="Say the pronunciations in this voice.")
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), help="The page's folder (else: build/voices)."
)
@click.pass_obj
@_explained
def voices(project: Path, sample: bool, voice: str, into: Path | None) -> None:
    """List the voices that can read aloud; with --sample, make a page to hear them on."""
    from everyway.building.project import find_project
    from everyway.building.voices import make_samples, voices_of
    from everyway.errors import ProjectError
    from everyway.reporting.voices import voices_report

    if sample or voice or into:
        click.echo(_shown(make_samples(find_project(project), voice=voice, into=into)))
        return
    try:
        root = find_project(project)
    except ProjectError:
        root = None
    click.echo(voices_report(voices_of(root)))


@main.command()
@click.argument("sections", metavar="[SECTION]...", nargs=-1)
@click.option("--by", default="", metavar="NAME", help="Who compared them: a person, or a team.")
@click.option("--all", "everything", is_flag=True, help="Everything that is outstanding.")
@click.option(
    "--date", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="When, as 2020-07-30 (else: today)."
)
@click.pass_obj
@_explained
def reviewed(project: Path, sections: tuple[str, ...], by: str, everything: bool, on: datetime | None) -> None:
    """Record that somebody compared Easy Read sections with the plan; without a name, list what is outstanding.

    SECTION is an address such as easy-read/training, or its last part.
    """
    from everyway.building.project import find_project
    from everyway.building.reviewed import record, state_of
    from everyway.reporting.in_step.outstanding import outstanding_report, recorded_report

    root = find_project(project)
    if not sections and not everything:
        click.echo(outstanding_report(state_of(root), width=_width()))
        return
    day = on.date() if on else date.today()
    recorded = record(root, sections, everything=everything, by=by, on=day)
    click.echo(recorded_report(recorded.pairs, recorded.taken_out))


@main.command()
@_explained
def doctor() -> None:
    """List the tools that everyway found, their versions, and how to get what is missing."""
    from everyway.reporting.doctor import doctor_report
    from everyway.tools import find_tools

    click.echo(doctor_report(find_tools()))


def _own_fault(fault: Exception) -> EverywayError:
    """The error for a fault of everyway itself; its details go to a file that can be sent to those who mend it."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="everyway-", suffix=".log", delete=False) as log:
        log.write(f"everyway {__version__}, Python {sys.version}\n{' '.join(sys.argv)}\n\n")
        log.write("".join(traceback.format_exception(fault)))
    return OutsideError(
        "own-fault",
        f"everyway itself has failed ({type(fault).__name__}). This is not a fault of your content.",
        why="Nothing was published; what was built before is still there.",
        fix=f"Please send this file to the people who look after everyway: {log.name}",
    )


def _tell_error(error: EverywayError) -> None:
    from everyway.findings import errors_in
    from everyway.reporting.error import error_report

    # Only what stands in the way: advice would hide it, and `everyway check` tells the advice.
    if isinstance(error, FindingsError | JobsError) and (in_the_way := errors_in(error.findings)):
        _tell_findings(in_the_way)
    if isinstance(error, JobsError):
        for one in error.errors:
            _tell_error(one)
    click.echo(error_report(error, width=_width()), err=True)


def _tell_findings(findings: tuple[Finding, ...]) -> None:
    from everyway.reporting.console import console_report
    from everyway.reporting.report import Report

    report = Report(findings=findings)
    click.echo(console_report(report, width=_width(), colour=_colour(sys.stderr)), err=True)


def _colour(stream: object) -> bool:
    return "NO_COLOR" not in os.environ and bool(getattr(stream, "isatty", lambda: False)())


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 100)


def _shown(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _size(size: int) -> str:
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"


if __name__ == "__main__":
    main()
