"""Two colours on one another: how far they differ, and the pairs that a reader may choose by name (WCAG 2.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping

LEAST = 7.0
"""The least contrast of words and what they stand on (1.4.6)."""

PAIRS: Mapping[str, tuple[str, str]] = {
    "black-on-white": ("#000000", "#FFFFFF"),
    "black-on-yellow": ("#000000", "#FFFF66"),
    "black-on-cream": ("#000000", "#FFF8E1"),
    "white-on-black": ("#FFFFFF", "#000000"),
    "yellow-on-black": ("#FFFF00", "#000000"),
}
"""Words and paper, by name."""

_OWN = re.compile(r"(#[0-9A-Fa-f]{6})-on-(#[0-9A-Fa-f]{6})")


def pair(name: str) -> tuple[str, str] | None:
    """The colours of words and paper, `#RRGGBB` each, by the pair's name or from `#RRGGBB-on-#RRGGBB`."""
    if own := _OWN.fullmatch(name):
        return own[1].upper(), own[2].upper()
    return PAIRS.get(name)


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, from 0 (black) to 1 (white)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (1.4.3)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def in_words(ratio: float) -> str:
    """A contrast as it is told; rounded down, so that 6.999 is never 7."""
    return f"{int(ratio * 100) / 100:.2f} to 1"
