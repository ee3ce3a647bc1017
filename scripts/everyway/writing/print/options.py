"""What a person may choose for a printed copy, as one value: the same options give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args

from everyway.errors import UsageError
from everyway.model import Edition, Publication
from everyway.writing.print.colours import Colours, colours_named

Paper = Literal["A4", "A3", "A5-landscape"]
Typeface = Literal["atkinson", "lexend"]
Spacing = Literal["normal", "wide"]
Sides = Literal["double", "single"]

SMALLEST, LARGEST = 14, 72
"""Points. Below 14 it is no large print; above 72 few words fit on a line of A3."""

MEASURES: Mapping[str, tuple[float, float]] = {"A4": (210, 297), "A3": (297, 420), "A5-landscape": (210, 148)}
"""Width and height of each paper in millimetres."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "paper": get_args(Paper),
    "typeface": get_args(Typeface),
    "spacing": get_args(Spacing),
    "sides": get_args(Sides),
}


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a copy is printed; UsageError when a value is not one that can be chosen.

    `size` is in points: nothing in the copy is smaller. `colours` names a pair, or is `#RRGGBB-on-#RRGGBB`. `sides`
    says whether both sides of a leaf are printed. `volume_pages` is the number of leaves after which a volume ends at
    the next section. `archive` makes it PDF/A-2a too.
    """

    size: int = 18
    colours: str = "black-on-white"
    paper: Paper = "A4"
    typeface: Typeface = "atkinson"
    spacing: Spacing = "normal"
    sides: Sides = "double"
    volume_pages: int = 100
    archive: bool = False

    def __post_init__(self) -> None:
        if not _whole(self.size) or not SMALLEST <= self.size <= LARGEST:
            raise UsageError(
                "size-out-of-range",
                f"The size {self.size} cannot be printed.",
                fix=f"Choose a whole number of points from {SMALLEST} to {LARGEST}; 18 is large print, 28 giant print.",
            )
        for name, choices in CHOICES.items():
            if (value := getattr(self, name)) not in choices:
                raise UsageError(
                    f"unknown-{name}",
                    f"There is no {name} “{value}”.",
                    fix=f"Choose one of these: {', '.join(choices)}.",
                )
        if not _whole(self.volume_pages) or self.volume_pages < 10:
            raise UsageError(
                "volume-too-thin",
                f"Volumes of {self.volume_pages} leaves cannot be made.",
                fix="Choose 10 leaves or more; 100 can still be held in the hand.",
            )
        if not isinstance(self.archive, bool):
            raise UsageError("not-yes-or-no", f"“archive” is {self.archive!r}.", fix="Write true or false.")
        object.__setattr__(self, "colours", self.pair.name)

    @classmethod
    def of(cls, values: Mapping[str, object]) -> PrintOptions:
        """The options in plain values (a profile, settings, a row of the formats); UsageError for one unknown."""
        known = [field.name for field in fields(cls)]
        for name in values:
            if name not in known:
                raise UsageError(
                    "unknown-option",
                    f"A printed copy has no option “{name}”.",
                    fix=f"The options are: {', '.join(known)}.",
                )
        return cls(**values)  # type: ignore[arg-type]

    @property
    def pair(self) -> Colours:
        """The two colours."""
        return colours_named(self.colours)

    @property
    def pages_a_volume(self) -> int:
        """How many pages a volume should not go far beyond."""
        return self.volume_pages * (2 if self.sides == "double" else 1)

    def name(self, usual: PrintOptions) -> str:
        """What sets these options apart from the usual ones, for a file name: "36pt-yellow-on-black-a3"; or nothing."""
        parts = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != getattr(usual, field.name):
                parts.append(_SAID.get(field.name, "{}").format(value).lower().replace("#", ""))
        return "-".join(parts)


def settings_of(publication: Publication, edition: Edition) -> Mapping[str, object]:
    """The print settings of an edition: what `publication.yml` says for all of them, then for this one."""
    every, own = publication.settings.get("print"), edition.settings.get("print")
    return {**(every if isinstance(every, Mapping) else {}), **(own if isinstance(own, Mapping) else {})}


_SAID = {"size": "{}pt", "sides": "{}-sided", "volume_pages": "{}-leaves", "archive": "archive"}


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
