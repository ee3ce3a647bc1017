"""What all tests share: golden files, which hold outputs as text that a person can read, and one browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.needed import need

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files of tests/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the golden file of that name (`pdf/plan.txt`), or writes it with --renew-golden."""
    renew = bool(request.config.getoption("--renew-golden"))

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if renew:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        how = f"If the change is meant: scripts/test --renew-golden, then read git diff tests/golden/{name}"
        assert file.is_file(), f"tests/golden/{name} is not there yet. {how}"
        assert text == file.read_text("utf-8"), f"tests/golden/{name} differs. {how}"

    return compare


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of the run's own: what an earlier version made must not stand in for what this one makes."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVERYWAY_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for the whole run: Playwright allows no second one in the same thread."""
    need("chromium", "playwright", "axe")
    from everyway.checking.web.browser import open_browser

    with open_browser() as browser:
        yield browser
