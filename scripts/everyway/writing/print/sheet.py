"""The sheet of a large print copy: its paper, margins and sizes, worked out from the options, and as CSS."""

from __future__ import annotations

from dataclasses import dataclass

from everyway.writing.print.measure import Measure
from everyway.writing.print.options import MEASURES, PrintOptions

POINTS = 72 / 25.4
"""Points in a millimetre."""

FAMILIES = {"atkinson": '"Atkinson Hyperlegible Next"', "lexend": '"Lexend", "Atkinson Hyperlegible Next"'}

LEADING = {"normal": 1.5, "wide": 1.8}
LETTERS = {"normal": 0.0, "wide": 0.06}
WORDS = {"normal": 0.0, "wide": 0.16}
"""Line height, and what is added to letters and spaces, in em; wide is near what WCAG 2.2, 1.4.12 asks to allow."""

HEADINGS = (1.6, 1.35, 1.15)
"""The largest sizes of headings of levels 1, 2 and 3 by the size of the text; lower ones are as large as the text."""


STACKED_UNDER = 16.0
"""Em: in a narrower column pictures stand above words, since beside them a line would hold only two or three words."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where text stands on the paper. `binding` and `edge` are the margins at the spine and away from it (mm)."""

    options: PrintOptions

    @property
    def binding(self) -> float:
        """The margin at the spine, in millimetres; a screen has none."""
        return 12 if self.options.paper == "A5-landscape" else 22

    @property
    def edge(self) -> float:
        """The margin at the other side, in millimetres."""
        return 12 if self.options.paper == "A5-landscape" else 18

    @property
    def bottom(self) -> float:
        """The lower margin in millimetres: the page number stands in it, as large as the text."""
        return 12 + 1.4 * self.options.size / POINTS

    @property
    def column(self) -> float:
        """The width of the text in points."""
        return (MEASURES[self.options.paper][0] - self.binding - self.edge) * POINTS

    @property
    def height(self) -> float:
        """The height of the text in points."""
        return (MEASURES[self.options.paper][1] - self.edge - self.bottom) * POINTS

    @property
    def ems(self) -> float:
        """The width of the text in em of its own size."""
        return self.column / self.options.size

    @property
    def stacked(self) -> bool:
        """Whether the picture of a statement stands above its words."""
        return self.ems < STACKED_UNDER

    @property
    def measure(self) -> Measure:
        """What measures words on this sheet."""
        spacing = self.options.spacing
        return Measure(self.options.typeface, LETTERS[spacing], WORDS[spacing])

    def headings(self, longest: float) -> tuple[float, ...]:
        """The sizes of headings by that of the text, where their longest word is so many em wide."""
        most = max(1.0, self.ems / longest * 0.98) if longest else HEADINGS[0]
        return tuple(min(size, most) for size in HEADINGS)

    def css(self, longest: float) -> str:
        """The sheet as CSS: `@page` rules and custom properties."""
        options, pair = self.options, self.options.pair
        width, height = MEASURES[options.paper]
        top, bottom = self.edge, round(self.bottom, 2)
        left = f"{top}mm {self.edge}mm {bottom}mm {self.binding}mm"
        right = f"{top}mm {self.binding}mm {bottom}mm {self.edge}mm"
        other = left if options.sides == "single" else right
        number = f"font:bold {options.size}pt {FAMILIES[options.typeface]};color:{pair.ink};"
        sizes = "".join(f"--h{level}:{size:.3f}em;" for level, size in enumerate(self.headings(longest), 1))
        return (
            f"@page{{size:{width}mm {height}mm;background:{pair.page};margin:{left};"
            f"@bottom-left{{content:counter(page);{number}width:100%;vertical-align:top;padding-top:5mm}}}}"
            f"@page :left{{margin:{other}}}"
            f":root{{--ink:{pair.ink};--page:{pair.page};--size:{options.size}pt;--words:{FAMILIES[options.typeface]};"
            f"--leading:{LEADING[options.spacing]};--letters:{LETTERS[options.spacing]}em;"
            f"--spaces:{WORDS[options.spacing]}em;--column:{self.column:.2f}pt;--height:{self.height:.2f}pt;{sizes}}}"
        )
