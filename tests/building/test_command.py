"""The commands that look after the cache and the cluster, as a person types them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from everyway.building.cache import FolderCache
from everyway.cache import key_of
from everyway.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture
def filled(cache: Path) -> Path:
    for number in range(5):
        FolderCache(cache).put(key_of(number), b"x" * 99_968)
    return cache


def test_the_cache_tells_how_much_it_holds(filled: Path) -> None:
    told = run("cache")
    assert told.exit_code == 0
    assert told.output == f"{filled}: 5 entries, 500 KB.\n"
    assert run("cache", "--cache", str(filled / "none")).output == f"{filled / 'none'}: 0 entries, 0 bytes.\n"


def test_the_cache_is_cut_down(filled: Path) -> None:
    told = run("cache", "--prune", "250kB", "--info")
    assert told.exit_code == 0
    assert told.output == f"Let go of 3 entries, 300 KB.\n{filled}: 2 entries, 200 KB.\n"
    assert run("cache", "--prune", "0").output == "Let go of 2 entries, 200 KB.\n"


def test_what_is_no_size_is_told_of() -> None:
    told = run("cache", "--prune", "lots")
    assert told.exit_code == 2
    assert "“lots” is no size." in told.output


def test_the_cluster_is_explained() -> None:
    told = run("cluster", "--cache", "s3://ours/kept")
    assert told.exit_code == 0
    for line in ("scripts/setup cluster", "dask scheduler", "dask worker tcp://", "--cache s3://ours/kept"):
        assert line in told.output
