"""What is asked of a printed copy: the numbers that its rules measure against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from everyway.model.artifact import Fact

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Demands:
    """`size`: points of the smallest letter; `contrast`: of letters to what lies behind them, as in WCAG.

    `margin`: points that stay free at each edge; `leading`: from line to line, in sizes of the letters.
    `leaves`: the most that a volume may have; `sides`: pages on a leaf. `underlined_links`: links may be underlined.
    `whole_compounds`: words are not parted at their own hyphens either. `spaced_out`: letters stand wide apart.
    """

    size: float
    contrast: float
    margin: float = 8 * MM
    leading: float = 1.2
    leaves: int | None = None
    sides: int = 1
    underlined_links: bool = True
    whole_compounds: bool = False
    spaced_out: bool = False


STANDARD = Demands(size=10, contrast=4.5)
EASY_READ = Demands(size=14, contrast=4.5, leading=1.4)

LEAST_LARGE = 14.0
"""Points: no large print is smaller, whatever was asked for."""

LEAVES = 100
"""The most leaves of a volume, unless the copy's facts say otherwise."""


def of_large_print(facts: Mapping[str, Fact]) -> Demands:
    """What a copy in large print has to keep: the size that its facts tell, and UKAAF's minimum requirements."""
    return Demands(
        size=max(LEAST_LARGE, float(facts.get("size", LEAST_LARGE))),
        contrast=7.0,
        leading=1.45,
        leaves=int(facts.get("leaves", LEAVES)),
        sides=2 if facts.get("sides") == "double" else 1,
        underlined_links=False,
        whole_compounds=True,
        spaced_out=facts.get("spacing") == "wide",
    )
