"""Formats as readers think of them: a few families, each told in a line at the end of every copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from everyway.model import Publication
from everyway.wording import Wording
from everyway.writing.formats import FORMATS, format_named


@dataclass(frozen=True, slots=True)
class Family:
    """What a reader may ask for: its title and what it is for, in the language of the copy."""

    name: str
    title: str
    purpose: str


def other_families(publication: Publication, own: str, wording: Wording) -> tuple[Family, ...]:
    """The families of the formats that are made of a publication, without the one that the format `own` belongs to."""
    return tuple(
        Family(name, wording(f"family-{name}"), wording(f"family-{name}-for"))
        for name in dict.fromkeys(_families(publication))
        if name != format_named(own).family
    )


def _families(publication: Publication) -> Iterator[str]:
    for row in FORMATS:
        if not publication.formats or row.name in publication.formats:
            yield row.family
