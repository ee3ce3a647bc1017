"""The names of bookmarks in Word, to which links lead: letters, digits and `_`, at most 40 of them, none twice."""

from __future__ import annotations

import hashlib
import re

from everyway.model import Edition
from everyway.model.blocks import DefinitionList
from everyway.model.walk import blocks_of, sections_of

LONGEST = 40


class Bookmarks:
    """The bookmarks of an edition: a name for each id of a section, a note or an entry of the word list."""

    def __init__(self, edition: Edition) -> None:
        self._names: dict[str, str] = {}
        taken: set[str] = set()
        for identifier in _ids(edition):
            name = _name(identifier)
            if name.casefold() in taken or len(name) > LONGEST:
                name = f"x{hashlib.sha256(identifier.encode()).hexdigest()[: LONGEST - 1]}"
            taken.add(name.casefold())
            self._names[identifier] = name

    top = "everyway_top"
    """The bookmark of the beginning."""

    text = "everyway_text"
    """The bookmark that holds the text, between what stands before it and after it."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids that have a bookmark."""
        return frozenset(self._names)

    def __getitem__(self, identifier: str) -> str:
        """The bookmark of an id; KeyError for an id that the edition does not have."""
        return self._names[identifier]


def _name(identifier: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9]+", "_", identifier).strip("_")
    return plain if plain[:1].isalpha() else f"n_{plain}"


def _ids(edition: Edition) -> list[str]:
    found: list[str] = []
    for section in sections_of(edition):
        found.append(section.id)
        found += [note.id for note in section.notes]
        for blocks in (section.blocks, *(note.blocks for note in section.notes)):
            for block in blocks_of(blocks):
                if isinstance(block, DefinitionList):
                    found += [definition.id for definition in block.definitions if definition.id]
    return found
