"""The picture of a cover: boxes and drawings below, painted by PDFium; words above, by FreeType."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from everyway.writing.covers.look import Unpaintable
from everyway.writing.covers.shapes import box, drawing, one_page
from everyway.writing.covers.words import Style, placed, typeface

if TYPE_CHECKING:
    from PIL.Image import Image

_FINER, _EDGE = 4, 8
"""Times finer than the picture, lines are painted; and pixels about them for what letters reach over their bodies."""


class Canvas:
    """A picture so many pixels of CSS wide and high, `scale` dots to each."""

    def __init__(self, width: float, height: float, scale: float) -> None:
        self._width, self._height, self._scale = width, height, scale
        self._shapes = list[str]()
        self._words = list[tuple[float, float, str, Style, str]]()
        self._photographs = list[tuple[Path, float, float, float]]()

    def box(self, left: float, top: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """A plain box, its corners rounded by a radius."""
        self._shapes.append(box(left, top, width, height, colour, radius))

    def picture(self, file: Path, left: float, top: float, side: float) -> None:
        """A picture in a square, in its middle; Unpaintable when it is a drawing that only the press can draw."""
        if file.suffix.lower() == ".svg":
            self._shapes.append(drawing(file.read_bytes(), left, top, side))
        else:
            self._photographs.append((file, left, top, side))

    def words(self, some: list[str], style: Style, left: float, top: float, colour: str) -> float:
        """Lines of text; what is given is where the next thing may begin."""
        self._words += [(*place, colour) for place in placed(some, style, left, top)]
        return top + len(some) * style.line

    def painted(self) -> Image:
        """The picture."""
        import pypdfium2  # type: ignore[import-untyped]

        document = pypdfium2.PdfDocument(one_page(self._width, self._height, self._shapes))
        try:
            painted: Image = document[0].render(scale=self._scale).to_pil().convert("RGB")
        finally:
            document.close()
        # PDFium rounds up what is a hair more than a whole pixel.
        picture = painted.crop((0, 0, round(self._width * self._scale), round(self._height * self._scale)))
        for file, left, top, side in self._photographs:
            self._photograph(picture, file, left, top, side)
        for x, y, line, style, colour in self._words:
            self._line(picture, (x * self._scale, y * self._scale), line, style, colour)
        return picture

    def _line(self, picture: Image, place: tuple[float, float], line: str, style: Style, colour: str) -> None:
        """Paint a line finely and shrink it: letters then keep their shapes and places, which whole pixels bend."""
        from PIL import Image
        from PIL.ImageDraw import Draw

        font = typeface(style.bold, style.size * self._scale * _FINER)
        left, top = int(place[0]) - _EDGE, int(place[1] - style.size * self._scale) - _EDGE
        at = ((place[0] - left) * _FINER, (place[1] - top) * _FINER)
        wide = ceil(font.getlength(line) / _FINER) + 2 * _EDGE
        high = ceil(style.size * self._scale * 1.5) + 2 * _EDGE
        letters = Image.new("L", (wide * _FINER, high * _FINER))
        Draw(letters).text(at, line, fill=255, font=font, anchor="ls")
        picture.paste(colour, (left, top), letters.reduce(_FINER))

    def _photograph(self, picture: Image, file: Path, left: float, top: float, side: float) -> None:
        from PIL import Image, ImageOps

        try:
            with Image.open(file) as opened:
                own = ImageOps.contain(
                    ImageOps.exif_transpose(opened).convert("RGBA"), (round(side * self._scale),) * 2
                )
        except OSError as error:
            raise Unpaintable(str(error)) from error
        middle = (round((left + side / 2) * self._scale), round((top + side / 2) * self._scale))
        picture.paste(own, (middle[0] - own.width // 2, middle[1] - own.height // 2), own)


def png(picture: Image) -> bytes:
    """A picture as a PNG file, the same every time."""
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()
