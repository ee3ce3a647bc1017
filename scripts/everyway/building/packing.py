"""Records to bytes and back, for the cache: only records, so that reading what a stranger wrote runs nothing.

The bytes are a pickle, which could name any function to be called. Reading one here refuses whatever is not a record of
everyway (a frozen dataclass or an enumeration), a date, a path or a built-in container.

Paths in a place that each machine has somewhere else, such as the project, are kept by their place.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from dataclasses import is_dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path, PurePath, PurePosixPath

_PLAIN = {
    ("datetime", "date"),
    ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"),
    ("pathlib._local", "PosixPath"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
}


Places = Mapping[str, Path]
"""The folders that are somewhere else on other machines, by names that are the same on all."""

NOWHERE: Places = {}


def packed(record: object, places: Places = NOWHERE) -> bytes:
    """A record as bytes."""
    content = io.BytesIO()
    _Writing(content, places).dump(record)
    return content.getvalue()


def unpacked(content: bytes, places: Places = NOWHERE) -> object:
    """The record that `packed` was given; ValueError when these bytes are none, or hold what is no record."""
    try:
        return _Reading(io.BytesIO(content), places).load()
    except ValueError:
        raise
    except Exception as error:  # whatever spoilt bytes lead a pickle to
        raise ValueError(f"no record can be read: {error}") from error


class _Writing(pickle.Pickler):
    def __init__(self, file: io.BytesIO, places: Places) -> None:
        super().__init__(file, protocol=5)
        self._places = places

    def persistent_id(self, thing: object) -> tuple[str, str] | None:
        """A path in one of the places, by its place."""
        if isinstance(thing, PurePath):
            for name, place in self._places.items():
                if thing.is_relative_to(place):
                    return name, thing.relative_to(place).as_posix()
        return None


class _Reading(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, places: Places) -> None:
        super().__init__(file)
        self._places = places

    def persistent_load(self, told: object) -> Path:
        """The path that was told by its place; ValueError for one that would lead out of it."""
        if isinstance(told, tuple) and len(told) == 2 and told[0] in self._places:
            inner = PurePosixPath(str(told[1]))
            if not inner.is_absolute() and ".." not in inner.parts:
                return self._places[told[0]] / inner
        raise ValueError(f"{told} is no path of a record")

    def find_class(self, module: str, name: str) -> object:
        """A class whose making does nothing; ValueError for any other."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith("everyway."):
            found = getattr(import_module(module), name, None)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise ValueError(f"{module}.{name} is no record")
