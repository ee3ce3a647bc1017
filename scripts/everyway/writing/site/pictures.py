"""Pictures of the site: a stable name for each file, and its width and height."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from everyway.model import Edition, Figure, InlinePicture, Picture, Publication, Sentence, Statement
from everyway.model.walk import blocks_of, inlines_of, sections_of, sentences_of

FOLDER = "assets/pictures"

_SVG_LENGTH = re.compile(r"\s*([0-9.]+)(?:px)?\s*")


def pictures_in(publication: Publication) -> tuple[Picture, ...]:
    """Every picture that a page shows, once, in the order in which readers meet them."""
    return tuple(dict.fromkeys(picture for edition in publication.editions for picture in _pictures(edition)))


@dataclass(frozen=True, slots=True)
class Credit:
    """Pictures by the same makers, under the same licence."""

    credit: str
    licence: str
    pictures: tuple[Picture, ...]


def credits_of(publication: Publication) -> tuple[Credit, ...]:
    """Whom to thank for the pictures that pages show; each file once, decorative ones too."""
    groups: dict[tuple[str, str], dict[Path, Picture]] = {}
    for picture in pictures_in(publication):
        groups.setdefault((picture.credit, picture.licence), {}).setdefault(picture.file, picture)
    return tuple(Credit(*key, tuple(pictures.values())) for key, pictures in groups.items())


def _pictures(edition: Edition) -> Iterator[Picture]:
    for section in sections_of(edition):
        if section.opening and section.opening.picture:
            yield section.opening.picture
        notes = [block for note in section.notes for block in note.blocks]
        for block in blocks_of((*section.blocks, *notes)):
            if isinstance(block, Figure | Statement):
                yield block.picture
        for sentence in sentences_of(section):
            yield from _inline_pictures(sentence)


def _inline_pictures(sentence: Sentence) -> Iterator[Picture]:
    return (inline.picture for inline in inlines_of(sentence.inlines) if isinstance(inline, InlinePicture))


class PictureFiles:
    """The site's names for the pictures' files: the name editors gave, or the file's own, made unlike all others."""

    def __init__(self, publication: Publication) -> None:
        self._uris: dict[Path, str] = {}
        taken: set[str] = set()
        for picture in pictures_in(publication):
            if picture.file in self._uris:
                continue
            stem = re.sub(r"[^a-z0-9]+", "-", (picture.name or picture.file.stem).lower()).strip("-") or "picture"
            name, count = stem, 1
            while (uri := f"{FOLDER}/{name}{picture.file.suffix.lower()}") in taken:
                count += 1
                name = f"{stem}-{count}"
            taken.add(uri)
            self._uris[picture.file] = uri

    def uri(self, picture: Picture) -> str:
        """Where the picture's file stands in the site."""
        return self._uris[picture.file]

    def items(self) -> Iterator[tuple[str, Path]]:
        """Each file's place in the site, and the file."""
        return ((uri, file) for file, uri in self._uris.items())


def size_of(file: Path) -> tuple[int, int] | None:
    """A picture's width and height in CSS pixels; None when the file does not tell."""
    return _size_of(file, file.stat().st_mtime_ns)


@cache
def _size_of(file: Path, _changed: int) -> tuple[int, int] | None:
    if file.suffix.lower() == ".svg":
        return _svg_size(file)
    from PIL import Image

    try:
        with Image.open(file) as image:
            return image.size
    except OSError:
        return None


def _svg_size(file: Path) -> tuple[int, int] | None:
    from xml.etree.ElementTree import ParseError, iterparse

    try:
        _, root = next(iterparse(file, events=("start",)))
    except (OSError, StopIteration, ParseError):
        return None
    lengths = [_SVG_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    if lengths[0] and lengths[1]:
        return round(float(lengths[0][1])), round(float(lengths[1][1]))
    box = root.get("viewBox", "").replace(",", " ").split()
    return (round(float(box[2])), round(float(box[3]))) if len(box) == 4 else None
