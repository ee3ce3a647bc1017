"""The pictures of the book: a name for each file, and its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from everyway.model import Edition, Picture
from everyway.reading.ids import Ids, slug
from everyway.writing.print.front import pictures_of

FOLDER = "pictures"

MEDIA_TYPES: Mapping[str, str] = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}


class PictureFiles:
    """The book's names for the files of the pictures that an edition shows, each file once."""

    def __init__(self, edition: Edition) -> None:
        self._names: dict[Path, str] = {}
        taken = Ids()
        for picture in pictures_of(edition):
            if picture.file not in self._names:
                name = taken.take(slug(picture.name or picture.file.stem) or "picture")
                self._names[picture.file] = f"{FOLDER}/{name}{picture.file.suffix.lower()}"

    def source(self, picture: Picture) -> str:
        """The address of a picture, as a page of the book writes it."""
        return self._names[picture.file]

    def files(self) -> Iterator[tuple[str, Path]]:
        """Each file's name in the book, and where it lies."""
        return ((name, file) for file, name in self._names.items())
