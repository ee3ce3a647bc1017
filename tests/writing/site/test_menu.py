"""The menu of a page: all parts of an edition, or of very many those near the page."""

from __future__ import annotations

import pytest

from everyway.writing.site.menu import MOST, NEAR, menu_of
from everyway.writing.site.pages import SitePage

PAGES = [SitePage(f"plan/{number}.md", f"Part {number}", "part", "en") for number in range(1000)]


def test_a_menu_shows_every_part_of_a_usual_edition() -> None:
    menu = menu_of(PAGES[:MOST], 3)
    assert menu.shown == tuple(PAGES[:MOST])
    assert not menu.left_out


@pytest.mark.parametrize(
    ("at", "first"), [(None, 0), (0, 0), (NEAR, 0), (500, 500 - NEAR), (999, 999 - 2 * NEAR)], ids=str
)
def test_a_menu_of_very_many_shows_those_near_the_page(at: int | None, first: int) -> None:
    menu = menu_of(PAGES, at)
    assert menu.shown == tuple(PAGES[first : first + 2 * NEAR + 1])
    assert at is None or PAGES[at] in menu.shown
    assert (menu.left_out, menu.count) == (True, 1000)
