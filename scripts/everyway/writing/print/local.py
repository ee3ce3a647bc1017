"""The only files that printing may read: named pictures, and what lies in named folders. All else is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcherResponse  # type: ignore[import-untyped]

MEDIA_TYPES: Mapping[str, str] = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
}


class RefusedError(ValueError):
    """An address that printing must not open; its text says why."""


@dataclass(frozen=True, slots=True)
class LocalFiles:
    """Gives the bytes of `file:` addresses, for WeasyPrint's `url_fetcher`; opens no network and no other file.

    `files` are single files (the publication's pictures), as absolute paths; a link to elsewhere does not count as one of
    them. `folders` are open as a whole, but no further than their own walls.
    """

    files: frozenset[Path]
    folders: tuple[Path, ...]

    @classmethod
    def of(cls, files: Iterable[Path], folders: Iterable[Path]) -> LocalFiles:
        """The files and folders as they are named."""
        return cls(frozenset(files), tuple(folder.resolve() for folder in folders))

    def __call__(self, url: str) -> URLFetcherResponse:
        """The answer for an address; RefusedError, or OSError when the file cannot be read."""
        from weasyprint.urls import URLFetcherResponse

        path = self.path(url)
        media_type = MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": media_type})

    def path(self, url: str) -> Path:
        """The file that an address names; RefusedError when it is not one of ours."""
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            raise RefusedError("only files of the project may be used, and nothing from the network")
        path = Path(url2pathname(parts.path))
        if path in self.files and not path.is_symlink():
            return path
        real = path.resolve()
        if any(real.is_relative_to(folder) for folder in self.folders):
            return real
        raise RefusedError("the file is not part of the publication or its theme")
