"""Pictures for documents that cannot show every kind: drawings become PNG on white, sharp enough to print.

Word before 2016 and many other programs show no SVG. White lies under a drawing, since its lines are dark, and a page
may be dark as well.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from everyway.model import Edition, Figure, InlinePicture, Picture, Statement
from everyway.model.walk import blocks_of, inlines_of, sections_of, sentences_of
from everyway.writing.drawings import drawn
from everyway.writing.site.pictures import size_of

Use = Literal["statement", "opening", "figure", "inline"]

PER_INCH = 200
"""Dots in an inch: as sharp as most printers show a drawing."""

_LEAST = {"statement": 36.0, "opening": 30.0, "figure": 45.0, "inline": 0.0}
_MOST = {"statement": (36.0, 36.0), "opening": (30.0, 30.0), "figure": (160.0, 120.0), "inline": (30.0, 7.0)}
"""Millimetres: how wide a drawing is at least, and how wide and high a picture at most, by what it is used for."""

_PNG_OF_ONE_DOT = bytes.fromhex("89504e470d0a1a0a 0000000d49484452 00000001 00000001 0800000000 3a7e9b55")
"""What a PNG begins with: its signature, and the measures in its header (ISO/IEC 15948, 5.2 and 11.2.2)."""

_MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a document: its bytes, their media type, and its measures in millimetres."""

    content: bytes
    media_type: str
    width: float
    height: float

    @property
    def address(self) -> str:
        """The picture itself, or what stands in for it, as a `data:` address."""
        content = self.stand_in or self.content
        return f"data:{self.media_type};base64,{base64.b64encode(content).decode('ascii')}"

    @property
    def stand_in(self) -> bytes:
        """A few bytes that pandoc takes for this PNG, as pictures cost most of its time; nothing for other kinds."""
        if self.media_type != "image/png":
            return b""
        return _PNG_OF_ONE_DOT + hashlib.sha256(self.content).hexdigest().encode("ascii")


class Pictures:
    """The pictures of an edition; `scale` is the size of its text by that of the usual text."""

    def __init__(self, edition: Edition, scale: float = 1.0) -> None:
        self._scale = scale
        self.stood_in_for: dict[bytes, bytes] = {}
        """The pictures that were shown, by what stood in for them."""
        self._widest: dict[Path, float] = {}
        for picture, use in uses_of(edition):
            width, _ = self._measures(picture, use)
            self._widest[picture.file] = max(width, self._widest.get(picture.file, 0.0))

    def show(self, picture: Picture, use: Use) -> Shown:
        """A picture as it is shown in that use."""
        width, height = self._measures(picture, use)
        if picture.file.suffix.lower() == ".svg":
            dots = max(1, round(self._widest[picture.file] / 25.4 * PER_INCH))
            shown = Shown(drawn(picture.file, dots), "image/png", width, height)
        else:
            shown = Shown(picture.file.read_bytes(), _MEDIA_TYPES[picture.file.suffix.lower()], width, height)
        if shown.stand_in:
            self.stood_in_for[shown.stand_in] = shown.content
        return shown

    def _measures(self, picture: Picture, use: Use) -> tuple[float, float]:
        wide, high = size_of(picture.file) or (100, 100)
        width, height = wide / 96 * 25.4, high / 96 * 25.4
        if use == "inline":
            room = _MOST[use][1] * self._scale
            return width * room / height, room
        if picture.file.suffix.lower() == ".svg" and width < _LEAST[use]:
            width, height = _LEAST[use], height * _LEAST[use] / width
        most, highest = _MOST[use]
        shrink = min(1.0, most / width, highest / height)
        return width * shrink, height * shrink


def uses_of(edition: Edition) -> Iterator[tuple[Picture, Use]]:
    """Every picture of an edition and what it is used for, in no order."""
    for section in sections_of(edition):
        if section.opening and section.opening.picture:
            yield section.opening.picture, "opening"
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, InlinePicture):
                    yield inline.picture, "inline"
        for blocks in (section.blocks, *(note.blocks for note in section.notes)):
            for block in blocks_of(blocks):
                if isinstance(block, Figure):
                    yield block.picture, "figure"
                elif isinstance(block, Statement):
                    yield block.picture, "statement"
