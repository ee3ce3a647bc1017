"""The upkeep of a cache: how much it holds, and letting go of what nobody has asked for the longest."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from everyway.building.cache import CACHE, FolderCache, cache_folder
from everyway.building.entries import Entry
from everyway.building.store import StoreCache
from everyway.cache import Cache
from everyway.errors import UsageError

_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([KMGT]?)B?\s*", re.IGNORECASE)


class Kept(Cache, Protocol):
    """A cache whose entries can be counted and let go of."""

    def entries(self) -> Iterator[Entry]:
        """Everything that is kept."""
        ...

    def drop(self, name: str) -> None:
        """Keep an entry no longer."""
        ...


@dataclass(frozen=True, slots=True)
class Extent:
    """How many entries, and how many bytes in all."""

    entries: int
    size: int


def cache_at(place: str) -> FolderCache | StoreCache:
    """The cache at a place: a folder, a URL that fsspec knows, or ("") the folder of the person who builds.

    ToolError when a URL cannot be written to.
    """
    place = place or os.environ.get(CACHE) or str(cache_folder())
    if "://" not in place:
        return FolderCache(Path(place).expanduser().absolute())
    if place.startswith("file://"):
        return FolderCache(Path(place.removeprefix("file://")))
    store = StoreCache(place)
    store.probe()
    return store


def extent(cache: Kept) -> Extent:
    """What a cache holds."""
    sizes = [entry.size for entry in cache.entries()]
    return Extent(len(sizes), sum(sizes))


def prune(cache: Kept, most: int) -> Extent:
    """Let go of the entries that were used longest ago until at most so many bytes are left; what has gone."""
    entries = sorted(cache.entries(), key=lambda entry: (entry.used, entry.name))
    left = sum(entry.size for entry in entries)
    gone, freed = 0, 0
    for entry in entries:
        if left - freed <= most:
            break
        cache.drop(entry.name)
        gone, freed = gone + 1, freed + entry.size
    return Extent(gone, freed)


def bytes_of(told: str) -> int:
    """The number of bytes that "5GB", "500 MB" or "0" say; UsageError for anything else."""
    found = _SIZE.fullmatch(told)
    if not found:
        raise UsageError(
            "no-size",
            f"“{told}” is no size.",
            fix="Write a number and a unit, such as 5GB or 500MB.",
        )
    return round(float(found[1]) * _UNITS[found[2].upper()])
