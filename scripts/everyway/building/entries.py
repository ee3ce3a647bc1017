"""The entries of a cache: content sealed with its hash, so that what was cut short or spoilt is known for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_HASH = hashlib.sha256
_SIZE = _HASH().digest_size


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it lies in a cache: its name there, its bytes, and when it was last used (seconds since 1970)."""

    name: str
    size: int
    used: float


def sealed(content: bytes) -> bytes:
    """Content as it is kept."""
    return _HASH(content).digest() + content


def unsealed(kept: bytes) -> bytes | None:
    """The content that was sealed; None when these bytes are not what was kept."""
    content = kept[_SIZE:]
    return content if _HASH(content).digest() == kept[:_SIZE] else None
