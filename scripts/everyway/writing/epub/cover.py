"""The picture of the book that libraries and shelves show: printed like the title page, and drawn as a PNG."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from everyway.model import Edition, Publication
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.print.front import pictures_of, title_lines, title_pictures
from everyway.writing.print.press import Press
from everyway.writing.print.template import fill
from everyway.writing.print.words import date_in_words
from everyway.writing.tokens import read_tokens

WIDTH = 800
"""Pixels; the height is half as much again."""


def cover(publication: Publication, edition: Edition) -> bytes:
    """The cover of an edition as a PNG file."""
    html = fill(
        "ebook",
        "cover.html",
        publication=publication,
        edition=edition,
        words=words_for(edition.language),
        title=title_lines(edition.title),
        length=len(edition.title),
        pictures=title_pictures(edition),
        date=date_in_words(publication.date, edition.language),
    )
    return drawn(_press().print(html, pictures_of(edition)).content)


def drawn(pdf: bytes) -> bytes:
    """The first page of a PDF as a PNG file."""
    import pypdfium2  # type: ignore[import-untyped]
    from PIL.Image import Dither

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil()
        content = BytesIO()
        # Large plain areas and few colours: with a palette the file is a third as large, and looks the same.
        picture.convert("RGB").quantize(128, dither=Dither.NONE).save(content, "PNG")
        return content.getvalue()
    finally:
        document.close()


@cache
def _press() -> Press:
    theme, fonts = theme_folder("ebook"), theme_folder("fonts")
    colours = read_tokens(theme.parent / "tokens.yml").colours["light"]
    tokens = "".join(f"--{name}:{value};" for name, value in colours.items())
    return Press([fonts / "faces.css", theme / "cover.css"], [theme, fonts], f":root{{{tokens}}}")
