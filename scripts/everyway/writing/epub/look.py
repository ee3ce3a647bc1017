"""The style sheet of the book: `themes/ebook/book.css`, with the colours of the parts put in.

A reader's own colours come first, so the book sets none for words or paper; lines and bands beside them are seen on
white, on black and on whatever a reader chose between the two.
"""

from __future__ import annotations

from functools import cache

from everyway.model.colour import luminance
from everyway.themes import theme_folder
from everyway.writing.epub.overlays import ACTIVE
from everyway.writing.print.template import fill
from everyway.writing.tokens import PARTS, read_tokens

MIDDLE = 0.179
"""The luminance that differs as much from white as from black: 4.58 to 1 (WCAG 2.2, 1.4.11 asks for 3)."""


@cache
def style_sheet() -> str:
    """The style sheet; ProjectError when the design tokens cannot be read."""
    tokens = read_tokens(theme_folder("ebook").parent / "tokens.yml").colours["light"]
    names = ("brand", "line", *(f"part-{part}" for part in PARTS))
    return fill(
        "ebook",
        "book.css",
        middle={name: middling(tokens[name]) for name in names},
        active_class=ACTIVE,
        focus=tokens["focus"],
        focus_ink=tokens["focus-ink"],
    )


def middling(colour: str) -> str:
    """The colour, made lighter or darker until it is seen on white as well as on black."""
    other = "#FFFFFF" if luminance(colour) < MIDDLE else "#000000"
    return min(
        (_mixed(colour, other, share / 100) for share in range(101)), key=lambda one: abs(luminance(one) - MIDDLE)
    )


def _mixed(one: str, other: str, share: float) -> str:
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
