"""What the plain text of an edition must hold, as words: those of the text, and the signs that tell its structure.

Written apart from the writer. Bullets, numbers, underlines, `[1]`, `[Picture: …]`, addresses and the names of columns
are words like all others, each in its place; only how they are set in lines is free.
"""

from __future__ import annotations

from collections.abc import Iterable

from everyway.checking.account import Account, AccountBuilder
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
    NoteReference,
    OrderedList,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    Place,
    Publication,
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
from everyway.model.walk import plain_text, sections_of
from everyway.wording import words_for

UNDERLINE = {1: "=", 2: "-", 3: "~"}
"""The sign that underlines a heading, by its level; "." for those below. One of it stands for the whole line."""

QUOTED = "\uf8ff"
"""What stands for the sign of a quotation at the beginning of a line: how many lines there are is free."""


def expected_text(publication: Publication, edition: Edition) -> Account:
    """The words between the two rules of the file."""
    telling = _Telling(publication, edition)
    for section in edition.sections:
        telling.section(section)
    return telling.build.account()


class _Telling:
    def __init__(self, publication: Publication, edition: Edition) -> None:
        self.build = AccountBuilder()
        self.publication = publication
        self.edition = edition
        self.words = words_for(edition.language)

    def section(self, section: Section) -> None:
        self.build.where = section.source
        opening = section.opening
        if opening and opening.label:
            self.sign(f"{opening.label}:")
        self.sentences([section.heading])
        self.sign(UNDERLINE.get(section.level, "."))
        if opening and opening.summary:
            self.sentences([opening.summary])
        if opening and opening.picture:
            self.picture(opening.picture)
        self.blocks(section.blocks)
        for note in section.notes:
            self.sign(f"[{note.number}]")
            self.blocks(note.blocks)
        for inner in section.sections:
            self.section(inner)

    def sign(self, words: str) -> None:
        self.build.space()
        self.build.text(words)
        self.build.space()

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.build.where = block.source
            self.block(block)

    def block(self, block: Block) -> None:
        match block:
            case Paragraph(sentences=sentences):
                self.sentences(sentences)
            case BulletList(items=items):
                for item in items:
                    self.sign("-")
                    self.blocks(item.blocks)
            case OrderedList(items=items, start=start):
                for number, item in enumerate(items, start):
                    self.sign(f"{number}.")
                    self.blocks(item.blocks)
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    self.sentences(definition.term)
                    for meaning in definition.meanings:
                        self.blocks(meaning)
            case Table():
                self.table(block)
            case Figure(picture=picture, caption=caption):
                self.picture(picture)
                self.sentences(caption)
                if picture.description:
                    self.sign(f"{self.words('picture-description')} {picture.description}")
            case Quote(blocks=inner):
                self.sign(QUOTED)
                self.blocks(inner)
            case Callout(label=label, blocks=inner):
                told = plain_text(label.inlines).rstrip()
                self.sentences([label], "" if told.endswith((":", "?", "!", ".")) else ":")
                self.blocks(inner)
            case Passage(blocks=inner):
                self.blocks(inner)
            case Statement(picture=picture, blocks=inner):
                self.picture(picture)
                self.blocks(inner)
            case CodeBlock(text=text):
                self.sign(text)
            case ThematicBreak():
                self.sign("* * *")
            case PageBreak():
                pass

    def table(self, table: Table) -> None:
        self.sentences(table.caption)
        for row in table.rows:
            for at, (cell, column) in enumerate(zip(row, table.head, strict=True)):
                if at == 0 or cell.sentences:
                    self.named(cell, column)

    def named(self, cell: Cell, column: Cell) -> None:
        self.sentences(column.sentences, ":" if column.sentences else "")
        self.sentences(cell.sentences)

    def picture(self, picture: Picture) -> None:
        if picture.alt:
            self.sign(self.words("text-picture", alt=picture.alt))

    # Sentences and inlines

    def sentences(self, sentences: Iterable[Sentence], end: str = "") -> None:
        for sentence in sentences:
            self.build.space()
            self.build.where = sentence.source
            for inline in sentence.inlines:
                self.inline(inline)
        self.build.text(end)
        self.build.space()

    def inline(self, inline: Inline) -> None:
        match inline:
            case Text(text=text) | Code(text=text) | Abbreviation(text=text):
                self.build.text(text)
            case Strong(inlines=inner) | Emphasis(inlines=inner) | Term(inlines=inner) | Foreign(inlines=inner):
                for each in inner:
                    self.inline(each)
            case Link(inlines=inner, target=target):
                for each in inner:
                    self.inline(each)
                self.leads(" ".join(_told(inner, self.words("text-picture", alt="{}")).split()), target)
            case LineBreak():
                self.build.space()
            case NoteReference(number=number):
                self.build.text(f"[{number}]")
            case InlinePicture(picture=picture):
                if picture.alt:
                    self.sign(self.words("text-picture", alt=picture.alt))

    def leads(self, words: str, target: str | Place) -> None:
        """Where a link leads is told after it, unless its words say so."""
        if isinstance(target, Place):
            told = self.place(words, target)
        else:
            scheme, _, rest = target.partition(":")
            address = rest.split("?")[0] if scheme in ("mailto", "tel") else target
            bare = "".join(words.split())
            number = address[-9:] if address[-9:].isdigit() else "\0"
            known = bool(bare) and (bare in address or address in bare or number in bare)
            told = "" if known else f"<{address}>"
        if told:
            self.build.space()
            self.build.text(told)

    def place(self, words: str, place: Place) -> str:
        other = self.publication.edition(place.edition)
        headings = {section.id: plain_text(section.heading.inlines) for section in sections_of(other)}
        heading = " ".join(headings.get(place.section, "").split())
        if other is self.edition or other.name == self.edition.name:
            known = not heading or heading.casefold() in words.casefold()
            return "" if known else self.words("text-see", heading=heading)
        if heading:
            return self.words("text-see-in", heading=heading, edition=other.title)
        return "" if other.title.casefold() in words.casefold() else self.words("text-other", edition=other.title)


def _told(inlines: Iterable[Inline], picture: str) -> str:
    """The words of a link, with what its pictures show."""
    made = []
    for inline in inlines:
        if isinstance(inline, InlinePicture):
            made.append(f" {picture.replace('{}', inline.picture.alt)} " if inline.picture.alt else "")
        elif isinstance(inline, Strong | Emphasis | Foreign | Term):
            made.append(_told(inline.inlines, picture))
        elif isinstance(inline, NoteReference):
            made.append(f"[{inline.number}]")
        else:
            made.append(plain_text([inline]))
    return "".join(made)
