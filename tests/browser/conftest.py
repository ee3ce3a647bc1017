"""What the browser tests share: the sites that they look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from everyway.checking.web.server import serve
from tests.browser.sites import Built, build_example, build_small

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def clean_site() -> Path:
    """A small site by hand on which nothing is wrong, to be served under /base/."""
    return FIXTURES / "clean"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the publication in content/."""
    return build_example(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a small publication that has every kind of block, which editors do not change."""
    return build_small(tmp_path_factory.mktemp("small"))


@pytest.fixture
def page(chromium: Browser, small: Built) -> Iterator[Page]:
    """A fresh page at the beginning of the small site; what the browser complains of fails the test."""
    complaints: list[str] = []
    with serve(small.folder) as root:
        context = chromium.new_context(base_url=root, reduced_motion="reduce")
        context.set_default_timeout(8000)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(error.message))
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto("")
        yield page
        context.close()
    assert complaints == []
