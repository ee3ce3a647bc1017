"""What a part of the reading knows of where it stands, and what an edition has handed out so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from everyway.model import Block, Source, Waiver
from everyway.reading.found import Found
from everyway.reading.ids import Ids

if TYPE_CHECKING:
    from everyway.reading.glossary import Words
    from everyway.reading.notes import Notes
    from everyway.reading.pictures import Pictures
    from everyway.reading.places import Places
    from everyway.reading.tree import Node


@dataclass(slots=True)
class Ledger:
    """What one edition has handed out: ids, notes, waivers, and the words of the glossary that it uses."""

    ids: Ids
    notes: Notes
    words_used: dict[str, None] = field(default_factory=dict)
    waivers: list[Waiver] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Context:
    """Where blocks and sentences are being read, and what they may refer to.

    `inside` is the kind of block around ("" for a section itself), `depth` how many blocks deep this is.
    `read` reads blocks inside blocks: it is `blocks.read_blocks`.
    """

    file: str
    edition: str
    easy_read: bool
    language: str
    section: str
    found: Found
    ledger: Ledger
    words: Words
    pictures: Pictures
    places: Places
    read: Callable[[Iterable[Node], Context], tuple[Block, ...]]
    inside: str = ""
    depth: int = 0

    def at(self, line: int, column: int = 1) -> Source:
        """A place in the file being read."""
        return Source(self.file, line, column)

    def inner(self, nodes: Iterable[Node], inside: str, language: str = "") -> tuple[Block, ...]:
        """The blocks that stand inside a block of the kind `inside`."""
        return self.read(nodes, replace(self, inside=inside, depth=self.depth + 1, language=language or self.language))
