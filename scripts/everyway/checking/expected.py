"""What the model says that every format must tell: an edition to an `Account`.

Written apart from every writer, so that a writer's mistake shows. It follows the model's own promises: a caption before
its cells, a part's label before its heading, notes apart from the text, each alternative text once for each picture.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from itertools import count, repeat

from everyway.checking.account import Account, AccountBuilder, Context
from everyway.model import (
    Abbreviation,
    Block,
    BulletList,
    Callout,
    Cell,
    Code,
    CodeBlock,
    DefinitionList,
    Edition,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    ListItem,
    NoteReference,
    OrderedList,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    Place,
    Quote,
    Section,
    Sentence,
    Statement,
    Strong,
    Table,
    Term,
    Text,
    ThematicBreak,
)
from everyway.wording import words_for


def expected(edition: Edition, listed: frozenset[Table] = frozenset()) -> Account:
    """What every format of this edition must tell its reader, from first heading to last note.

    The tables in `listed` are told as lists: each row under its first cell, each other cell by the name of its column.
    """
    for known, tables, account in _told:
        if known is edition and tables == listed:
            return account
    telling = _Telling(edition, listed)
    for section in edition.sections:
        telling.section(section)
    _told.append((edition, listed, telling.builder.account()))
    return _told[-1][-1]


_told: deque[tuple[Edition, frozenset[Table], Account]] = deque(maxlen=4)
"""The last accounts: every check of every format asks for that of its edition. Nobody changes one."""


def address_of(target: str | Place) -> str:
    """A link's target as accounts write it: an address, or `edition#section` (`edition#` for a whole edition)."""
    return f"{target.edition}#{target.section}" if isinstance(target, Place) else target


class _Telling:
    def __init__(self, edition: Edition, listed: frozenset[Table]) -> None:
        self.edition = edition
        self.listed = listed
        self.builder = AccountBuilder()

    # Sections

    def section(self, section: Section) -> None:
        build = self.builder
        with build.within(Context(language=section.language or self.edition.language)):
            opening = section.opening
            label = opening.label if opening else ""
            build.where = section.source
            with build.heading(min(section.level, 6), identifier=section.id):
                build.text(label + " ")
                self.sentences([section.heading])
            if opening and opening.summary:
                self.sentences([opening.summary])
            if opening and opening.picture:
                build.where = section.source
                self.picture(opening.picture)
            self.blocks(section.blocks)
            for note in section.notes:
                build.where = note.source
                with build.note(str(note.number)):
                    self.blocks(note.blocks)
        for inner in section.sections:
            self.section(inner)

    # Blocks

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        build = self.builder
        build.space()
        build.where = block.source
        match block:
            case Paragraph(sentences=sentences):
                self.sentences(sentences)
            case BulletList(items=items):
                self.items(items, repeat("LI"))
            case OrderedList(items=items, start=start):
                self.items(items, (f"LI/{number}" for number in count(start)))
            case DefinitionList():
                self.definitions(block)
            case Table():
                self.table(block)
            case Figure():
                self.figure(block)
            case Quote(blocks=inner):
                with build.inside("BlockQuote"):
                    self.blocks(inner)
            case Callout(label=label, blocks=inner):
                self.sentences([label])
                self.blocks(inner)
            case Passage(language=language, blocks=inner):
                with build.within(replace(build.context, language=language)):
                    self.blocks(inner)
            case Statement(picture=picture, blocks=inner):
                self.picture(picture)
                self.blocks(inner)
            case CodeBlock(text=text):
                build.text(text)
            case ThematicBreak() | PageBreak():
                pass
        build.space()

    def items(self, items: Iterable[ListItem], roles: Iterable[str]) -> None:
        with self.builder.inside("L"):
            for item, role in zip(items, roles, strict=False):
                with self.builder.inside(role):
                    self.blocks(item.blocks)
                self.builder.space()

    def definitions(self, block: DefinitionList) -> None:
        with self.builder.inside("L"):
            for definition in block.definitions:
                with self.builder.inside("LI"):
                    with self.builder.inside("Term"):
                        self.sentences(definition.term)
                    for meaning in definition.meanings:
                        self.blocks(meaning)

    def table(self, table: Table) -> None:
        if table in self.listed:
            self.rows(table)
            return
        with self.builder.inside("Table"):
            if table.caption:
                with self.builder.inside("Caption"):
                    self.sentences(table.caption)
            self.builder.count("TR")
            for cell in table.head:
                self.cell(cell, "TH/Column")
            for row in table.rows:
                self.builder.count("TR")
                for index, cell in enumerate(row):
                    self.cell(cell, "TH/Row" if table.row_headers and index == 0 else "TD")

    def rows(self, table: Table) -> None:
        """A table told as a list: an empty cell says nothing."""
        build = self.builder
        self.sentences(table.caption)
        with build.inside("L"):
            for row in table.rows:
                with build.inside("LI"):
                    with build.inside("Term"):
                        self.named(row[0], table.head[0])
                    cells = zip(row[1:], table.head[1:], strict=True)
                    inner = [(cell, column) for cell, column in cells if cell.sentences]
                    if inner:
                        with build.inside("L"):
                            for cell, column in inner:
                                with build.inside("LI"):
                                    self.named(cell, column)

    def named(self, cell: Cell, column: Cell) -> None:
        self.sentences(column.sentences, end=":" if column.sentences else "")
        self.sentences(cell.sentences)

    def cell(self, cell: Cell, role: str) -> None:
        with self.builder.inside(role):
            self.sentences(cell.sentences)

    def figure(self, figure: Figure) -> None:
        self.picture(figure.picture)
        if figure.caption:
            with self.builder.inside("Caption"):
                self.sentences(figure.caption)
        if figure.picture.description:
            self.builder.where = figure.source
            self.builder.text(words_for(self.edition.language)("picture-description") + " ")
            self.builder.text(figure.picture.description)

    def picture(self, picture: Picture) -> None:
        if picture.alt:
            self.builder.picture(picture.alt)

    # Sentences and inlines

    def sentences(self, sentences: Iterable[Sentence], end: str = "") -> None:
        for sentence in sentences:
            self.builder.space()
            self.builder.where = sentence.source
            self.inlines(sentence.inlines)
        self.builder.text(end)
        self.builder.space()

    def inlines(self, inlines: Iterable[Inline]) -> None:
        for inline in inlines:
            self.inline(inline)

    def inline(self, inline: Inline) -> None:
        build = self.builder
        match inline:
            case Text(text=text) | Code(text=text):
                build.text(text)
            case Strong(inlines=inner) | Emphasis(inlines=inner):
                self.inlines(inner)
            case Link(inlines=inner, target=target):
                self.link(inner, address_of(target))
            case Term(inlines=inner, entry=entry):
                if self.edition.word_list:
                    self.link(inner, f"{self.edition.name}#word-{entry}")
                else:
                    self.inlines(inner)
            case Abbreviation(text=text, expansion=expansion):
                with build.within(replace(build.context, expansion=expansion)):
                    build.text(text)
            case Foreign(inlines=inner, language=language):
                with build.within(replace(build.context, language=language)):
                    self.inlines(inner)
            case LineBreak():
                build.space()
            case NoteReference(number=number):
                build.call(str(number))
            case InlinePicture(picture=picture):
                self.picture(picture)

    def link(self, inner: tuple[Inline, ...], target: str) -> None:
        with self.builder.within(replace(self.builder.context, target=target)), self.builder.inside("Link"):
            self.inlines(inner)
