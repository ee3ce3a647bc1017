"""The picture that players show while a book is played: its title in the publication's colours, a square PNG."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from everyway.model import Edition, Publication
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.covers.canvas import Canvas, png
from everyway.writing.covers.look import Look, Unpaintable, read_look
from everyway.writing.covers.words import Style, fitting, lines

if TYPE_CHECKING:
    from everyway.writing.print.press import Press

PIXELS = 1400
"""The least that podcast directories take."""

KNOWN = "709d42fb3afe2932"
"""The digest of the sheet that is painted here (`covers.look`)."""

SIZES = ("short", "long", "very-long")
LONG, VERY_LONG = 60, 110
"""Titles of more letters are set smaller."""


def cover_of(publication: Publication, edition: Edition) -> bytes:
    """The cover of an edition as a PNG, the same every time."""
    kind = words_for(edition.language)("easy-read") if edition.easy_read else ""
    return _drawn(edition.title, "" if kind in edition.title else kind, publication.publisher, edition.language)


@cache
def _drawn(title: str, kind: str, publisher: str, language: str) -> bytes:
    try:
        return painted(title, kind, publisher)
    except Unpaintable:
        return printed(title, kind, publisher, language)


def painted(title: str, kind: str, publisher: str) -> bytes:
    """The cover, painted; Unpaintable where only the press can do it."""
    look = read_look("cover", KNOWN)
    side = look.length("@page", "size")
    canvas = Canvas(side, side, PIXELS / side)
    canvas.box(0, 0, side, side, look.colour("body", "background"))
    left, top = look.length("main", "left"), look.length("main", "top")
    room, bottom = side - left - look.length("main", "right"), _publisher(canvas, look, publisher, side)
    plain = Style(look.length("main p", "font-size"), look.length("html", "line-height"), bold=False)
    under, after = lines(kind, plain, room) if kind else [], look.length("h1", "margin", 2)
    sizes = [look.length(f"h1.{size}", "font-size") for size in SIZES[SIZES.index(_size(title)) :]]
    height = bottom - top - after - len(under) * plain.line
    style, told = fitting([title], sizes, look.length("h1", "line-height"), room, height)
    ink = look.colour("html", "color")
    top = canvas.words(told, style, left, top, ink)
    canvas.words(under, plain, left, top + after, ink)
    return png(canvas.painted())


def _publisher(canvas: Canvas, look: Look, publisher: str, side: float) -> float:
    """The band with the publisher's name at the foot; where it begins."""
    high, wide = (look.length(".publisher", "padding", place) for place in (0, 1))
    style = Style(look.length(".publisher", "font-size"), look.length("html", "line-height"))
    told = lines(publisher, style, side - 2 * wide)
    height = len(told) * style.line + 2 * high
    canvas.box(0, side - height, side, height, look.colour(".publisher", "background"))
    canvas.words(told, style, wide, side - height + high, look.colour(".publisher", "color"))
    return side - height


def printed(title: str, kind: str, publisher: str, language: str) -> bytes:
    """The cover, printed by the press and photographed: any script, any sheet."""
    import pypdfium2  # type: ignore[import-untyped]

    from everyway.writing.print.template import fill

    values = {"title": title, "kind": kind, "publisher": publisher, "language": language, "size": _size(title)}
    document = pypdfium2.PdfDocument(_press().print(fill("cover", "cover.html", **values), {}).content)
    try:
        page = document[0]
        return png(page.render(scale=PIXELS / page.get_width()).to_pil().convert("RGB"))
    finally:
        document.close()


def _size(title: str) -> str:
    return "very-long" if len(title) > VERY_LONG else "long" if len(title) > LONG else "short"


@cache
def _press() -> Press:
    from everyway.writing.print.press import Press
    from everyway.writing.tokens import read_tokens

    theme, fonts = theme_folder("cover"), theme_folder("fonts")
    tokens = read_tokens(theme.parent / "tokens.yml")
    css = f":root{{{tokens.properties('light')}{tokens.measures()}}}"
    return Press((fonts / "faces.css", theme / "cover.css"), (theme, fonts), css)
