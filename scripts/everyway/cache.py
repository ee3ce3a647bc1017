"""What has been made is kept and found again by a key: the hash of everything that it was made from."""

from __future__ import annotations

import hashlib
from typing import Protocol


class Cache(Protocol):
    """A store of bytes by key. Losing it costs time and nothing else, so no way in or out of it fails."""

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; None when there is nothing, or when it is not what was put there."""
        ...

    def has(self, key: str) -> bool:
        """Whether anything is kept under a key, good or spoilt."""
        ...

    def put(self, key: str, content: bytes) -> None:
        """Keep content under a key; where that cannot be done, it is not kept."""
        ...


class NoCache:
    """Keeps nothing."""

    def get(self, key: str) -> bytes | None:
        """Nothing."""
        return None

    def has(self, key: str) -> bool:
        """No."""
        return False

    def put(self, key: str, content: bytes) -> None:
        """Forget it."""


def key_of(*parts: object) -> str:
    """The key of what is made from these parts, hexadecimal; each has to say in its `repr` all that matters of it."""
    return hashlib.sha256("\x00".join(map(repr, parts)).encode()).hexdigest()
