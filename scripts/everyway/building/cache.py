"""A cache that is a folder: a file for each key, after its own hash, so that a spoilt one is found and dropped.

The time of a file is that of its last use, so that what nobody has asked for the longest can go first.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from everyway.building.entries import Entry, sealed, unsealed

CACHE = "EVERYWAY_CACHE"
"""The environment variable that names the folder."""


def cache_folder() -> Path:
    """Where what was made is kept on this machine: a folder of the person who builds, shared by their publications."""
    named = os.environ.get(CACHE)
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME")
    if base:
        return Path(base) / "everyway"
    try:
        return Path.home() / ".cache" / "everyway"
    except RuntimeError:  # nobody's home: a service's account
        return Path(tempfile.gettempdir()) / "everyway-cache"


@dataclass(frozen=True, slots=True)
class FolderCache:
    """A `Cache` in a folder, made when it is first needed. Several processes may use it at once."""

    folder: Path

    @property
    def place(self) -> str:
        """Where it is, in words for a person."""
        return str(self.folder)

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; a file that is not what was put there is removed."""
        file = self._file(key)
        try:
            kept = file.read_bytes()
        except OSError:
            return None
        content = unsealed(kept)
        with contextlib.suppress(OSError):
            if content is None:
                file.unlink()
            else:
                os.utime(file)
        return content

    def has(self, key: str) -> bool:
        """Whether there is an entry for a key."""
        return self._file(key).is_file()

    def put(self, key: str, content: bytes) -> None:
        """Keep content: written aside and moved, so that no other process sees half of it."""
        file = self._file(key)
        aside = ""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as writing:
                aside = writing.name
                writing.write(sealed(content))
            Path(aside).replace(file)
        except OSError:  # a full disk, a folder that is not ours: the build goes on without
            if aside:
                with contextlib.suppress(OSError):
                    Path(aside).unlink()

    def entries(self) -> Iterator[Entry]:
        """Everything that is kept, and what a writer that was killed has left."""
        for folder, _, names in os.walk(self.folder):
            for name in names:
                file = Path(folder, name)
                with contextlib.suppress(OSError):  # another process has just dropped it
                    facts = file.stat()
                    yield Entry(file.relative_to(self.folder).as_posix(), facts.st_size, facts.st_mtime)

    def drop(self, name: str) -> None:
        """Keep an entry no longer."""
        with contextlib.suppress(OSError):
            (self.folder / name).unlink()

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]
