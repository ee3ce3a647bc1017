"""A publication on its way to another machine: the model, and the pictures of the project that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from everyway.building.content import places_of
from everyway.building.keys import files_in
from everyway.building.packing import packed, unpacked
from everyway.model import Publication


@dataclass(frozen=True, slots=True)
class Shipment:
    """`model` are the packed bytes of the publication, `pictures` those of its files, by paths in the project."""

    model: bytes
    pictures: Mapping[str, bytes]


def shipped(publication: Publication, root: Path) -> Shipment:
    """A publication whose project is at `root`, ready to be sent."""
    pictures = {file.relative_to(root).as_posix(): file.read_bytes() for file in files_in(repr(publication), root)}
    return Shipment(packed(publication, places_of(root)), pictures)


def arrived(shipment: Shipment, root: Path) -> Publication:
    """The publication, its pictures put into an empty folder; ValueError when it is none."""
    for name, content in shipment.pictures.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    publication = unpacked(shipment.model, places_of(root))
    if not isinstance(publication, Publication):
        raise ValueError("what was sent is no publication")
    return publication
