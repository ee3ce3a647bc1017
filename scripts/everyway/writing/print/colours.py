"""Two colours for a printed copy: by the name of a pair, or as any two of a person's choice; never too close."""

from __future__ import annotations

from dataclasses import dataclass

from everyway.errors import UsageError
from everyway.model.colour import LEAST, PAIRS, contrast, in_words, luminance, pair


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
    found = pair(name)
    if found is None:
        raise UsageError(
            "unknown-colours",
            f"There are no colours “{name}”.",
            fix=f"The colours are: {', '.join(PAIRS)}. Two of your own are written like this: #000033-on-#FFFFFF.",
        )
    ink, page = found
    ratio = contrast(ink, page)
    if ratio < LEAST:
        raise UsageError(
            "colours-too-close",
            f"The colours {ink} on {page} have a contrast of {in_words(ratio)}; words need {LEAST:.0f} to 1.",
            why="Many people who need large print could not tell the words from the paper.",
            fix=f"Make one of them lighter or darker, or choose one of these: {', '.join(PAIRS)}.",
        )
    return Colours(name if name in PAIRS else f"{ink}-on-{page}", ink, page)
