"""Sections and blocks as lines of plain text. A list of lines is a paragraph; an empty line follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from everyway.model import (
    Block,
    BulletList,
    Callout,
    Cell,
    CodeBlock,
    DefinitionList,
    Edition,
    Figure,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Section,
    Statement,
    Table,
    ThematicBreak,
)
from everyway.wording import words_for
from everyway.writing.text.lines import COLUMNS, broken, columns, indented
from everyway.writing.text.words import PlainWords

Lines = list[str]

UNDERLINES = "=-~."
"""What headings are underlined with, by their level; below the last all look alike."""

BREAK = "* * *"
_GAPS = (3, 2, 1)
"""Empty lines before a heading, by its level."""


class PlainText:
    """Writes one edition."""

    def __init__(self, edition: Edition, words: PlainWords) -> None:
        self._words = words
        self._wording = words_for(edition.language)

    def section(self, section: Section) -> Iterator[Lines]:
        """A section with everything under it; its notes before the sections in it."""
        yield [""] * (_GAPS[min(section.level, len(_GAPS)) - 1] - 1) + self.heading(section)
        opening = section.opening
        if opening and opening.summary:
            yield broken(self._words.sentence(opening.summary), COLUMNS)
        if opening and opening.picture:
            yield self._picture(opening.picture, COLUMNS)
        yield from self.blocks(section.blocks, COLUMNS)
        for note in section.notes:
            mark = f"[{note.number}] "
            yield indented(joined(self.blocks(note.blocks, COLUMNS - len(mark))), mark)
        for inner in section.sections:
            yield from self.section(inner)

    def heading(self, section: Section) -> Lines:
        """A heading and its underline."""
        label = section.opening.label if section.opening else ""
        lines = broken(
            f"{label}: {self._words.sentence(section.heading)}" if label else self._words.sentence(section.heading),
            COLUMNS,
        )
        return underlined(lines, UNDERLINES[min(section.level, len(UNDERLINES)) - 1])

    # Blocks

    def blocks(self, blocks: Iterable[Block], room: int) -> Iterator[Lines]:
        """Blocks in lines of so many columns."""
        for block in blocks:
            yield from filter(None, self.block(block, room))

    def block(self, block: Block, room: int) -> Iterator[Lines]:
        """One block with everything inside it."""
        match block:
            case Paragraph(sentences=sentences):
                yield broken(self._words.sentences(sentences), room)
            case BulletList(items=items):
                yield self._items(items, ["- "] * len(items), room)
            case OrderedList(items=items, start=start):
                yield self._items(items, [f"{start + at}. " for at in range(len(items))], room)
            case DefinitionList(definitions=definitions):
                for each in definitions:
                    meanings = [lines for meaning in each.meanings for lines in self.blocks(meaning, room - 4)]
                    yield broken(self._words.sentences(each.term), room) + indented(joined(meanings), "    ")
            case Table():
                yield from self._table(block, room)
            case Figure():
                yield from self._figure(block, room)
            case Quote(blocks=inner):
                yield indented(joined(self.blocks(inner, room - 2)), "> ", "> ")
            case Callout(label=label, blocks=inner):
                words = self._words.sentence(label)
                ended = words if words[-1:] in (":", "?", "!", ".") else f"{words}:"
                yield broken(ended, room) + indented(joined(self.blocks(inner, room - 4)), "    ")
            case Passage(blocks=inner):
                yield from self.blocks(inner, room)
            case Statement(picture=picture, blocks=inner):
                first, *rest = [*self.blocks(inner, room)] or [[]]
                yield self._picture(picture, room) + first
                yield from rest
            case CodeBlock(text=text):
                yield [line for row in text.rstrip("\n").split("\n") for line in _code(row, room)]
            case ThematicBreak():
                yield [BREAK]
            case PageBreak():
                return

    def _items(self, items: tuple[ListItem, ...], marks: list[str], room: int) -> Lines:
        """The items of a list; an empty line stands between them where one of them has several paragraphs."""
        told = [[*self.blocks(item.blocks, room - len(mark))] for item, mark in zip(items, marks, strict=True)]
        close = all(len(each) <= 1 or _is_list(item.blocks[1:]) for each, item in zip(told, items, strict=True))
        made: Lines = []
        for each, mark in zip(told, marks, strict=True):
            lines = [line for lines in each for line in lines] if close else joined(each)
            made += [""] * bool(made and not close) + indented(lines or [""], mark)
        return made

    def _table(self, table: Table, room: int) -> Iterator[Lines]:
        """Each row under its first cell, each other cell under that, all by the names of their columns."""
        if table.caption:
            yield broken(self._words.sentences(table.caption), room)
        for row in table.rows:
            lines = broken(self._named(row[0], table.head[0]), room)
            for cell, column in zip(row[1:], table.head[1:], strict=True):
                if cell.sentences:
                    lines += indented(broken(self._named(cell, column), room - 4), "  ", "    ")
            yield lines

    def _named(self, cell: Cell, column: Cell) -> str:
        name = self._words.sentences(column.sentences)
        return " ".join(filter(None, (f"{name}:" if name else "", self._words.sentences(cell.sentences))))

    def _figure(self, figure: Figure, room: int) -> Iterator[Lines]:
        yield self._picture(figure.picture, room) + broken(self._words.sentences(figure.caption), room)
        if figure.picture.description:
            yield broken(f"{self._wording('picture-description')} {figure.picture.description}", room)

    def _picture(self, picture: Picture, room: int) -> Lines:
        return broken(self._words.picture(picture), room)


def joined(paragraphs: Iterable[Lines]) -> Lines:
    """Paragraphs with an empty line between them."""
    made: Lines = []
    for lines in filter(None, paragraphs):
        made += [""] * bool(made) + lines
    return made


def underlined(lines: Lines, sign: str) -> Lines:
    """Lines with a line of a sign under them, as wide as the widest of them."""
    return [*lines, sign * max(1, *(columns(line) for line in lines))]


def _is_list(blocks: tuple[Block, ...]) -> bool:
    return all(isinstance(block, BulletList | OrderedList) for block in blocks)


def _code(row: str, room: int) -> Lines:
    """A line of code, set in by four columns; one that is too long goes on further in."""
    start = len(row) - len(row.lstrip(" "))
    return indented(broken(row.strip(), max(8, room - 8 - start)) or [""], " " * (4 + start), " " * (8 + start))
