"""The picture of the book that libraries and shelves show: like the title page, and drawn as a PNG."""

from __future__ import annotations

from collections import deque
from functools import cache
from typing import TYPE_CHECKING

from everyway.model import Edition, Publication
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.covers.canvas import Canvas, png
from everyway.writing.covers.look import Look, Unpaintable, read_look
from everyway.writing.covers.words import Style, fitting, lines, width
from everyway.writing.print.front import pictures_of, title_lines, title_pictures, title_tiles
from everyway.writing.print.words import date_in_words

if TYPE_CHECKING:
    from PIL.Image import Image

    from everyway.writing.print.press import Press

WIDTH = 800
"""Pixels; the height is half as much again."""

KNOWN = "7d14c10ddcbb33dc"
"""The digest of the sheet that is painted here (`covers.look`)."""

SIZES = ("short", "long", "very-long")
LONG, VERY_LONG = 60, 140
"""Titles of more letters are set smaller."""


_last: deque[tuple[Publication, Edition, bytes]] = deque(maxlen=1)
"""The last cover: the book with sound and the one without have the same."""


def cover(publication: Publication, edition: Edition) -> bytes:
    """The cover of an edition as a PNG file."""
    for book, own, made in _last:
        if book is publication and own is edition:
            return made
    try:
        made = few_colours(painted(publication, edition))
    except Unpaintable:
        made = few_colours(printed(publication, edition))
    _last.append((publication, edition, made))
    return made


def few_colours(picture: Image) -> bytes:
    """A picture of large plain areas as a PNG with a palette: a third as large as without, and it looks the same."""
    from PIL.Image import Dither

    return png(picture.quantize(128, dither=Dither.NONE))


def painted(publication: Publication, edition: Edition) -> Image:
    """The cover, painted; Unpaintable where only the press can do it."""
    look = read_look("ebook", KNOWN)
    wide, high = (look.length("@page", "size", place) for place in (0, 1))
    canvas = Canvas(wide, high, WIDTH / wide)
    canvas.box(0, 0, wide, look.length(".band", "height"), look.colour(".band", "background"))
    _words(canvas, look, publication.publisher, edition, wide)
    _tiles(canvas, look, edition)
    _date(canvas, look, date_in_words(publication.date, edition.language), high)
    return canvas.painted()


def _words(canvas: Canvas, look: Look, publisher: str, edition: Edition, wide: float) -> None:
    """Publisher, badge and title, under each other on the band."""
    top, left = (look.length(".band", "padding", place) for place in (0, 1))
    leading, ink = look.length("html", "line-height"), look.colour(".band", "color")
    room = wide - 2 * left
    style = Style(look.length(".publisher", "font-size"), leading)
    top = canvas.words(lines(publisher, style, room, anywhere=True), style, left, top, ink)
    top += look.length(".publisher", "margin-bottom")
    if edition.easy_read:
        style = Style(look.length(".badge", "font-size"), leading)
        above, beside = (look.length(".badge", "padding", place) for place in (0, 1))
        told = lines(words_for(edition.language)("easy-read"), style, room - 2 * beside)
        over, down = max(width(line, style) for line in told) + 2 * beside, len(told) * style.line + 2 * above
        ground, corner = look.colour(".badge", "background"), look.length(".badge", "border-radius")
        canvas.box(left, top, over, down, ground, corner)
        canvas.words(told, style, left + beside, top + above, look.colour(".badge", "color"))
        top += down + look.length(".badge", "margin-bottom")
    sizes = [look.length(f"h1.{size}", "font-size") for size in SIZES[SIZES.index(_size(edition.title)) :]]
    foot = look.length(".band", "height") + min(0, look.length(".tiles", "margin"))
    style, told = fitting(title_lines(edition.title), sizes, leading, room, foot - top)
    canvas.words(told, style, left, top, ink)


def _tiles(canvas: Canvas, look: Look, edition: Edition) -> None:
    """The pictures of the parts, each on a tile of its own."""
    pictures = title_tiles(edition)
    own, inside = (".tiles-1 .tile", ".tiles-1 .tile img") if len(pictures) == 1 else (".tile", ".tile img")
    left, side, picture = look.length(".tiles", "margin", 1), look.length(own, "width"), look.length(inside, "width")
    top = look.length(".band", "height") + look.length(".tiles", "margin")
    line, corner = look.length(".tile", "border"), look.length(".tile", "border-radius")
    for number, one in enumerate(pictures, 1):
        edge = (f".tiles-4 .tile:nth-child({number})", "border-color") if len(pictures) == 4 else (".tile", "border")
        canvas.box(left, top, side, side, look.colour(*edge), corner)
        inner = side - 2 * line
        canvas.box(left + line, top + line, inner, inner, look.colour(".tile", "background"), corner - line)
        away = line + look.length(".tile", "padding")
        canvas.picture(one.file, left + away, top + away, picture)
        left += side + look.length(".tiles", "gap")


def _date(canvas: Canvas, look: Look, date: str, high: float) -> None:
    style = Style(look.length(".date", "font-size"), look.length("html", "line-height"))
    left, top = look.length(".date", "left"), high - look.length(".date", "bottom") - style.line
    line = look.length(".date", "border-left")
    canvas.box(left, top, line, style.line, look.colour(".date", "border-left"))
    after = left + line + look.length(".date", "padding-left")
    canvas.words(lines(date, style, high), style, after, top, look.colour("html", "color"))


def printed(publication: Publication, edition: Edition) -> Image:
    """The cover, printed by the press and photographed: any script, any drawing, any sheet."""
    import pypdfium2  # type: ignore[import-untyped]

    from everyway.writing.print.template import fill

    html = fill(
        "ebook",
        "cover.html",
        publication=publication,
        edition=edition,
        words=words_for(edition.language),
        title=title_lines(edition.title),
        size=_size(edition.title),
        pictures=title_pictures(edition),
        date=date_in_words(publication.date, edition.language),
    )
    document = pypdfium2.PdfDocument(_press().print(html, pictures_of(edition)).content)
    try:
        page = document[0]
        picture: Image = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
        return picture
    finally:
        document.close()


def _size(title: str) -> str:
    return "very-long" if len(title) > VERY_LONG else "long" if len(title) > LONG else "short"


@cache
def _press() -> Press:
    from everyway.writing.print.press import Press
    from everyway.writing.tokens import read_tokens

    theme, fonts = theme_folder("ebook"), theme_folder("fonts")
    colours = read_tokens(theme.parent / "tokens.yml").colours["light"]
    tokens = "".join(f"--{name}:{value};" for name, value in colours.items())
    return Press([fonts / "faces.css", theme / "cover.css"], [theme, fonts], f":root{{{tokens}}}")
