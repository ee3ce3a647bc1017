"""A cache in an object store that speaks S3, on this machine: what is kept comes back, what is spoilt is dropped."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from everyway.building.cache import FolderCache
from everyway.building.packing import packed, unpacked
from everyway.building.store import StoreCache
from everyway.building.upkeep import Extent, bytes_of, cache_at, extent, prune
from everyway.cache import key_of
from everyway.errors import ToolError, UsageError
from everyway.model import Source

KEY = key_of("a sentence", 22_050)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server with one empty bucket, "ours"."""
    moto = pytest.importorskip("moto.server", reason="moto, which plays the object store, is not installed")
    boto3 = pytest.importorskip("boto3", reason="boto3 is not installed")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    running = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    address = f"http://{host}:{port}"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "secret",
            "AWS_DEFAULT_REGION": "eu-west-2",
            "AWS_ENDPOINT_URL": address,
        }.items():
            patch.setenv(name, value)
        boto3.client("s3").create_bucket(Bucket="ours", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        yield address
    running.stop()


@pytest.mark.usefixtures("server")
def test_what_is_kept_comes_back_to_whoever_asks() -> None:
    url = "s3://ours/kept"
    assert cache_at(url).get(KEY) is None
    cache_at(url).put(KEY, b"sound")
    assert cache_at(url).get(KEY) == StoreCache(url).get(KEY) == b"sound"


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("spoilt", [b"", b"short", b"?" * 100])
def test_what_is_spoilt_is_dropped(spoilt: bytes) -> None:
    import boto3

    store, name = StoreCache("s3://ours/spoilt"), f"spoilt/{KEY[:2]}/{KEY[2:]}"
    store.put(KEY, b"sound")
    boto3.client("s3").put_object(Bucket="ours", Key=name, Body=spoilt)
    assert store.get(KEY) is None
    assert extent(store) == Extent(0, 0)
    store.put(KEY, b"sound")
    assert store.get(KEY) == b"sound"


@pytest.mark.usefixtures("server")
def test_a_store_is_pruned_to_a_size() -> None:
    store = StoreCache("s3://ours/pruned")
    for number in range(10):
        store.put(key_of(number), b"x" * 968)  # and a hash of 32
    assert extent(store) == Extent(10, 10_000)
    assert prune(store, bytes_of("5.5 kB")) == Extent(5, 5_000)
    assert extent(store) == Extent(5, 5_000)


@pytest.mark.usefixtures("server")
def test_a_store_that_cannot_be_written_to_is_told_of_before_anything_is_made() -> None:
    with pytest.raises(ToolError, match="s3://theirs/kept") as caught:
        cache_at("s3://theirs/kept")
    assert caught.value.slug == "cache-unreachable"
    with pytest.raises(ToolError, match="nonsense://x"):
        cache_at("nonsense://x")


def test_a_store_that_is_lost_costs_only_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    store = StoreCache("nonsense://gone")
    store.put(KEY, b"sound")
    assert store.get(KEY) is None


def test_other_file_systems_hold_a_cache_too(tmp_path: object) -> None:
    store = StoreCache(f"local://{tmp_path}/kept")
    store.probe()
    store.put(KEY, b"sound")
    assert store.get(KEY) == b"sound"
    assert {entry.size for entry in store.entries()} == {32 + 5, 32 + 8}


def test_a_folder_lets_go_of_what_was_used_longest_ago(tmp_path: object) -> None:
    import os

    cache = cache_at(f"file://{tmp_path}")
    assert isinstance(cache, FolderCache)
    for number in range(4):
        cache.put(key_of(number), b"x" * 68)
        file = cache.folder / key_of(number)[:2] / key_of(number)[2:]
        os.utime(file, (1000 + number, 1000 + number))
    assert cache.get(key_of(0)) == b"x" * 68  # now it is the last that was used
    assert prune(cache, 200) == Extent(2, 200)
    assert [number for number in range(4) if cache.get(key_of(number))] == [0, 3]


@pytest.mark.parametrize(("told", "size"), [("5GB", 5 * 10**9), ("500 mb", 5 * 10**8), ("0", 0), ("1.5k", 1500)])
def test_sizes_are_read(told: str, size: int) -> None:
    assert bytes_of(told) == size


@pytest.mark.parametrize("told", ["", "five", "-1", "5 PB", "5GBs"])
def test_what_is_no_size_is_refused(told: str) -> None:
    with pytest.raises(UsageError, match="is no size"):
        bytes_of(told)


def test_records_come_back_and_nothing_else_does() -> None:
    import pickle
    import subprocess

    record = Source("content/plan/01.md", 3)
    assert unpacked(packed((record, {"a": 1}))) == (record, {"a": 1})
    for harmful in (pickle.dumps(subprocess.Popen), pickle.dumps(print), pickle.dumps(unpacked), b"", b"\x80\x05junk"):
        with pytest.raises(ValueError, match="record"):
            unpacked(harmful)
