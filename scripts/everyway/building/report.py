"""The report folder: every form of report on one check, written aside and swapped into `build/report/`."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from everyway.building.check import Checked
from everyway.building.project import BUILD
from everyway.building.publish import aside, publish
from everyway.building.writing_errors import writing_error
from everyway.findings import Asked
from everyway.manifest import read_manifest
from everyway.model import Publication
from everyway.reporting.earl import earl_report
from everyway.reporting.html.frame import IN_STEP, PAGES, environment
from everyway.reporting.html.index import index_page
from everyway.reporting.html.rules import rule_pages
from everyway.reporting.in_step.page import in_step_page
from everyway.reporting.json import SCHEMA, json_report, json_schema
from everyway.reporting.junit import junit_report
from everyway.reporting.openacr import openacr_report
from everyway.reporting.report import About, Report
from everyway.reporting.sarif import sarif_report
from everyway.themes import theme_folder

REPORT = "report"
"""The folder of build/ that the report stands in."""

FORMS: Mapping[str, tuple[str, Callable[[Report], str]]] = {
    "json": ("report.json", json_report),
    "sarif": ("report.sarif", sarif_report),
    "junit": ("junit.xml", junit_report),
    "earl": ("earl.jsonld", earl_report),
    "openacr": ("openacr.yml", openacr_report),
}
"""The reports for programs: the name of each form, its file, and what writes it."""


def report_of(project: Path, checked: Checked) -> Report:
    """What a check found, with all that a report tells beside it: the lines meant, what people said, the day."""
    read = checked.read
    return Report(
        about=_about(read) if read else About(checked.publication),
        findings=checked.findings,
        not_checked=checked.not_checked,
        outcomes=checked.outcomes,
        tools=_tools(project) if checked.outcomes else {},
        asked=tuple(_asked(read, checked)) if read else (),
        audits=read.audits if read else (),
        lines=dict(_lines(project, checked)),
        made=_today(),
        earlier=_text(project / BUILD / REPORT / FORMS["json"][0]),
    )


def write_report(project: Path, report: Report, read: Publication | None) -> Path:
    """Write the folder anew; its first page. WritingError when it cannot be written: the one before is still there."""
    try:
        with aside(project / BUILD) as new:
            folder = new / REPORT
            for address, text in _files(report, read):
                file = folder / address
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
            for name in typefaces():
                (folder / name).write_bytes((theme_folder("fonts") / name).read_bytes())
            publish(new, project / BUILD)
    except OSError as error:
        raise writing_error(error) from error
    return project / BUILD / REPORT / "index.html"


def _files(report: Report, read: Publication | None) -> Iterator[tuple[str, str]]:
    templates = environment()
    both = read is not None and len({edition.easy_read for edition in read.editions}) > 1
    pages = PAGES if both else tuple(page for page in PAGES if page is not IN_STEP)
    yield "index.html", index_page(report, templates, pages)
    yield from rule_pages(report.about, templates, pages)
    if read and both:
        from everyway.checking.in_step.state import in_step

        yield IN_STEP[0], in_step_page(in_step(read), report.about, templates, pages)
    for file, write in FORMS.values():
        yield file, write(report)
    yield SCHEMA, json_schema()
    yield "report.css", style_sheet()
    yield "icon.svg", (theme_folder("site") / "icon.svg").read_text("utf-8")


def style_sheet() -> str:
    """The style sheet: the colours of the tokens, the site's type, links and focus, then what the report adds."""
    from everyway.writing.site.assets import tighten, token_rules
    from everyway.writing.tokens import read_tokens

    themes = theme_folder("site").parent
    sheets = (themes / "site/css/1-base.css", themes / "report/report.css")
    told = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    return tighten(f"{token_rules(read_tokens(themes / 'tokens.yml'))}\n{told}")


def typefaces() -> tuple[str, ...]:
    """The files of `themes/fonts/` that the style sheet asks for."""
    from everyway.writing.site.assets import TYPEFACES

    return TYPEFACES


def _about(read: Publication) -> About:
    return About(
        title=read.title,
        language=read.language,
        publisher=read.publisher,
        date=read.date.isoformat(),
        email=read.contact.email,
        editions={edition.name: (edition.title, edition.language) for edition in read.editions},
    )


def _tools(project: Path) -> Mapping[str, str]:
    """The tools that made what was checked, everyway itself apart."""
    return {name: version for name, version in read_manifest(project / BUILD).tools.items() if name != "everyway"}


def _asked(read: Publication, checked: Checked) -> Iterator[Asked]:
    from everyway.checking.manual import asked_of

    return asked_of(read, {outcome.format for outcome in checked.outcomes})


def _lines(project: Path, checked: Checked) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines of each file that a finding points at, if it is a file of the project that can be read as text."""
    for name in sorted({finding.where.file for finding in checked.findings if finding.where}):
        path = project / name
        if path.resolve().is_relative_to(project.resolve()) and (text := _text(path)):
            yield name, tuple(text.split("\n"))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _today() -> datetime.date:
    """The day, or that of SOURCE_DATE_EPOCH, so that a report can be made again byte for byte."""
    now = datetime.datetime.now(datetime.UTC)
    try:
        epoch = int(os.environ.get("SOURCE_DATE_EPOCH", ""))
        return datetime.datetime.fromtimestamp(epoch, datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        return now.date()
