"""The switch between editions at the same section, from the `covers` that an Easy Read edition's editors give."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.model import Edition, Place, Publication, Section
from everyway.model.walk import sections_of


class Switch:
    """Where the same is told in another edition.

    An Easy Read section names the sections it retells; covering a section covers those under it, so a section that is
    not named itself leads to where the nearest section above it is retold.
    """

    def __init__(self, publication: Publication) -> None:
        self._there: dict[tuple[str, str, str], str] = {}
        retellings = [edition for edition in publication.editions if edition.easy_read]
        originals = [edition for edition in publication.editions if not edition.easy_read]
        for retelling in retellings:
            for original in originals:
                self._learn(original, retelling)

    def elsewhere(self, edition: Edition, section: Section, other: Edition) -> Place | None:
        """The place in the other edition where a section of this one is told; None when it is not."""
        found = self._there.get((edition.name, section.id, other.name))
        return Place(other.name, found) if found else None

    def _learn(self, original: Edition, retelling: Edition) -> None:
        known = {section.id for section in sections_of(original)}
        told: dict[str, str] = {}
        for section in sections_of(retelling):
            for covered in section.covers:
                told.setdefault(covered, section.id)
        for part in original.sections:
            for identifier, place in _inherit(part, told, ""):
                self._there[original.name, identifier, retelling.name] = place
        for part in retelling.sections:
            sources = {
                section.id: next((covered for covered in section.covers if covered in known), "")
                for section in (part, *sections_of(part))
            }
            for identifier, place in _inherit(part, sources, ""):
                self._there[retelling.name, identifier, original.name] = place


def _inherit(section: Section, told: dict[str, str], above: str) -> Iterator[tuple[str, str]]:
    """Each section's id with its place; what is not named takes its parent's, and a parent its first child's."""
    here = told.get(section.id) or above
    below = [pair for inner in section.sections for pair in _inherit(inner, told, here)]
    if not here and below:
        here = below[0][1]
    if here:
        yield section.id, here
    yield from below
