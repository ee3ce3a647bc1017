"""A cache that any file system of fsspec holds, such as an object store: shared by all who build, wherever they are."""

from __future__ import annotations

import contextlib
import datetime
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from everyway.building.entries import Entry, sealed, unsealed
from everyway.cache import key_of
from everyway.errors import ToolError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "az", "memory"})
"""Protocols whose writes are seen whole or not at all; with others, content is written aside and moved."""


@dataclass(frozen=True, slots=True)
class StoreCache:
    """A `Cache` at a URL that fsspec knows ("s3://bucket/folder"). Several machines may use it at once.

    A store that fails in the middle of a build costs time and nothing else.
    """

    url: str

    @property
    def place(self) -> str:
        """Where it is, in words for a person."""
        return self.url

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; what is not as it was put there is removed."""
        try:
            kept: bytes = self._files.cat_file(self._path(key))
        except Exception:  # each kind of store has errors of its own
            return None
        content = unsealed(kept)
        if content is None:
            self.drop(self._name(key))
        return content

    def has(self, key: str) -> bool:
        """Whether there is an entry for a key."""
        with contextlib.suppress(Exception):
            return bool(self._files.exists(self._path(key)))
        return False

    def put(self, key: str, content: bytes) -> None:
        """Keep content, where that can be done."""
        with contextlib.suppress(Exception):
            self._write(key, content)

    def probe(self) -> None:
        """ToolError when nothing can be kept here, with the store's own words."""
        key, content = key_of("probe"), b"everyway"
        try:
            self._write(key, content)
            kept = self._files.cat_file(self._path(key))
        except Exception as error:
            raise _unreachable(self.url, f"{type(error).__name__}: {error}") from error
        if unsealed(kept) != content:
            raise _unreachable(self.url, "it gives back something else than was put there")

    def entries(self) -> Iterator[Entry]:
        """Everything that is kept; the time is that of its writing, for stores know of no other."""
        root = self._root
        for path, facts in sorted(self._files.find(root, detail=True).items()):
            name = path.removeprefix(root).lstrip("/")
            yield Entry(name, int(facts.get("size") or 0), _time(facts.get("LastModified") or facts.get("mtime")))

    def drop(self, name: str) -> None:
        """Keep an entry no longer."""
        with contextlib.suppress(Exception):
            self._files.rm_file(f"{self._root}/{name}")

    def _write(self, key: str, content: bytes) -> None:
        files, path = self._files, self._path(key)
        if _protocol(self.url) in _WHOLE:
            files.pipe_file(path, sealed(content))
            return
        files.makedirs(path.rpartition("/")[0], exist_ok=True)
        aside = f"{path}.{uuid.uuid4().hex}"
        files.pipe_file(aside, sealed(content))
        files.mv(aside, path)

    def _path(self, key: str) -> str:
        return f"{self._root}/{self._name(key)}"

    def _name(self, key: str) -> str:
        return f"{key[:2]}/{key[2:]}"

    @property
    def _files(self) -> AbstractFileSystem:
        return _opened(self.url)[0]

    @property
    def _root(self) -> str:
        return _opened(self.url)[1]


@cache
def _opened(url: str) -> tuple[AbstractFileSystem, str]:
    from fsspec.core import url_to_fs

    files, root = url_to_fs(url, use_listings_cache=False)
    return files, root.rstrip("/")


def _protocol(url: str) -> str:
    return url.partition("://")[0]


def _time(told: object) -> float:
    if isinstance(told, datetime.datetime):
        return told.timestamp()
    return float(told) if isinstance(told, int | float) else 0.0


def _unreachable(url: str, said: str) -> ToolError:
    return ToolError(
        "cache-unreachable",
        f"Nothing can be kept at {url} ({said}).",
        why="Without its cache every build would make everything anew, and a cluster could not hand on its work.",
        fix="See whether the address is right and the store can be reached and written to, or leave --cache out.",
    )
