"""The commands that say what is wrong, and what people have said of it."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from everyway.cli.options import cache_option
from everyway.cli.telling import colour, explained, shown, width

REPORTS = ("console", "json", "sarif", "junit", "earl", "openacr")
"""How “everyway check” can report."""


@click.command()
@click.option("--format", "form", type=click.Choice(REPORTS), default="console", help="How to report here.")
@click.option("--strict", is_flag=True, help="Fail too when something was not checked, or needs seeing to. For CI.")
@click.option("--sources-only", is_flag=True, help="Check only what is written in content/. Takes a second.")
@cache_option
@click.option("--report/--no-report", default=None, help="Write build/report/ too (else: unless --sources-only).")
@click.pass_obj
@explained
def check(project: Path, form: str, strict: bool, sources_only: bool, report: bool | None, cache: str) -> None:
    """Find what shuts a reader out, and say at which line and how to mend it."""
    from everyway.building.check import check_project
    from everyway.building.project import find_project
    from everyway.building.report import FORMS, report_of, write_report
    from everyway.findings import errors_in, strict_in
    from everyway.reporting.console import console_report
    from everyway.reporting.progress import progress_for

    root = find_project(project)
    checked = check_project(root, sources_only=sources_only, cache_place=cache, progress=progress_for(sys.stderr))
    told = report_of(root, checked)
    if form == "console":
        click.echo(console_report(told, width=width(), colour=colour(sys.stdout)))
    else:
        click.echo(FORMS[form][1](told), nl=False)
    if report or (report is None and not sources_only):
        page = write_report(root, told, checked.read)
        click.echo(f"The whole report, with a page for each rule: {shown(page)}", err=form != "console")
    if errors_in(checked.findings) or (strict and (checked.not_checked or strict_in(checked.findings))):
        sys.exit(1)


@click.command("rules")
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@explained
def list_rules(codes: tuple[str, ...]) -> None:
    """List the rules; with CODE, such as SRC012, say why it matters and how to mend a breach."""
    from everyway.reporting.rules import rule_report, rules_report

    click.echo(rule_report(codes, width=width()) if codes else rules_report(width=width()))


@click.command()
@click.argument("sections", metavar="[SECTION]...", nargs=-1)
@click.option("--by", default="", metavar="NAME", help="Who compared them: a person, or a team.")
@click.option("--all", "everything", is_flag=True, help="Everything that is outstanding.")
@click.option(
    "--date", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="When, as 2020-07-30 (else: today)."
)
@click.pass_obj
@explained
def reviewed(project: Path, sections: tuple[str, ...], by: str, everything: bool, on: datetime | None) -> None:
    """Record that somebody compared Easy Read sections with the plan; without a name, list what is outstanding.

    SECTION is an address such as easy-read/training, or its last part.
    """
    from everyway.building.project import find_project
    from everyway.building.reviewed import record, state_of
    from everyway.reporting.in_step.outstanding import outstanding_report, recorded_report

    root = find_project(project)
    if not sections and not everything:
        click.echo(outstanding_report(state_of(root), width=width()))
        return
    day = on.date() if on else date.today()
    recorded = record(root, sections, everything=everything, by=by, on=day)
    click.echo(recorded_report(recorded.pairs, recorded.taken_out))
