"""Small PDF files to look at: HTML laid out on small sheets, in the project's own typeface."""

from __future__ import annotations

import atexit
import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from everyway.tagging.build import structure_tree
from everyway.tagging.outline import tree_as_text
from everyway.tagging.read import read
from everyway.tagging.tree import TaggedPdf

FONTS = Path(__file__).parents[2] / "themes" / "fonts"
DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5"
    "ErkJggg=="
)
SHEET = """
@page {
  size: 400px 500px; margin: 50px;
  @top-center { content: "Running head" }
  @bottom-right { content: counter(page) }
}
html { font: 16px/1.5 "Atkinson Hyperlegible Next"; hyphens: manual }
h1, h2 { font-size: 20px } h1, h2, p, ul, ol, dl, table, figure, pre, blockquote { margin: 8px 0 }
.note { float: footnote }
.toc a::after { content: leader(".") target-counter(attr(href), page) }
img { width: 20px; height: 20px }
"""


@cache
def _fonts() -> tuple[Any, Any]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return fonts, CSS(filename=FONTS / "faces.css", font_config=fonts)


atexit.register(_fonts.cache_clear)  # the fonts must go before the modules that close them


def laid_out(body: str, *, ours: bool = True, lang: str = "en") -> bytes:
    """Give the PDF file of some HTML, with our tags or with WeasyPrint's own."""
    from weasyprint import CSS, HTML

    fonts, faces = _fonts()
    page = f'<html lang="{lang}"><head><title>A test</title></head><body>{body.replace("DOT", DOT)}</body></html>'
    with structure_tree() if ours else nullcontext():
        made: bytes = HTML(string=page).write_pdf(
            stylesheets=[faces, CSS(string=SHEET)],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            presentational_hints=True,
        )
    return made


def tagged(body: str, *, ours: bool = True, lang: str = "en") -> TaggedPdf:
    """Give what a reader finds in the PDF file of some HTML."""
    return read(io.BytesIO(laid_out(body, ours=ours, lang=lang)))


def tree(body: str, *, lang: str = "en") -> str:
    """Give the tree of some HTML as text."""
    document = tagged(body, lang=lang).document
    assert document is not None
    return tree_as_text(document)


@contextmanager
def logged() -> Iterator[list[str]]:
    """Collect what WeasyPrint and the tags log from WARNING up."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    ear, logger = Ear(logging.WARNING), logging.getLogger("weasyprint")
    logger.addHandler(ear)
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
