"""What a person may choose for a braille copy, as one value: the same options give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args

from everyway.errors import UsageError
from everyway.model import Edition, Publication

Style = Literal["uk", "bana"]
Sides = Literal["double", "single"]

FEWEST_CELLS, MOST_CELLS = 20, 50
FEWEST_LINES, MOST_LINES = 12, 40
THINNEST = 20
"""Pages. The contents of a long publication fill several; a volume has to have room for words too."""


@dataclass(frozen=True, slots=True)
class BrailleOptions:
    """How a copy is set in braille; UsageError when a value is not one that can be chosen.

    `grade` is 1 (every letter written) or 2 (contracted). `cells` are those of a line and `lines` those of a page, the
    page number's line among them. `style` names the rules of layout. `sides` says whether leaves are embossed on both
    sides. A volume has at most `volume_pages` pages.
    """

    grade: int = 2
    cells: int = 40
    lines: int = 25
    style: Style = "uk"
    sides: Sides = "double"
    volume_pages: int = 100

    def __post_init__(self) -> None:
        if self.grade not in (1, 2) or isinstance(self.grade, bool):
            raise UsageError(
                "unknown-grade",
                f"There is no braille of grade {self.grade}.",
                fix="Choose 1 (every letter written) or 2 (contracted).",
            )
        _within("cells", self.cells, FEWEST_CELLS, MOST_CELLS, "40 is the width of most paper, 32 of many displays")
        _within("lines", self.lines, FEWEST_LINES, MOST_LINES, "25 fills most paper")
        _within("volume_pages", self.volume_pages, THINNEST, 1000, "100 can still be bound and carried")
        for name, choices in (("style", get_args(Style)), ("sides", get_args(Sides))):
            if (value := getattr(self, name)) not in choices:
                raise UsageError(
                    f"unknown-{name}",
                    f"There is no {name} “{value}” of braille.",
                    fix=f"Choose one of these: {', '.join(choices)}.",
                )

    @classmethod
    def of(cls, values: Mapping[str, object]) -> BrailleOptions:
        """The options in plain values (a profile, settings, a row of the formats); UsageError for one unknown."""
        known = [field.name for field in fields(cls)]
        for name in values:
            if name not in known:
                raise UsageError(
                    "unknown-option",
                    f"A braille copy has no option “{name}”.",
                    fix=f"The options are: {', '.join(known)}.",
                )
        return cls(**values)  # type: ignore[arg-type]

    def name(self, usual: BrailleOptions) -> str:
        """What sets these options apart from the usual ones, for a file name: "grade-1-32-cells-bana"; or nothing."""
        return "-".join(
            _SAID.get(field.name, "{}").format(getattr(self, field.name))
            for field in fields(self)
            if getattr(self, field.name) != getattr(usual, field.name)
        )


def settings_of(publication: Publication, edition: Edition) -> Mapping[str, object]:
    """The braille settings of an edition: what `publication.yml` says for all of them, then for this one."""
    every, own = publication.settings.get("braille"), edition.settings.get("braille")
    return {**(every if isinstance(every, Mapping) else {}), **(own if isinstance(own, Mapping) else {})}


_SAID = {
    "grade": "grade-{}", "cells": "{}-cells", "lines": "{}-lines", "sides": "{}-sided", "volume_pages": "{}-pages",
}  # fmt: skip


def _within(name: str, value: object, least: int, most: int, advice: str) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        said = name.replace("_", " ")
        raise UsageError(
            f"{name.replace('_', '-')}-out-of-range",
            f"Braille cannot be set with {said} of {value}.",
            fix=f"Choose a whole number from {least} to {most}; {advice}.",
        )
