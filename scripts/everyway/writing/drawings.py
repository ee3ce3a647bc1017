"""Drawings (SVG) as pictures made of dots (PNG), by resvg: the same bytes on every machine."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from everyway.errors import WritingError
from everyway.themes import theme_folder

_TYPEFACE = "Atkinson Hyperlegible Next"


def drawn(file: Path, width: int, ground: str = "#ffffff") -> bytes:
    """A drawing as PNG, so many dots wide, on a ground of that colour; its height follows.

    Words in it are set in the theme's typeface where it names none that this machine has. WritingError for a drawing
    that has no measures.
    """
    return _drawn(file, file.stat().st_mtime_ns, width, ground)


@lru_cache(256)
def _drawn(file: Path, _changed: int, width: int, ground: str) -> bytes:
    import resvg_py

    drawing = file.read_text("utf-8-sig")
    words = "<text" in drawing
    try:
        made = resvg_py.svg_to_bytes(
            svg_string=drawing,
            width=width,
            background=ground,
            skip_system_fonts=not words,
            font_dirs=[str(theme_folder("fonts"))] if words else None,
            font_family=_TYPEFACE,
            sans_serif_family=_TYPEFACE,
            serif_family=_TYPEFACE,
        )
    except ValueError as error:
        raise WritingError(
            "drawing-unreadable",
            f"The drawing {file.name} could not be drawn: {error}.",
            why="Word, OpenDocument and the covers of books show it as a picture made of dots.",
            fix="Open it in a drawing program, see that it has a width and a height, and save it again.",
        ) from error
    return bytes(made)
