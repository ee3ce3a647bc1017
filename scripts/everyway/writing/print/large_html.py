"""The HTML of large print: what differs from other formats in how blocks and inlines are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from everyway.model import (
    Block,
    BulletList,
    Callout,
    Cell,
    Code,
    DefinitionList,
    Edition,
    Inline,
    Link,
    Note,
    NoteReference,
    OrderedList,
    Place,
    Quote,
    Section,
    Statement,
    Table,
    Text,
)
from everyway.model.walk import sections_of
from everyway.writing.html import Flavour, HtmlWriter, language_attributes
from everyway.writing.print.joins import is_address, parts_of_address, pieces
from everyway.writing.print.local import address_of
from everyway.writing.print.sheet import HEADINGS, Sheet

_VOLUME = re.compile(r"-volume-(\d+)-of-\d+\.pdf#")

INDENTS: Mapping[type, float] = {BulletList: 1.2, OrderedList: 2.0, DefinitionList: 1.2, Quote: 1.1, Callout: 2.2}
"""Em by which lines are shorter inside a block: themes/print/large/large.css."""

BESIDE_PICTURE = 0.7
"""How much of a line the words of a statement have, beside its picture."""

WHOLE = 0.96
"""How much of a line a single item may take and still be kept on one line."""


class LargePrintWriter(HtmlWriter):
    """Renders one edition in large print.

    Single items are `.whole`. A link inside the document says on which page: `.on-page` with the target and the words
    around the number in `data-*`. A note is called as "[note 1]" and listed by `notes_list`. The tables in `listed` are
    lists of rows: `.rows > dl`.
    """

    def __init__(
        self, edition: Edition, sheet: Sheet, href: Callable[[Place], str], listed: frozenset[Table] = frozenset()
    ) -> None:
        super().__init__(edition, Flavour(href=href, src=address_of, notes="end", bookmarks=True))
        self._sheet = sheet
        self._listed = listed
        self._room = sheet.ems * WHOLE

    def block(self, block: Block) -> Markup:
        """One block with everything inside it; what is kept on one line is told by the room that it leaves."""
        before = self._room
        if isinstance(block, Statement):
            self._room = before if self._sheet.stacked else before * BESIDE_PICTURE
        else:
            self._room = before - INDENTS.get(type(block), 0.0)
        try:
            return super().block(block)
        finally:
            self._room = before

    def heading(self, section: Section) -> Markup:
        """A section's heading, in which a line has less room, since its letters are larger."""
        before = self._room
        self._room = before / HEADINGS[min(section.level, len(HEADINGS)) - 1]
        try:
            return super().heading(section)
        finally:
            self._room = before

    # Notes

    def notes_list(self, notes: Iterable[Note]) -> Markup:
        """The notes, each with its label; without a way back, since paper has none."""
        rows = (
            Markup(
                '<div class="note" id="{}" data-pdf-role="Note"{}>\n'
                '<p class="note-label" data-pdf-role="Lbl">{}</p>\n{}</div>\n'
            ).format(
                note.id,
                language_attributes(self._note_languages[note.id]),
                self._wording("note-call", number=note.number),
                self.blocks(note.blocks),
            )
            for note in notes
        )
        return Markup("").join(rows)

    def _note_call(self, call: NoteReference) -> Markup:
        return Markup(' <span class="whole" data-pdf-role="Reference"><a href="{}">[{}]</a></span>').format(
            self._flavour.href(Place(self._edition.name, call.note)),
            self._wording("note-in-text", number=call.number),
        )

    # Tables

    def _table(self, table: Table) -> Markup:
        if table not in self._listed:
            return super()._table(table)
        caption = Markup("")
        if table.caption:
            caption = Markup('<p class="rows-caption">{}</p>\n').format(self.sentences(table.caption))
        rows = Markup("").join(self._listed_row(row, table.head) for row in table.rows)
        return Markup('<div class="rows">\n{}<dl>\n{}</dl>\n</div>\n').format(caption, rows)

    def _listed_row(self, row: tuple[Cell, ...], head: tuple[Cell, ...]) -> Markup:
        """A row: its first cell as the heading, then each other cell that is not empty, by the name of its column."""
        cells = [self._named(cell, column) for cell, column in zip(row[1:], head[1:], strict=True) if cell.sentences]
        items = Markup("<dd><ul>\n{}</ul></dd>\n").format(Markup("").join(cells)) if cells else Markup("<dd></dd>\n")
        return Markup('<div class="definition">\n<dt>{}</dt>\n{}</div>\n').format(self._said(row[0], head[0]), items)

    def _named(self, cell: Cell, column: Cell) -> Markup:
        return Markup("<li>{}</li>\n").format(self._said(cell, column))

    def _said(self, cell: Cell, column: Cell) -> Markup:
        if not column.sentences:
            return self.sentences(cell.sentences)
        return Markup("<strong>{}:</strong> {}").format(
            self.sentences(column.sentences), self.sentences(cell.sentences)
        )

    # Inlines

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Text(text=text):
                return self.words(text)
            case Code(text=text):
                return Markup("<code>{}</code>").format(text)
            case Link(inlines=inner, target=Place() as place):
                return self._link_inside(inner, place)
            case _:
                return super()._inline(inline)

    def words(self, text: str) -> Markup:
        """Words with their single items kept on one line, where one line is long enough."""
        return Markup("").join(self._piece(*piece) for piece in pieces(text, self._edition.language))

    def _piece(self, piece: str, whole: bool) -> Markup:
        if not whole:
            return escape(piece)
        if self._sheet.measure.width(piece) <= self._room:
            return Markup('<span class="whole">{}</span>').format(piece)
        return self._address(piece) if is_address(piece) else escape(piece)

    def _address(self, address: str) -> Markup:
        """An address too long for a line: it may end a line at its own signs, as late as it can."""
        lines = [""]
        for part in parts_of_address(address):
            longer = lines[-1] + part
            if self._sheet.measure.width(longer) <= self._room:
                lines[-1] = longer
            else:
                lines.append(part)
        return Markup("<wbr>").join(Markup('<span class="whole">{}</span>').format(line) for line in lines if line)

    def _link_inside(self, inner: tuple[Inline, ...], place: Place) -> Markup:
        address = self._flavour.href(place)
        if place.edition != self._edition.name or not place.section:
            return Markup('<a href="{}">{}</a>').format(address, self.inlines(inner))
        volume = volume_in(address)
        words = self._wording("on-page-of-volume" if volume else "on-page").replace("{volume}", volume)
        before, _, after = words.partition("{page}")
        whole = " whole" if self._sheet.measure.width(f"{before}999{after}") <= self._room else ""
        return Markup(
            '<a href="{}">{} <span class="on-page{}" data-pdf-role="Span" data-pdf-title="page" data-target="#{}"'
            ' data-before="{}" data-after="{}"></span></a>'
        ).format(address, self.inlines(inner), whole, place.section, before, after)


def notes_in(sections: Iterable[Section]) -> tuple[Note, ...]:
    """Every note of these sections and those below them, by number."""
    every = [each for section in sections for each in (section, *sections_of(section))]
    return tuple(sorted((note for section in every for note in section.notes), key=lambda note: note.number))


def volume_in(address: str) -> str:
    """The number of the volume that an address leads to; empty where it leads to a place in the same file."""
    found = _VOLUME.search(address)
    return found[1] if found else ""
