"""What the browser tests share: one Chromium for all of them, and what happens when a tool is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.needed import need

from everyway.checking.web.browser import open_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    need("chromium", "playwright", "axe")
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def clean_site() -> Path:
    """A small site by hand on which nothing is wrong, to be served under /base/."""
    return FIXTURES / "clean"
