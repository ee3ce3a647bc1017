"""Pictures for documents that cannot show every kind: drawings become PNG on white, sharp enough to print.

Word before 2016 and many other programs show no SVG. White lies under a drawing, since its lines are dark, and a page
may be dark as well.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from everyway.model import Edition, Figure, InlinePicture, Picture, Statement
from everyway.model.walk import blocks_of, inlines_of, sections_of, sentences_of
from everyway.themes import theme_folder
from everyway.writing.site.pictures import size_of

if TYPE_CHECKING:
    from everyway.writing.print.press import Press

Use = Literal["statement", "opening", "figure", "inline"]

PER_INCH = 200
"""Dots in an inch: as sharp as most printers show a drawing."""

_LEAST = {"statement": 36.0, "opening": 30.0, "figure": 45.0, "inline": 0.0}
_MOST = {"statement": (36.0, 36.0), "opening": (30.0, 30.0), "figure": (160.0, 120.0), "inline": (30.0, 7.0)}
"""Millimetres: how wide a drawing is at least, and how wide and high a picture at most, by what it is used for."""

_MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a document: its bytes, their media type, and its measures in millimetres."""

    content: bytes
    media_type: str
    width: float
    height: float

    @property
    def address(self) -> str:
        """The picture itself as a `data:` address."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.content).decode('ascii')}"


class Pictures:
    """The pictures of an edition; `scale` is the size of its text by that of the usual text."""

    def __init__(self, edition: Edition, scale: float = 1.0) -> None:
        self._scale = scale
        uses = list(uses_of(edition))
        widest: dict[Path, float] = {}
        for picture, use in uses:
            width, _ = self._measures(picture, use)
            widest[picture.file] = max(width, widest.get(picture.file, 0.0))
        named = {picture.file: picture for picture, _ in uses if picture.file.suffix.lower() == ".svg"}
        drawn = _drawn((picture, widest[file]) for file, picture in named.items())
        self._content: Mapping[Path, bytes] = drawn

    def show(self, picture: Picture, use: Use) -> Shown:
        """A picture as it is shown in that use."""
        width, height = self._measures(picture, use)
        own = self._content.get(picture.file)
        if own is not None:
            return Shown(own, "image/png", width, height)
        return Shown(picture.file.read_bytes(), _MEDIA_TYPES[picture.file.suffix.lower()], width, height)

    def _measures(self, picture: Picture, use: Use) -> tuple[float, float]:
        wide, high = size_of(picture.file) or (100, 100)
        width, height = wide / 96 * 25.4, high / 96 * 25.4
        if use == "inline":
            room = _MOST[use][1] * self._scale
            return width * room / height, room
        if picture.file.suffix.lower() == ".svg" and width < _LEAST[use]:
            width, height = _LEAST[use], height * _LEAST[use] / width
        most, highest = _MOST[use]
        shrink = min(1.0, most / width, highest / height)
        return width * shrink, height * shrink


def uses_of(edition: Edition) -> Iterator[tuple[Picture, Use]]:
    """Every picture of an edition and what it is used for, in no order."""
    for section in sections_of(edition):
        if section.opening and section.opening.picture:
            yield section.opening.picture, "opening"
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, InlinePicture):
                    yield inline.picture, "inline"
        for blocks in (section.blocks, *(note.blocks for note in section.notes)):
            for block in blocks_of(blocks):
                if isinstance(block, Figure):
                    yield block.picture, "figure"
                elif isinstance(block, Statement):
                    yield block.picture, "statement"


# Drawings


_kept: dict[tuple[Path, int, int], bytes] = {}
"""Drawings of this process: large and usual documents share most of them."""


def _drawn(wanted: Iterable[tuple[Picture, float]]) -> dict[Path, bytes]:
    """Each drawing as PNG, by its file, for the width in millimetres that it is shown in."""
    keys = {picture: (picture.file, picture.file.stat().st_mtime_ns, round(width)) for picture, width in wanted}
    new = {picture: key for picture, key in keys.items() if key not in _kept}
    if new:
        pages = _pages({picture: width for picture, (_, _, width) in new.items()})
        _kept.update(zip(new.values(), pages, strict=True))
    return {key[0]: _kept[key] for key in keys.values()}


def _pages(drawings: Mapping[Picture, int]) -> Iterator[bytes]:
    """Each drawing as PNG, as many millimetres wide: WeasyPrint draws it on a page of its own, PDFium looks at that."""
    import pypdfium2  # type: ignore[import-untyped]

    from everyway.writing.print.local import address_of

    sheet, body = [], []
    for number, (picture, width) in enumerate(drawings.items()):
        wide, high = size_of(picture.file) or (100, 100)
        height = width * high / wide
        sheet.append(
            f"@page p{number} {{ size: {width}mm {height:.3f}mm; margin: 0 }} .p{number} {{ page: p{number} }}"
        )
        sheet.append(f".p{number} img {{ width: {width}mm; height: {height:.3f}mm }}")
        body.append(f'<div class="p{number}"><img src="{address_of(picture)}" alt="-"></div>')
    style = "img { display: block } html { line-height: 0 }" + "".join(sheet)
    page = f'<!DOCTYPE html><html lang="en"><title>-</title><style>{style}</style><body>{"".join(body)}'
    document = pypdfium2.PdfDocument(_printed(page, drawings))
    try:
        for sheet_of_paper in document:
            bitmap = sheet_of_paper.render(scale=PER_INCH / 72, fill_color=(255, 255, 255, 255), rev_byteorder=True)
            channels = bitmap.n_channels
            yield _png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, channels)
    finally:
        document.close()


def _printed(page: str, drawings: Iterable[Picture]) -> bytes:
    """The pages as PDF; the typefaces of the theme are read only where a drawing has words that need them."""
    if any(b"<text" in picture.file.read_bytes() for picture in drawings):
        return _press().print(page, drawings).content
    from weasyprint import HTML  # type: ignore[import-untyped]

    from everyway.writing.print.complaints import listening
    from everyway.writing.print.local import LocalFiles

    with listening():
        content: bytes = HTML(string=page, url_fetcher=LocalFiles.of(drawings, ())).write_pdf()
    return content


@cache
def _press() -> Press:
    from everyway.writing.print.press import Press

    fonts = theme_folder("fonts")
    return Press([fonts / "faces.css"], [fonts])


def _png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """RGB pixels as PNG (ISO 15948), each row told by how it differs from the one above."""
    import numpy

    rows = numpy.frombuffer(pixels, numpy.uint8).reshape(height, stride)[:, : width * channels]
    rows = rows.reshape(height, width, channels)[:, :, :3].reshape(height, width * 3)
    above = numpy.vstack([numpy.zeros((1, width * 3), numpy.uint8), rows[:-1]])
    told = numpy.hstack([numpy.full((height, 1), 2, numpy.uint8), rows - above])
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(told.tobytes(), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )
