"""The table of formats, replaced by a tiny one."""

from pathlib import Path

import pytest

from everyway.writing.formats import Format
from tests.building.tiny import SHELF, WORDS, make_shelf, make_words


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of each test's own: what one test made must not stand in for what another makes."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("EVERYWAY_CACHE", str(folder))
    return folder


@pytest.fixture
def formats(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Lets a test replace the table of formats and the functions that its rows name."""
    from everyway.building import assemble, build, planning

    makers: dict[str, object] = {"make_words": make_words, "make_shelf": make_shelf}
    monkeypatch.setattr(Format, "_load", lambda row: makers[row.maker.partition(":")[2]])
    for module in (assemble, planning):
        monkeypatch.setattr(module, "FORMATS", (WORDS, SHELF))
    monkeypatch.setattr(build, "processors", lambda: 1)  # another process would see the real table
    return makers
