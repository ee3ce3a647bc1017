"""What is kept comes back as it was, or not at all; and a cache that cannot be used only costs time."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from everyway.building.cache import FolderCache, cache_folder
from everyway.cache import key_of

KEY = key_of("a sentence", 22_050)


def kept_file(folder: Path) -> Path:
    (file,) = (path for path in folder.rglob("*") if path.is_file())
    return file


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path / "not" / "yet")
    assert cache.get(KEY) is None
    cache.put(KEY, b"sound")
    assert cache.get(KEY) == b"sound"
    cache.put(KEY, b"")
    assert cache.get(KEY) == b""


@pytest.mark.parametrize("spoil", [lambda kept: kept[:-1], lambda kept: b"", lambda kept: kept[:-1] + b"?"])
def test_a_spoilt_file_is_dropped(tmp_path: Path, spoil: object) -> None:
    cache = FolderCache(tmp_path)
    cache.put(KEY, b"sound")
    file = kept_file(tmp_path)
    assert callable(spoil)
    file.write_bytes(spoil(file.read_bytes()))
    assert cache.get(KEY) is None
    assert not file.exists()
    cache.put(KEY, b"sound")
    assert cache.get(KEY) == b"sound"


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = FolderCache(tmp_path / "file")
    cache.put(KEY, b"sound")
    assert cache.get(KEY) is None


def write_often(folder: str, content: bytes) -> None:
    for _ in range(200):
        FolderCache(Path(folder)).put(KEY, content)


def test_two_writers_never_spoil_each_other(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    contents = [b"a" * 50_000, b"b" * 50_000]
    writers = [context.Process(target=write_often, args=(str(tmp_path), content)) for content in contents]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        seen.add(FolderCache(tmp_path).get(KEY))
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert seen - {None} <= set(contents)
    assert FolderCache(tmp_path).get(KEY) in contents
    assert kept_file(tmp_path)  # nothing else is left behind


def test_keys_differ_where_parts_do() -> None:
    assert key_of("a", "b") != key_of("ab") != key_of("a b")
    assert key_of("1") != key_of(1)


def test_the_folder_is_the_persons_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EVERYWAY_CACHE", str(tmp_path / "named"))
    assert cache_folder() == tmp_path / "named"
    monkeypatch.delenv("EVERYWAY_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "everyway"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "everyway"
