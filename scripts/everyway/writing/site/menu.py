"""The parts of an edition in the menu of a page: all of them, or, of very many, those near the one that is read.

A menu of a thousand links in every page would be a million links to load and to read past; the edition's own page has
them all, and the menu leads to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everyway.writing.site.pages import SitePage

MOST = 40
"""So many parts are all shown."""

NEAR = 7
"""Of more, so many before the one that is read and after it."""


@dataclass(frozen=True, slots=True)
class Menu:
    """The pages of parts that a menu shows, in order; `left_out` says that there are more, `count` how many in all."""

    shown: tuple[SitePage, ...]
    count: int

    @property
    def left_out(self) -> bool:
        """Whether there are parts that the menu does not show."""
        return len(self.shown) < self.count


def menu_of(parts: Sequence[SitePage], at: int | None) -> Menu:
    """The menu on the page of part number `at` (from 0), or on a page that is no part (None)."""
    if len(parts) <= MOST:
        return Menu(tuple(parts), len(parts))
    first = min(max(0, (at or 0) - NEAR), len(parts) - 2 * NEAR - 1)
    return Menu(tuple(parts[first : first + 2 * NEAR + 1]), len(parts))
