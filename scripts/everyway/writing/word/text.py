"""The text of an edition as pandoc's document tree, each paragraph in a style of the reference document.

Where Word has no word for what the model says, a comment stands in the tree and `mending` puts it right: a change of
subject, a new page, the end of a statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from everyway.model import (
    Abbreviation,
    Block,
    BulletList,
    Callout,
    Cell,
    Code,
    CodeBlock,
    Definition,
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
    Note,
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
from everyway.model.walk import sections_of
from everyway.wording import words_for
from everyway.writing.html import RIGHT_TO_LEFT
from everyway.writing.word import nodes
from everyway.writing.word.bookmarks import Bookmarks
from everyway.writing.word.nodes import Node
from everyway.writing.word.pictures import Pictures, Use

RULE, PAGE, TOGETHER = "everyway:rule", "everyway:page", "everyway:together"
"""What the comments say: a line before what follows, a new page before it; what stood before it belongs together."""

_IN_QUOTES = ("Caption", "Definition Term")

MEANING, END = "everyway:meaning", "everyway:end"
"""What stands round the meaning of a word."""

NOTE, FIRST = "everyway:note", "everyway:first"
"""What stands after the call of a note, with its number; before a table whose first cells are headers of their rows."""

NUMBER = "Note Number"
"""The style of a note's number where it is typed: Word counts no note that only another note calls."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph stands in: the text, a callout or a quotation; how deep in lists.

    `lead` is the style of the next paragraph, where it is the first of an item or of a meaning.
    """

    place: str = "Body Text"
    depth: int = 0
    lead: str = ""

    @property
    def style(self) -> str:
        """The style of a paragraph."""
        if self.lead:
            return self.lead
        if self.depth and self.place == "Body Text":
            return _deep("List Continue", self.depth)
        return self.place

    def item(self, kind: str) -> Setting:
        """The setting of an item of a list of that kind ("Bullet", "Number")."""
        depth = self.depth + 1
        callout = self.place == "Callout"
        place = "Body Text" if self.place == "Definition" else self.place
        lead = f"Callout {kind}" if callout else _deep(f"List {kind}", depth)
        return Setting(place, depth, lead)


def _deep(name: str, depth: int) -> str:
    return f"{name} {min(depth, 3)}" if depth > 1 else name


class WordText:
    """Writes one edition. `href` gives the address of a place in another edition, `bookmarks` that of one in this."""

    def __init__(
        self, edition: Edition, pictures: Pictures, bookmarks: Bookmarks, href: Callable[[Place], str]
    ) -> None:
        self._edition = edition
        self._pictures = pictures
        self._bookmarks = bookmarks
        self._href = href
        self._wording = words_for(edition.language)
        self._setting = Setting()
        self._notes: dict[str, tuple[Note, str]] = {
            note.id: (note, section.language or edition.language)
            for section in sections_of(edition)
            for note in section.notes
        }
        self._in_note: list[str] | None = None

    # Sections

    def section(self, section: Section, around: str = "") -> list[Node]:
        """A section with everything under it; `around` is the language that it stands in."""
        language = section.language or self._edition.language
        made = [self._heading(section), *self._opening(section), *self.blocks(section.blocks)]
        for inner in section.sections:
            made += self.section(inner, language)
        return self._told(language, made) if language != (around or self._edition.language) else made

    def _heading(self, section: Section) -> Node:
        label = section.opening.label if section.opening else ""
        words = self.sentence(section.heading)
        before = [nodes.span([nodes.text(label)], style="Part Label"), nodes.text(" ")] if label else []
        return nodes.heading(min(section.level, 6), self._bookmarks[section.id], [*before, *words])

    def _opening(self, section: Section) -> Iterator[Node]:
        opening = section.opening
        if opening and opening.summary:
            yield nodes.paragraph("Part Summary", self.sentence(opening.summary))
        if opening and opening.picture:
            yield nodes.paragraph("Part Picture", [self.picture(opening.picture, "opening")])

    # Blocks

    def blocks(self, blocks: Iterable[Block]) -> list[Node]:
        """Blocks, one after the other."""
        return [node for block in blocks for node in self.block(block)]

    def block(self, block: Block) -> Iterator[Node]:
        """One block with everything inside it."""
        quoted = self._setting.place == "Quote"
        match block:
            case Paragraph(sentences=sentences):
                yield self._paragraph(self.sentences(sentences))
            case BulletList(items=items):
                yield nodes.bullet_list(self._items(items, "Bullet"))
            case OrderedList(items=items, start=start):
                yield nodes.numbered_list(start, self._items(items, "Number"))
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    yield from self._definition(definition)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Quote(blocks=inner):
                with self._within(replace(self._setting, place="Quote")):
                    yield from self.blocks(inner)
            case Callout(label=label, blocks=inner):
                with self._within(replace(self._setting, place=self._setting.place if quoted else "Callout")):
                    yield self._paragraph(self.sentence(label), "Callout Label")
                    yield from self.blocks(inner)
            case Passage(language=language, blocks=inner):
                yield from self._told(language, self.blocks(inner))
            case Statement(picture=picture, blocks=inner):
                yield from self._statement(picture, inner)
            case CodeBlock(text=text):
                yield self._paragraph(_lines(text), "Code")
            case ThematicBreak():
                yield nodes.raw_block(f"<!--{RULE}-->")
            case PageBreak():
                yield nodes.raw_block(f"<!--{PAGE}-->")

    def _paragraph(self, inlines: list[Node], style: str = "") -> Node:
        style = style or self._setting.style
        if self._setting.place == "Quote" and style not in _IN_QUOTES and not self._setting.lead:
            # A paragraph of Word has one style: what stands in a quotation is quoted, whatever else it is.
            style = "Quote"
        self._setting = replace(self._setting, lead="")
        return nodes.paragraph(style, inlines)

    def _items(self, items: tuple[ListItem, ...], kind: str) -> list[list[Node]]:
        made = []
        for item in items:
            with self._within(self._setting.item(kind)):
                made.append(self.blocks(item.blocks))
        return made

    def _definition(self, definition: Definition) -> Iterator[Node]:
        words = self.sentences(definition.term)
        if definition.id in self._bookmarks.ids:
            words = [nodes.span(words, identifier=self._bookmarks[definition.id])]
        yield self._paragraph(words, "Definition Term")
        for meaning in definition.meanings:
            yield nodes.raw_block(f"<!--{MEANING}-->")
            with self._within(replace(self._setting, place="Definition", depth=self._setting.depth + 1)):
                yield from self.blocks(meaning)
            yield nodes.raw_block(f"<!--{END}-->")

    def _table(self, table: Table) -> Iterator[Node]:
        if table.caption:
            yield self._paragraph(self.sentences(table.caption), "Caption")
        head = [self._cell(cell, "Table Heading") for cell in table.head]
        rows = [
            [self._cell(cell, "Table Row Heading" if table.row_headers and not at else "Table Text")
             for at, cell in enumerate(row)]
            for row in table.rows
        ]  # fmt: skip
        if table.row_headers:
            yield nodes.raw_block(f"<!--{FIRST}-->")
        yield nodes.table(table.alignments, head, rows, table.row_headers)

    def _cell(self, cell: Cell, style: str) -> list[Node]:
        return [nodes.paragraph(style, self.sentences(cell.sentences))]

    def _figure(self, figure: Figure) -> Iterator[Node]:
        picture = [self.picture(figure.picture, "figure")]
        yield self._paragraph(picture, "Captioned Picture" if figure.caption else "Picture")
        if figure.caption:
            yield self._paragraph(self.sentences(figure.caption), "Caption")
        if figure.picture.description:
            label = nodes.strong([nodes.text(self._wording("picture-description"))])
            yield self._paragraph([label, nodes.text(f" {figure.picture.description}")])

    def _statement(self, picture: Picture, blocks: tuple[Block, ...]) -> Iterator[Node]:
        style = "Easy Read Picture" if self._setting.place == "Body Text" else ""
        yield self._paragraph([self.picture(picture, "statement")], style)
        yield from self.blocks(blocks)
        yield nodes.raw_block(f"<!--{TOGETHER}-->")

    def picture(self, picture: Picture, use: Use) -> Node:
        """A picture with its alternative text, which is empty when it is decorative."""
        shown = self._pictures.show(picture, use)
        return nodes.image(shown.address, picture.alt or "", shown.width, shown.height)

    def _told(self, language: str, made: list[Node]) -> list[Node]:
        return [nodes.in_language(language, _right_to_left(language), made)]

    @contextmanager
    def _within(self, setting: Setting) -> Iterator[None]:
        before, self._setting = self._setting, setting
        yield
        self._setting = replace(before, lead="")

    # Sentences and inlines

    def sentences(self, sentences: Iterable[Sentence]) -> list[Node]:
        """Sentences with a space between them."""
        made: list[Node] = []
        for sentence in sentences:
            made += [nodes.text(" ")] * bool(made) + self.sentence(sentence)
        return made

    def sentence(self, sentence: Sentence) -> list[Node]:
        """One sentence."""
        return self.inlines(sentence.inlines)

    def inlines(self, inlines: Iterable[Inline]) -> list[Node]:
        """Inlines, one after the other."""
        return [self.inline(inline) for inline in inlines]

    def inline(self, inline: Inline) -> Node:
        """One inline with everything inside it."""
        match inline:
            case Text(text=words) | Abbreviation(text=words):
                return nodes.text(words)
            case Strong(inlines=inner) | Emphasis(inlines=inner):
                return nodes.strong(self.inlines(inner))
            case Link(inlines=inner, target=target):
                return nodes.link(self.inlines(inner), self._address(target))
            case Term(inlines=inner, entry=entry):
                if self._edition.word_list:
                    return nodes.link(self.inlines(inner), f"#{self._bookmarks[f'word-{entry}']}")
                return nodes.strong(self.inlines(inner))
            case Foreign(inlines=inner, language=language):
                side = _right_to_left(language)
                return nodes.span(self.inlines(inner), language=language, right_to_left=side)
            case Code(text=words):
                return nodes.code(words)
            case LineBreak():
                return nodes.line_break()
            case NoteReference():
                return self._call(inline)
            case InlinePicture(picture=picture):
                return self.picture(picture, "inline")

    def _address(self, target: str | Place) -> str:
        if isinstance(target, str):
            return target
        if target.edition != self._edition.name:
            return self._href(target)
        return f"#{self._bookmarks[target.section] if target.section else self._bookmarks.top}"

    # Notes

    def _call(self, call: NoteReference) -> Node:
        name = self._bookmarks[call.note]
        if call.first and self._in_note is None:
            number = nodes.raw(f"<!--{NOTE} {call.number}-->")
            return nodes.span([nodes.note(self._note(call.note)), number], identifier=name)
        if call.first and self._in_note is not None:
            self._in_note.append(call.note)
        return nodes.superscript([nodes.link([nodes.text(str(call.number))], f"#{name}")])

    def _note(self, identifier: str) -> list[Node]:
        """The blocks of a note, and after them those of notes that only it calls: Word has no notes to notes."""
        self._in_note = []
        with self._within(Setting(place="footnote text")):
            made = self._note_blocks(identifier, counted=True)
            for other in self._in_note:
                made += self._note_blocks(other, counted=False)
        self._in_note = None
        return made

    def _note_blocks(self, identifier: str, *, counted: bool) -> list[Node]:
        note, language = self._notes[identifier]
        first, *rest = note.blocks
        words = self.sentences(first.sentences) if isinstance(first, Paragraph) else []
        own = nodes.span(words, language=language, right_to_left=_right_to_left(language))
        made = self.blocks(rest if isinstance(first, Paragraph) else note.blocks)
        if counted:
            # The number that Word counts stands in the first paragraph, where nothing is wrapped round that.
            return [nodes.bare_paragraph([own]), *self._told(language, made)]
        number = nodes.span([nodes.text(str(note.number))], style=NUMBER, identifier=self._bookmarks[identifier])
        return [nodes.paragraph("footnote text", [number, nodes.text(" "), own]), *self._told(language, made)]


def _right_to_left(language: str) -> bool:
    return language.split("-")[0].lower() in RIGHT_TO_LEFT


def _lines(text: str) -> list[Node]:
    made: list[Node] = []
    for line in text.rstrip("\n").split("\n"):
        made += [nodes.line_break()] * bool(made) + [nodes.text(line)] * bool(line)
    return made
