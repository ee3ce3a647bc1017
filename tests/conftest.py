"""What all tests share: golden files, which hold outputs as text that a person can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
