"""The works that are measured, each in a fresh process: `python -m tests.bench.jobs NAME FOLDER`.

The folder holds the project; `prepare` puts beside it what the others start from. Each prints its pages, or why not.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.bench import plan

FONTS = Path(__file__).parents[2] / "themes" / "fonts"


def prepare(folder: Path) -> int:
    """Write the project, the Typst markup, and the HTML and style sheets that everyway gives to WeasyPrint."""
    from everyway.reading.publication import read_publication
    from everyway.writing.large_print import make_large_print
    from everyway.writing.pdf import make_pdf
    from everyway.writing.print.press import Press

    plan.write_project(folder)
    (folder / "plan.typ").write_text(plan.typst_markup(), "utf-8")
    publication = read_publication(folder).publication
    assert publication is not None
    edition = publication.edition("plan")
    usual = make_pdf(publication, edition, {}, folder)

    made: dict[int, Mapping[str, object]] = {}
    start, work = Press.__init__, Press.print_volumes

    def started(press: Press, sheets: Iterable[Path], folders: Iterable[Path], tokens: str = "") -> None:
        every = tuple(sheets)
        made[id(press)] = {"sheets": [str(sheet) for sheet in every], "tokens": tokens}
        start(press, every, folders, tokens)

    def printed(press: Press, html: str, *more: Any, **others: Any) -> Any:
        (folder / "plan.html").write_text(html, "utf-8")
        (folder / "sheets.json").write_text(json.dumps(made[id(press)]), "utf-8")
        return work(press, html, *more, **others)

    Press.__init__, Press.print_volumes = started, printed  # type: ignore[assignment, method-assign]
    make_large_print(publication, edition, {}, folder)
    with contextlib.suppress(ImportError):
        import typst  # noqa: F401
    return int(usual[0].facts["pages"])


def everyway(folder: Path) -> int:
    """A copy in large print, 18 pt, from the Markdown: tagged, with all its looks at the page."""
    from everyway.reading.publication import read_publication
    from everyway.writing.large_print import make_large_print

    publication = read_publication(folder).publication
    assert publication is not None
    target = folder / "everyway"
    target.mkdir(exist_ok=True)
    made = make_large_print(publication, publication.edition("plan"), {}, target)
    return sum(int(one.facts["pages"]) for one in made)


def weasyprint(folder: Path) -> int:
    """WeasyPrint alone, with its own tags, on the HTML and the style sheets that everyway gives it."""
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

    fonts = FontConfiguration()
    given = json.loads((folder / "sheets.json").read_text("utf-8"))
    sheets = [CSS(string=given["tokens"]), *(CSS(filename=sheet, font_config=fonts) for sheet in given["sheets"])]
    document = HTML(string=(folder / "plan.html").read_text("utf-8")).render(
        stylesheets=sheets, font_config=fonts, presentational_hints=True, pdf_variant="pdf/ua-1"
    )
    document.write_pdf(folder / "weasyprint.pdf", pdf_variant="pdf/ua-1")
    return len(document.pages)


def typst(folder: Path) -> int:
    """Typst on the same text in its own markup, set alike, as PDF/UA-1."""
    import typst as engine

    target = folder / "typst.pdf"
    engine.compile(folder / "plan.typ", output=target, font_paths=[FONTS], pdf_standards="ua-1")
    import pikepdf

    with pikepdf.open(target) as pdf:
        return len(pdf.pages)


JOBS: Mapping[str, Callable[[Path], int]] = {
    "prepare": prepare,
    "everyway": everyway,
    "weasyprint": weasyprint,
    "typst": typst,
}

if __name__ == "__main__":
    try:
        print(json.dumps({"pages": JOBS[sys.argv[1]](Path(sys.argv[2]))}))  # noqa: T201
    except ImportError as error:
        print(json.dumps({"reason": f"the Python package {error.name} is not installed"}))  # noqa: T201
