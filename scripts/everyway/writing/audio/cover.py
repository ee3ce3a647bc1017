"""The picture that players show while a book is played: its title in the publication's colours, a square PNG."""

from __future__ import annotations

import struct
import zlib
from functools import cache

from everyway.model import Edition, Publication
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.print.press import Press
from everyway.writing.print.template import fill
from everyway.writing.tokens import read_tokens

PIXELS = 1400
"""The least that podcast directories take."""


def cover_of(publication: Publication, edition: Edition) -> bytes:
    """The cover of an edition as a PNG, the same every time."""
    kind = words_for(edition.language)("easy-read") if edition.easy_read else ""
    return _drawn(edition.title, "" if kind in edition.title else kind, publication.publisher, edition.language)


@cache
def _drawn(title: str, kind: str, publisher: str, language: str) -> bytes:
    import pypdfium2  # type: ignore[import-untyped]

    html = fill("cover", "cover.html", title=title, kind=kind, publisher=publisher, language=language)
    document = pypdfium2.PdfDocument(_press().print(html, {}).content)
    try:
        page = document[0]
        bitmap = page.render(scale=PIXELS / page.get_width(), rev_byteorder=True)
        return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)
    finally:
        document.close()


@cache
def _press() -> Press:
    theme, fonts = theme_folder("cover"), theme_folder("fonts")
    tokens = read_tokens(theme.parent / "tokens.yml")
    css = f":root{{{tokens.properties('light')}{tokens.measures()}}}"
    return Press((fonts / "faces.css", theme / "cover.css"), (theme, fonts), css)


def png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Rows of pixels of 3 or 4 bytes (red, green, blue, and what is not used) as a PNG (ISO/IEC 15948)."""
    rows = bytearray()
    for row in range(height):
        line = pixels[row * stride : row * stride + width * channels]
        colours = bytearray(width * 3)
        for colour in range(3):
            colours[colour::3] = line[colour::channels]
        rows += b"\x00" + colours
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
