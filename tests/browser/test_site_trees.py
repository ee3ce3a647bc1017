"""What a screen reader is given of each kind of page, kept as text that a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Golden

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = {
    "home": "index.html",
    "edition": "plan/index.html",
    "part": "plan/people.html",
    "easy-read-edition": "easy-read/index.html",
    "easy-read-part": "easy-read/easy-people.html",
    "words": "easy-read/words.html",
    "get-a-copy": "get-a-copy.html",
    "accessibility": "accessibility.html",
    "search": "search.html",
    "contents": "contents.html",
    "pictures": "pictures.html",
    "not-found": "404.html",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_accessibility_tree_of_a_page(name: str, page: Page, golden: Golden) -> None:
    page.goto(PAGES[name])
    golden(f"aria/{name}.txt", page.locator("body").aria_snapshot() + "\n")


def test_the_accessibility_tree_of_the_player_while_somebody_listens(page: Page, golden: Golden) -> None:
    page.goto(PAGES["part"])
    page.locator(".listen [name=play]").click()
    page.locator(".voiced").wait_for()
    page.locator(".listen [name=play]").click()
    page.locator(".listen [name=forward]").click()
    page.locator(".listen summary").click()
    golden("aria/player.txt", page.locator(".listen").aria_snapshot() + "\n")
