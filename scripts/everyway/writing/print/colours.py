"""Two colours for a printed copy: by the name of a pair, or as any two of a person's choice; never too close."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from everyway.errors import UsageError
from everyway.writing.tokens import contrast, luminance

LEAST = 7.0
"""The least contrast of words and paper (WCAG 2.2, 1.4.6)."""

_PAIRS: Mapping[str, tuple[str, str]] = {
    "black-on-white": ("#000000", "#FFFFFF"),
    "black-on-yellow": ("#000000", "#FFFF66"),
    "black-on-cream": ("#000000", "#FFF8E1"),
    "white-on-black": ("#FFFFFF", "#000000"),
    "yellow-on-black": ("#FFFF00", "#000000"),
}
PAIRS = tuple(_PAIRS)
_OWN = re.compile(r"(#[0-9A-Fa-f]{6})-on-(#[0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour of everything drawn (`ink`) and that of the paper (`page`), each #RRGGBB in capitals."""

    name: str
    ink: str
    page: str

    @property
    def dark(self) -> bool:
        """Whether the paper is the darker of the two."""
        return luminance(self.page) < luminance(self.ink)


def colours_named(name: str) -> Colours:
    """The colours of a pair, or of `#RRGGBB-on-#RRGGBB`; UsageError for another name or a contrast below 7 to 1."""
    own = _OWN.fullmatch(name)
    if own is None and name not in _PAIRS:
        raise UsageError(
            "unknown-colours",
            f"There are no colours “{name}”.",
            fix=f"The colours are: {', '.join(PAIRS)}. Two of your own are written like this: #000033-on-#FFFFFF.",
        )
    ink, page = own.groups() if own else _PAIRS[name]
    ratio = contrast(ink, page)
    if ratio < LEAST:
        raise UsageError(
            "colours-too-close",
            f"The colours {ink} on {page} have a contrast of {int(ratio * 100) / 100:.2f} to 1; words need 7 to 1.",
            why="Many people who need large print could not tell the words from the paper.",
            fix=f"Make one of them lighter or darker, or choose one of these: {', '.join(PAIRS)}.",
        )
    return Colours(f"{ink}-on-{page}".upper().replace("ON", "on") if own else name, ink.upper(), page.upper())
