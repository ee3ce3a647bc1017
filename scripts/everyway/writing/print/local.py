"""The only files that printing may read: the publication's pictures by name, and the theme's folders.

A picture goes by a name of its own (`picture:nurse`), not by its path: a document can then ask for nothing but what it
was given, and the PDF is the same wherever the project lies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit
from urllib.request import url2pathname

from everyway.model import Picture

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
    ".ttf": "font/ttf",
}


class RefusedError(ValueError):
    """An address that printing must not open; its text says why."""


def address_of(picture: Picture) -> str:
    """The address by which printed HTML names a picture."""
    return f"picture:{quote(picture.name, safe='')}"


@dataclass(frozen=True, slots=True)
class LocalFiles:
    """Gives the bytes of an address, for WeasyPrint's `url_fetcher`; opens no network and no other file.

    `pictures` are files by address. `folders` are open to `file:` addresses, but no further than their own walls.
    `refused` fills with what was asked for in vain, and why: WeasyPrint does not always tell.
    """

    pictures: Mapping[str, Path]
    folders: tuple[Path, ...]
    refused: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, pictures: Iterable[Picture], folders: Iterable[Path]) -> LocalFiles:
        """The files of these pictures and folders."""
        named = {address_of(picture): picture.file for picture in pictures}
        return cls(named, tuple(folder.resolve() for folder in folders))

    def __call__(self, url: str) -> URLFetcherResponse:
        """The answer for an address; RefusedError, or OSError when the file cannot be read."""
        from weasyprint.urls import URLFetcherResponse

        try:
            path = self.path(url)
        except RefusedError as error:
            self.refused[url] = str(error)
            raise
        media_type = MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": media_type})

    def path(self, url: str) -> Path:
        """The file that an address names; RefusedError when it is not one of ours."""
        if picture := self.pictures.get(url):
            if picture.is_symlink():
                raise RefusedError("it is a link to another file, which may lie outside the project")
            return picture
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            raise RefusedError("only files of the project are used, and nothing from the network")
        path = Path(url2pathname(parts.path)).resolve()
        if not any(path.is_relative_to(folder) for folder in self.folders):
            raise RefusedError("the file is no part of the publication or its theme")
        return path
