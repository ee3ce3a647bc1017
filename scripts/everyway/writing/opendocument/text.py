"""The text of an edition as OpenDocument: each paragraph in a style of the theme, each picture with its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count

from markupsafe import Markup, escape

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
from everyway.writing.opendocument.lists import Item, Piece, nested
from everyway.writing.opendocument.used import Used, spaced
from everyway.writing.word.bookmarks import Bookmarks
from everyway.writing.word.pictures import Pictures, Use


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands: a style for plain paragraphs, and the items round it."""

    style: str = "Text_20_body"
    items: tuple[Item, ...] = ()
    language: str = ""


class OpenText:
    """Writes one edition. `href` gives the address of a place in another edition."""

    def __init__(
        self, edition: Edition, pictures: Pictures, bookmarks: Bookmarks, href: Callable[[Place], str], used: Used
    ) -> None:
        self._edition = edition
        self._pictures = pictures
        self._bookmarks = bookmarks
        self._href = href
        self._used = used
        self._wording = words_for(edition.language)
        self._setting = Setting(language=edition.language)
        self._lists = count(1)
        self._before = ""
        self._counted = 0
        self._in_note: list[str] | None = None
        self._notes: dict[str, tuple[Note, str]] = {
            note.id: (note, section.language or edition.language)
            for section in sections_of(edition)
            for note in section.notes
        }

    # Sections

    def sections(self, sections: Iterable[Section]) -> Markup:
        """Sections, one after the other."""
        self._before = ""
        return nested(piece for section in sections for piece in self._section(section))

    def _section(self, section: Section) -> Iterator[Piece]:
        with self._within(Setting(language=section.language or self._edition.language)):
            yield self._heading(section)
            opening = section.opening
            if opening and opening.summary:
                yield self.paragraph(self.sentences([opening.summary]), "Part_20_Summary")
            if opening and opening.picture:
                yield self.paragraph(self.picture(opening.picture, "opening"), "Part_20_Picture")
            yield from self.blocks(section.blocks)
        for inner in section.sections:
            yield from self._section(inner)

    def _heading(self, section: Section) -> Piece:
        level, label = min(section.level, 6), section.opening.label if section.opening else ""
        before = Markup('<text:span text:style-name="Part_20_Label">{}</text:span> ').format(label) if label else ""
        words = self._spoken(self.sentences([section.heading]))
        return Piece(
            Markup('<text:h text:style-name="{}" text:outline-level="{}">{}{}{}</text:h>\n').format(
                self._style(f"Heading_20_{level}"), level, self._mark(section.id), self._spoken(Markup(before)), words
            )
        )

    def _mark(self, identifier: str) -> Markup:
        return Markup('<text:bookmark text:name="{}"/>').format(self._bookmarks[identifier])

    # Blocks

    def blocks(self, blocks: Iterable[Block]) -> Iterator[Piece]:
        """Blocks, one after the other."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Piece]:
        here = self._setting
        quoted = here.style == "Quotations"
        match block:
            case Paragraph(sentences=sentences):
                yield self.paragraph(self.sentences(sentences))
            case BulletList(items=items):
                yield from self._items(items, "Bullets", 1)
            case OrderedList(items=items, start=start):
                yield from self._items(items, "Numbers", start)
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    yield from self._definition(definition)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Quote(blocks=inner):
                with self._within(replace(here, style="Quotations")):
                    yield from self.blocks(inner)
            case Callout(label=label, blocks=inner):
                yield self.paragraph(self.sentences([label]), "" if quoted else "Callout_20_Label")
                with self._within(here if quoted else replace(here, style="Callout")):
                    yield from self.blocks(inner)
                self._before = self._before or "room"
            case Passage(language=language, blocks=inner):
                with self._within(replace(here, language=language)):
                    yield from self.blocks(inner)
            case Statement(picture=picture, blocks=inner):
                plain = here.style == "Text_20_body" and not here.items
                style = "Easy_20_Read_20_Picture" if plain else ""
                yield self.paragraph(self.picture(picture, "statement"), style)
                words = list(self.blocks(inner))
                yield from (self._used.kept(piece) for piece in words[:-1])
                yield from words[-1:]
            case CodeBlock(text=text):
                lines = Markup("<text:line-break/>").join(spaced(line) for line in text.rstrip("\n").split("\n"))
                yield self.paragraph(lines, "" if quoted else "Preformatted_20_Text")
            case ThematicBreak():
                self._before = "rule"
            case PageBreak():
                self._before = "page"

    def paragraph(self, words: Markup, style: str = "") -> Piece:
        """A paragraph of a style, or of that of what it stands in."""
        here = self._setting
        if not style:
            listed = {"Text_20_body": "List_20_Paragraph", "Callout": "Callout_20_List"} if here.items else {}
            style = listed.get(here.style, here.style)
        return Piece(
            Markup('<text:p text:style-name="{}">{}</text:p>\n').format(self._style(style), self._spoken(words)),
            here.items,
        )

    def _style(self, style: str) -> str:
        """The style, or one of its own where a line or a new page comes before the paragraph."""
        before, self._before = self._before, ""
        if not before or (before == "room" and style.startswith(("Heading", "Callout", "Definition"))):
            return style
        name = f"{style}_{before}"
        self._used.styles[name] = (style, before)
        return name

    def _items(self, items: tuple[ListItem, ...], style: str, start: int) -> Iterator[Piece]:
        here, number = self._setting, next(self._lists)
        style = f"Callout_20_{style}" if here.style == "Callout" else style
        for at, item in enumerate(items):
            with self._within(replace(here, items=(*here.items, Item(number, style, at, start)))):
                yield from self.blocks(item.blocks)

    def _definition(self, definition: Definition) -> Iterator[Piece]:
        here = self._setting
        mark = self._mark(definition.id) if definition.id in self._bookmarks.ids else Markup("")
        yield self.paragraph(mark + self.sentences(definition.term), "Definition_20_Term")
        item = Item(next(self._lists), "Meanings", 0)
        for at, meaning in enumerate(definition.meanings):
            with self._within(replace(here, items=(*here.items, replace(item, at=at)))):
                yield from self.blocks(meaning)

    def _table(self, table: Table) -> Iterator[Piece]:
        outside = replace(self._setting, items=())
        with self._within(outside):
            if table.caption:
                yield self.paragraph(self.sentences(table.caption), "Table_20_Caption")
            head = Markup("").join(
                self._cell(cell, "Table_20_Heading", side) for cell, side in _sides(table.head, table)
            )
            rows = Markup("").join(
                Markup('<table:table-row table:style-name="Row">{}</table:table-row>\n').format(
                    Markup("").join(
                        self._cell(
                            cell, "Table_20_Row_20_Heading" if table.row_headers and not at else "Table_20_Text", side
                        )
                        for at, (cell, side) in enumerate(_sides(row, table))
                    )
                )
                for row in table.rows
            )
        column, more = Markup("<table:table-column/>"), len(table.head) - 1
        if table.row_headers:
            column = Markup("<table:table-header-columns>{}</table:table-header-columns>").format(column)
        rest = Markup('<table:table-column table:number-columns-repeated="{}"/>').format(more) if more else Markup("")
        yield Piece(
            Markup(
                '<table:table table:name="Table {}" table:style-name="Ruled">{}{}\n<table:table-header-rows>'
                '<table:table-row table:style-name="Row">{}</table:table-row></table:table-header-rows>\n'
                "{}</table:table>\n"
            ).format(next(self._used.numbers), column, rest, head, rows)
        )

    def _cell(self, cell: Cell, style: str, side: str) -> Markup:
        kind = "Head" if style == "Table_20_Heading" else "Cell"
        name = f"{style}_{side}" if side in ("center", "right") else style
        if name != style:
            self._used.styles[name] = (style, side)
        return Markup(
            '<table:table-cell table:style-name="{}" office:value-type="string">'
            '<text:p text:style-name="{}">{}</text:p></table:table-cell>'
        ).format(kind, name, self._spoken(self.sentences(cell.sentences)))

    def _figure(self, figure: Figure) -> Iterator[Piece]:
        quoted = self._setting.style == "Quotations"
        style = "" if quoted else "Captioned_20_Picture" if figure.caption else "Picture"
        yield self.paragraph(self.picture(figure.picture, "figure"), style)
        if figure.caption:
            yield self.paragraph(self.sentences(figure.caption), "Caption")
        if figure.picture.description:
            label = self._strong(escape(self._wording("picture-description")))
            yield self.paragraph(Markup("{} {}").format(label, spaced(figure.picture.description)))

    def picture(self, picture: Picture, use: Use) -> Markup:
        """A picture in the line, with its alternative text, or marked as decoration."""
        shown = self._pictures.show(picture, use)
        name = f"Pictures/{picture.file.stem}-{len(shown.content)}{'.png' if 'png' in shown.media_type else '.jpg'}"
        name = re.sub(r"[^A-Za-z0-9./-]", "-", name)
        self._used.pictures[name] = shown.content
        self._used.decorated |= not picture.alt
        title = Markup("<svg:title>{}</svg:title>").format(picture.alt) if picture.alt else Markup("")
        return Markup(
            '<draw:frame draw:style-name="{}" draw:name="Picture {}" text:anchor-type="as-char" svg:width="{:.2f}mm" '
            'svg:height="{:.2f}mm"><draw:image xlink:href="{}" xlink:type="simple" xlink:show="embed" '
            'xlink:actuate="onLoad"/>{}</draw:frame>'
        ).format(
            "Shown" if picture.alt else "Decoration", next(self._used.numbers), shown.width, shown.height, name, title
        )

    @contextmanager
    def _within(self, setting: Setting) -> Iterator[None]:
        before, self._setting = self._setting, setting
        yield
        self._setting = before

    # Sentences and inlines

    def _spoken(self, words: Markup) -> Markup:
        """Words in the language of what they stand in, where that is not the document's."""
        language = self._setting.language
        return words if language == self._edition.language or not words else self._in_language(words, language)

    def _in_language(self, words: Markup, language: str) -> Markup:
        name = self._used.languages.setdefault(language, "Language_" + re.sub("[^A-Za-z0-9]", "_", language))
        return Markup('<text:span text:style-name="{}">{}</text:span>').format(name, words)

    def _strong(self, words: Markup) -> Markup:
        return Markup('<text:span text:style-name="Strong_20_Emphasis">{}</text:span>').format(words)

    def sentences(self, sentences: Iterable[Sentence]) -> Markup:
        """Sentences with a space between them."""
        return Markup(" ").join(self._inlines(sentence.inlines) for sentence in sentences)

    def _inlines(self, inlines: Iterable[Inline]) -> Markup:
        return Markup("").join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text(text=text) | Abbreviation(text=text):
                return spaced(text)
            case Strong(inlines=inner) | Emphasis(inlines=inner):
                return self._strong(self._inlines(inner))
            case Link(inlines=inner, target=target):
                return self._link(self._inlines(inner), self._address(target))
            case Term(inlines=inner, entry=entry):
                if self._edition.word_list:
                    return self._link(self._inlines(inner), f"#{self._bookmarks[f'word-{entry}']}")
                return self._strong(self._inlines(inner))
            case Foreign(inlines=inner, language=language):
                with self._within(replace(self._setting, language=language)):
                    return self._in_language(self._inlines(inner), language)
            case Code(text=text):
                return Markup('<text:span text:style-name="Source_20_Text">{}</text:span>').format(spaced(text))
            case LineBreak():
                return Markup("<text:line-break/>")
            case NoteReference():
                return self._call(inline)
            case InlinePicture(picture=picture):
                return self.picture(picture, "inline")

    def _link(self, words: Markup, target: str) -> Markup:
        return Markup(
            '<text:a xlink:type="simple" xlink:href="{}" text:style-name="Internet_20_link" '
            'text:visited-style-name="Visited_20_Internet_20_Link">{}</text:a>'
        ).format(target, words)

    def _address(self, target: str | Place) -> str:
        if isinstance(target, str):
            return target
        if target.edition != self._edition.name:
            return self._href(target)
        return f"#{self._bookmarks[target.section] if target.section else self._bookmarks.top}"

    # Notes

    def _call(self, call: NoteReference) -> Markup:
        name = self._bookmarks[call.note]
        if self._in_note is None and call.first:
            return self._note(call)
        if call.first and self._in_note is not None:
            self._in_note.append(call.note)
        words = self._link(Markup(str(call.number)), f"#{name}")
        return Markup('<text:span text:style-name="Footnote_20_anchor">{}</text:span>').format(words)

    def _note(self, call: NoteReference) -> Markup:
        """A note where it is first called, and after it those that only it calls."""
        self._in_note = []
        inside = nested(self._note_blocks(call.note))
        while self._in_note:
            inside += nested(self._note_blocks(self._in_note.pop(0), typed=True))
        self._in_note = None
        label = Markup("")
        if call.number == self._counted + 1:
            self._counted += 1
        else:
            label = Markup(' text:label="{}"').format(call.number)
        return Markup(
            '{}<text:note text:id="ftn{}" text:note-class="footnote"><text:note-citation{}>{}</text:note-citation>'
            "<text:note-body>{}</text:note-body></text:note>"
        ).format(self._mark(call.note), call.number, label, call.number, inside)

    def _note_blocks(self, identifier: str, *, typed: bool = False) -> list[Piece]:
        note, language = self._notes[identifier]
        with self._within(Setting("Footnote", language=language)):
            if not typed:
                return list(self.blocks(note.blocks))
            number = Markup('{}<text:span text:style-name="Note_20_Number">{}</text:span> ').format(
                self._mark(identifier), note.number
            )
            first, *rest = note.blocks
            words = self.sentences(first.sentences) if isinstance(first, Paragraph) else Markup("")
            more = rest if isinstance(first, Paragraph) else note.blocks
            lead = Piece(
                Markup('<text:p text:style-name="Footnote">{}{}</text:p>\n').format(number, self._spoken(words))
            )
            return [lead, *self.blocks(more)]


def _sides(row: tuple[Cell, ...], table: Table) -> Iterator[tuple[Cell, str]]:
    return zip(row, table.alignments, strict=True)
