"""What stands round each sentence in the text of a talking book: the section, list, item, cell or note it is in.

The text is written in the order in which it is spoken. Which sentence comes next is the recording's affair; what it
stands in comes from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from markupsafe import Markup

from everyway.model import (
    Block,
    BulletList,
    Callout,
    Cell,
    DefinitionList,
    Edition,
    Figure,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Passage,
    Quote,
    Section,
    Sentence,
    Statement,
    Table,
)
from everyway.speech.timeline import Clip
from everyway.speech.utterance import Kind
from everyway.writing.html import RIGHT_TO_LEFT

_NOTHING = Markup("")

LISTS = frozenset({"ul", "ol", "dl", "table", "tr"})
"""Elements that hold only their own kind of item."""

LINES = frozenset({"p", "dt", "caption"})
"""Elements that hold words, and no blocks."""


@dataclass(frozen=True, slots=True)
class Container:
    """An element round sentences; `number` tells it from its likes, `before` and `after` are its empty siblings."""

    number: int
    tag: str
    attributes: Markup = _NOTHING
    before: Markup = _NOTHING
    after: Markup = _NOTHING
    section: bool = False


Path = tuple[Container, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a sentence stands: in which containers; `note` is the note that it is part of, if it is part of one.

    The path of a sentence of a note begins with the note's own container. `heading` is the section that it heads.
    Without a sentence it is a cell of a table that has none.
    """

    sentence: Sentence | None
    path: Path
    note: Note | None = None
    heading: Section | None = None

    @property
    def label(self) -> str:
        """What is said before the heading of a part: "Part 1"; empty for everything else."""
        opening = self.heading.opening if self.heading else None
        return opening.label if opening else ""


def spots_of(edition: Edition, clips: Iterable[Clip]) -> dict[str, Spot]:
    """Where each sentence of an edition stands, by its id, and the clips that tell of an empty cell."""
    spots = list(_Spots(edition.language).sections(edition.sections, (), edition.language))
    found = {spot.sentence.id: spot for spot in spots if spot.sentence}
    empty = (spot for spot in spots if spot.sentence is None)
    telling = [clip.id for clip in clips if clip.kind is Kind.CELL and clip.id not in found]
    return {**found, **dict(zip(telling, empty, strict=False))}


def xml_language(language: str) -> Markup:
    """` xml:lang="cy" lang="cy"`, with the direction where the script runs from right to left (XHTML 1.0, C.7)."""
    direction = Markup(' dir="rtl"') if language.split("-")[0].lower() in RIGHT_TO_LEFT else _NOTHING
    return Markup(' xml:lang="{0}" lang="{0}"{1}').format(language, direction)


def named(kind: str) -> Markup:
    """` class="footnote"`."""
    return Markup(' class="{}"').format(kind)


class _Spots:
    """A walk through the model that remembers what it is in."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers = count(1)

    def sections(self, sections: Iterable[Section], path: Path, around: str) -> Iterator[Spot]:
        for section in sections:
            language = section.language or self._language
            other = xml_language(language) if language != around else _NOTHING
            inside = (*path, Container(next(self._numbers), "div", named("section") + other, section=True))
            yield Spot(section.heading, inside, heading=section)
            if section.opening and section.opening.summary:
                yield Spot(section.opening.summary, self._in(inside, "p", named("summary")))
            yield from self._blocks(section.blocks, inside)
            for note in section.notes:
                container = self._in((), "div", named("footnote") + other)
                for spot in self._blocks(note.blocks, container):
                    yield replace(spot, note=note)
            yield from self.sections(section.sections, inside, language)

    def _in(self, path: Path, tag: str, attributes: Markup = _NOTHING) -> Path:
        return (*path, Container(next(self._numbers), tag, attributes))

    def _line(self, sentences: Iterable[Sentence], path: Path) -> Iterator[Spot]:
        for sentence in sentences:
            yield Spot(sentence, path)

    def _blocks(self, blocks: Iterable[Block], path: Path) -> Iterator[Spot]:
        for block in blocks:
            yield from self._block(block, path)

    def _block(self, block: Block, path: Path) -> Iterator[Spot]:
        match block:
            case Paragraph(sentences=sentences):
                yield from self._line(sentences, self._in(path, "p"))
            case BulletList(items=items):
                yield from self._items(items, self._in(path, "ul"))
            case OrderedList(items=items, start=start):
                first = Markup(' start="{}"').format(start) if start != 1 else _NOTHING
                yield from self._items(items, self._in(path, "ol", first))
            case DefinitionList(definitions=definitions):
                inside = self._in(path, "dl")
                for definition in definitions:
                    yield from self._line(definition.term, self._in(inside, "dt"))
                    for meaning in definition.meanings:
                        yield from self._blocks(meaning, self._in(inside, "dd"))
            case Table():
                yield from self._table(block, path)
            case Figure(caption=caption):
                yield from self._line(caption, self._in(path, "p", named("caption")))
            case Quote(blocks=inner):
                yield from self._blocks(inner, self._in(path, "blockquote"))
            case Callout(kind=kind, label=label, blocks=inner):
                box = self._in(path, "div", named(f"callout callout-{kind}"))
                yield from self._line((label,), self._in(box, "p", named("label")))
                yield from self._blocks(inner, box)
            case Passage(language=language, blocks=inner):
                yield from self._blocks(inner, self._in(path, "div", xml_language(language)))
            case Statement(blocks=inner):
                yield from self._blocks(inner, self._in(path, "div", named("statement")))
            case _:
                return

    def _items(self, items: Iterable[ListItem], path: Path) -> Iterator[Spot]:
        for item in items:
            yield from self._blocks(item.blocks, self._in(path, "li"))

    def _table(self, table: Table, path: Path) -> Iterator[Spot]:
        inside = self._in(path, "table")
        yield from self._line(table.caption, self._in(inside, "caption"))
        yield from self._row(table.head, inside, "th", "col")
        for row in table.rows:
            yield from self._row(row, inside, "th" if table.row_headers else "td", "row")

    def _row(self, row: tuple[Cell, ...], path: Path, first: str, scope: str) -> Iterator[Spot]:
        """A row's cells. Those without words are told of, but not in the head: there they stand beside the others."""
        inside = self._in(path, "tr")
        head = scope == "col"
        told = [index for index, cell in enumerate(row) if cell.sentences or not head]
        done = 0
        for index in told:
            header = head or (index == 0 and first == "th")
            cell = Container(
                next(self._numbers),
                "th" if header else "td",
                Markup(' scope="{}"').format(scope) if header else _NOTHING,
                before=Markup("<td></td>") * (index - done),
                after=Markup("<td></td>") * (len(row) - 1 - index) if index == told[-1] else _NOTHING,
            )
            done = index + 1
            if row[index].sentences:
                yield from self._line(row[index].sentences, (*inside, cell))
            else:
                yield Spot(None, (*inside, cell))
