"""Records to bytes and back, for the cache: only records, so that reading what a stranger wrote runs nothing.

The bytes are a pickle, which could name any function to be called. Reading one here refuses whatever is not a record of
everyway (a frozen dataclass or an enumeration), a date, a path or a built-in container.
"""

from __future__ import annotations

import io
import pickle
from dataclasses import is_dataclass
from enum import Enum
from importlib import import_module

_PLAIN = {
    ("datetime", "date"),
    ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"),
    ("pathlib._local", "PosixPath"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
}


def packed(record: object) -> bytes:
    """A record as bytes."""
    return pickle.dumps(record, protocol=5)


def unpacked(content: bytes) -> object:
    """The record that `packed` was given; ValueError when these bytes are none, or hold what is no record."""
    try:
        return _Reading(io.BytesIO(content)).load()
    except ValueError:
        raise
    except Exception as error:  # whatever spoilt bytes lead a pickle to
        raise ValueError(f"no record can be read: {error}") from error


class _Reading(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        """A class whose making does nothing; ValueError for any other."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith("everyway."):
            found = getattr(import_module(module), name, None)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise ValueError(f"{module}.{name} is no record")
