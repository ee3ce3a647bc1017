"""A cache that is a folder: a file for each key, after its own hash, so that a spoilt one is found and dropped."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

CACHE = "EVERYWAY_CACHE"
"""The environment variable that names the folder."""

_HASH = hashlib.sha256
_SIZE = _HASH().digest_size


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

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; a file that is not what was put there is removed."""
        file = self._file(key)
        try:
            kept = file.read_bytes()
        except OSError:
            return None
        content = kept[_SIZE:]
        if _HASH(content).digest() == kept[:_SIZE]:
            return content
        with contextlib.suppress(OSError):
            file.unlink()
        return None

    def put(self, key: str, content: bytes) -> None:
        """Keep content: written aside and moved, so that no other process sees half of it."""
        file = self._file(key)
        aside = ""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as writing:
                aside = writing.name
                writing.write(_HASH(content).digest() + content)
            Path(aside).replace(file)
        except OSError:  # a full disk, a folder that is not ours: the build goes on without
            if aside:
                with contextlib.suppress(OSError):
                    Path(aside).unlink()

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]
