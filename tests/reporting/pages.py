"""The pages of the sample report, as a folder."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

from everyway.building.report import style_sheet, typefaces
from everyway.reporting.html.frame import environment
from everyway.reporting.html.index import index_page
from everyway.reporting.html.rules import rule_pages
from everyway.reporting.report import Report
from everyway.themes import theme_folder


def write_pages(report: Report, folder: Path, rules: Collection[str] = ()) -> None:
    """The first page, and of the pages about rules those of these codes."""
    templates = environment()
    (folder / "rules").mkdir()
    (folder / "index.html").write_text(index_page(report, templates), "utf-8")
    for address, page in rule_pages(report.about, templates):
        if Path(address).stem in rules:
            (folder / address).write_text(page, "utf-8")
    (folder / "report.css").write_text(style_sheet(), "utf-8")
    for file in (theme_folder("site") / "icon.svg", *(theme_folder("fonts") / name for name in typefaces())):
        shutil.copy(file, folder)
