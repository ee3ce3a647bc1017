"""Model to HTML: the one rendering of blocks and inlines that the site, the print formats and the e-books share.

What differs between them stands in a `Flavour`. The contract with themes and with the PDF tags:

- a section is `<section id>`, its heading first; a part's heading stands in `.opening` with its summary and picture
- a statement is `.statement > .statement-picture + .statement-words`
- a callout is `.callout.<kind> > p.callout-label + ...`
- a sentence is `<span class="s" id>` where the flavour asks for it
- a note is `.footnote` at its first call (`notes="foot"`), or is listed by `notes_list` (`notes="end"`)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass
from typing import Literal, Self

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
from everyway.model.walk import inlines_of, plain_text, sections_of
from everyway.wording import words_for

_NOTHING = Markup("")
_FIRST_WORD = re.compile(r"(?:<[^>]+>|\s)*[^\s<]+")
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Flavour:
    """What differs from format to format.

    `href` gives the address of a place in the publication, `src` that of a picture. `sentence_ids` puts a span with
    its id round each sentence; `sentence_marks` an empty span that has the id as `data-sentence` after its first
    word, so that print can tell on which page it begins, sets its lines as ever, and no link can lead to it.
    `notes` is "foot" (each note at its first call) or "end". `words_only` leaves out links (not their words), calls
    of notes and pictures: a heading as a list of contents shows it. `anchors` says which element bears a section's
    id; `after_heading` gives what stands between a section's heading and its blocks, `after_blocks` what stands
    between its blocks and its sub-sections. `size` gives a picture's width and height in CSS pixels: a page stays
    put while it loads. With `stacking_tables` a style sheet may show each row as a block: each cell names its
    column, and a box round the table knows how many there are. `bookmarks` gives each heading the words of its
    bookmark.
    """

    href: Callable[[Place], str]
    src: Callable[[Picture], str]
    sentence_ids: bool = False
    sentence_marks: bool = False
    notes: Literal["end", "foot"] = "end"
    words_only: bool = False
    anchors: Literal["section", "heading"] = "section"
    after_heading: Callable[[Section], Markup] | None = None
    after_blocks: Callable[[Section], Markup] | None = None
    size: Callable[[Picture], tuple[int, int] | None] | None = None
    stacking_tables: bool = False
    bookmarks: bool = False


def language_attributes(language: str) -> Markup:
    """` lang="cy"`, with the direction where the script runs from right to left; nothing for no language."""
    if not language:
        return Markup("")
    direction = Markup(' dir="rtl"') if language.split("-")[0].lower() in RIGHT_TO_LEFT else Markup("")
    return Markup(' lang="{}"{}').format(language, direction)


class HtmlWriter:
    """Renders one edition in one flavour. Each method gives safe markup and changes nothing."""

    def __init__(self, edition: Edition, flavour: Flavour) -> None:
        self._edition = edition
        self._flavour = flavour
        self._wording = words_for(edition.language)
        self._notes = {note.id: note for section in sections_of(edition) for note in section.notes}
        self._note_languages = {
            note.id: section.language or edition.language for section in sections_of(edition) for note in section.notes
        }

    def in_flavour(self, flavour: Flavour) -> Self:
        """The same edition in another flavour, without going through all of it again."""
        other = copy(self)
        other._flavour = flavour
        return other

    # Sections

    def section(self, section: Section, around: str = "") -> Markup:
        """A section with everything under it; `around` is the language it stands in, where not the edition's."""
        language = section.language or self._edition.language
        own = Markup(' id="{}"').format(section.id) if self._flavour.anchors == "section" else Markup("")
        after_heading, after_blocks = self._flavour.after_heading, self._flavour.after_blocks
        return Markup("<section{}{}>\n{}{}{}{}{}</section>\n").format(
            own,
            language_attributes(language if language != (around or self._edition.language) else ""),
            self.heading(section),
            after_heading(section) if after_heading else "",
            self.blocks(section.blocks),
            after_blocks(section) if after_blocks else "",
            _join(self.section(inner, language) for inner in section.sections),
        )

    def heading(self, section: Section) -> Markup:
        """A section's heading; a part's with its label, summary and picture."""
        level = min(section.level, 6)
        own = Markup(' id="{}"').format(section.id) if self._flavour.anchors == "heading" else Markup("")
        words = self.sentence(section.heading)
        opening = section.opening
        if self._flavour.bookmarks:
            # A bookmark says the words of the heading, without the calls of notes and the pictures in it.
            spoken = plain_text(section.heading.inlines)
            own += Markup(' data-bookmark="{}"').format(f"{opening.label} {spoken}".strip() if opening else spoken)
        if opening is None:
            return Markup("<h{0}{1}>{2}</h{0}>\n").format(level, own, words)
        label = Markup('<span class="part-label">{}</span> ').format(opening.label) if opening.label else Markup("")
        summary = Markup("")
        if opening.summary:
            summary = self._paragraph((opening.summary,), "summary")
        picture = Markup("")
        if opening.picture:
            picture = Markup('<div class="opening-picture">{}</div>\n').format(self.picture(opening.picture))
        kind = Markup("opening part-{}").format(opening.number) if opening.number else Markup("opening")
        return Markup('<div class="{0}">\n<h{1}{2}>{3}{4}</h{1}>\n{5}{6}</div>\n').format(
            kind, level, own, label, words, summary, picture
        )

    # Blocks

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Blocks, one after the other."""
        return _join(self.block(block) for block in blocks)

    def block(self, block: Block) -> Markup:
        """One block with everything inside it."""
        match block:
            case Paragraph(sentences=sentences):
                return self._paragraph(sentences)
            case BulletList(items=items):
                return Markup("<ul>\n{}</ul>\n").format(_join(self._item(item) for item in items))
            case OrderedList(items=items, start=start):
                first = Markup(' start="{}"').format(start) if start != 1 else Markup("")
                return Markup("<ol{}>\n{}</ol>\n").format(first, _join(self._item(item) for item in items))
            case DefinitionList(definitions=definitions):
                return Markup("<dl>\n{}</dl>\n").format(_join(self._definition(each) for each in definitions))
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Quote(blocks=inner):
                return Markup("<blockquote>\n{}</blockquote>\n").format(self.blocks(inner))
            case Callout(kind=kind, label=label, blocks=inner):
                return Markup('<div class="callout {}" role="note">\n{}{}</div>\n').format(
                    kind, self._paragraph((label,), "callout-label"), self.blocks(inner)
                )
            case Passage(language=language, blocks=inner):
                return Markup("<div{}>\n{}</div>\n").format(language_attributes(language), self.blocks(inner))
            case Statement(picture=picture, blocks=inner):
                return Markup(
                    '<div class="statement">\n<div class="statement-picture">{}</div>\n'
                    '<div class="statement-words">\n{}</div>\n</div>\n'
                ).format(self.picture(picture), self.blocks(inner))
            case CodeBlock(text=text):
                return Markup("<pre><code>{}</code></pre>\n").format(text)
            case ThematicBreak():
                return Markup("<hr>\n")
            case PageBreak():
                return Markup('<div class="page-break"></div>\n')

    def _paragraph(self, sentences: tuple[Sentence, ...], kind: str = "") -> Markup:
        words = self.sentences(sentences)
        if self._flavour.notes == "foot" and any(_calls_note(sentence) for sentence in sentences):
            # HTML ends a <p> where a note's own blocks begin, so the paragraph is a <div> that is tagged as one.
            return Markup('<div class="{}" data-pdf-role="P">{}</div>\n').format(f"p {kind}".rstrip(), words)
        own = f' class="{escape(kind)}"' if kind else ""
        return Markup(f"<p{own}>{words}</p>\n")

    def _item(self, item: ListItem) -> Markup:
        return Markup(f"<li>{self._lead(item.blocks)}</li>\n")

    def _lead(self, blocks: tuple[Block, ...]) -> Markup:
        """The blocks of an item, cell-like: a first paragraph that stands alone, or before a list, needs no `<p>`."""
        if blocks and isinstance(blocks[0], Paragraph):
            first, rest = blocks[0], blocks[1:]
            if all(isinstance(block, BulletList | OrderedList) for block in rest):
                after = Markup("\n{}").format(self.blocks(rest)) if rest else Markup("")
                return self.sentences(first.sentences) + after
        return Markup("\n{}").format(self.blocks(blocks))

    def _definition(self, definition: Definition) -> Markup:
        own = Markup(' id="{}"').format(definition.id) if definition.id else Markup("")
        meanings = _join(Markup("<dd>{}</dd>\n").format(self._lead(meaning)) for meaning in definition.meanings)
        return Markup('<div class="definition">\n<dt{}>{}</dt>\n{}</div>\n').format(
            own, self.sentences(definition.term), meanings
        )

    def _table(self, table: Table) -> Markup:
        caption = Markup("")
        if table.caption:
            caption = Markup("<caption>{}</caption>\n").format(self.sentences(table.caption))
        head = _join(
            self._cell(cell, "th", "col", align) for cell, align in zip(table.head, table.alignments, strict=True)
        )
        rows = _join(self._row(row, table) for row in table.rows)
        body = Markup("<tbody>\n{}</tbody>\n").format(rows) if table.rows else Markup("")
        whole = Markup("<table>\n{}<thead>\n<tr>{}</tr>\n</thead>\n{}</table>\n").format(caption, head, body)
        if not self._flavour.stacking_tables:
            return whole
        return Markup('<div class="table columns-{}">\n{}</div>\n').format(len(table.head), whole)

    def _row(self, row: tuple[Cell, ...], table: Table) -> Markup:
        cells = []
        for index, (cell, column, align) in enumerate(zip(row, table.head, table.alignments, strict=True)):
            if index == 0 and table.row_headers:
                cells.append(self._cell(cell, "th", "row", align))
                continue
            named = Markup("")
            if self._flavour.stacking_tables and column.sentences:
                words = " ".join(plain_text(sentence.inlines) for sentence in column.sentences)
                named = Markup(' data-column="{}"').format(words)
            cells.append(self._cell(cell, "td", "", align, named))
        return Markup("<tr>{}</tr>\n").format(_join(cells))

    def _cell(self, cell: Cell, tag: str, scope: str, align: str, more: Markup = _NOTHING) -> Markup:
        attributes = f' scope="{escape(scope)}"' if scope else ""
        if align:
            attributes += f' class="{escape(align)}"'
        return Markup(f"<{tag}{attributes}{more}>{self.sentences(cell.sentences)}</{tag}>")

    def _figure(self, figure: Figure) -> Markup:
        caption = Markup("")
        if figure.caption:
            caption = Markup("<figcaption>{}</figcaption>\n").format(self.sentences(figure.caption))
        description = Markup("")
        if figure.picture.description:
            description = Markup('<div class="description">\n<p><strong>{}</strong> {}</p>\n</div>\n').format(
                self._wording("picture-description"), figure.picture.description
            )
        return Markup("<figure>\n{}\n{}</figure>\n{}").format(self.picture(figure.picture), caption, description)

    def picture(self, picture: Picture) -> Markup:
        """A picture with its alternative text (empty when it is decorative)."""
        size = self._flavour.size(picture) if self._flavour.size else None
        room = Markup(' width="{}" height="{}"').format(*size) if size else Markup("")
        return Markup('<img src="{}" alt="{}"{}>').format(self._flavour.src(picture), picture.alt or "", room)

    # Notes

    def notes_list(self, notes: Iterable[Note]) -> Markup:
        """The notes as a list with a way back to each call; for flavours with notes at the end."""
        rows = [
            Markup(
                '<li id="{0}" value="{1}"{4}>{2} <a class="note-back" href="#{0}-call" aria-label="{3}">↩</a></li>\n'
            ).format(
                note.id,
                note.number,
                self._lead(note.blocks),
                self._wording("note-back", number=note.number),
                language_attributes(self._note_languages[note.id]),
            )
            for note in notes
        ]
        return Markup('<ol class="notes">\n{}</ol>\n').format(_join(rows)) if rows else Markup("")

    def _note_call(self, call: NoteReference) -> Markup:
        if self._flavour.notes == "end":
            own = Markup(' id="{}-call"').format(call.note) if call.first else Markup("")
            address = self._flavour.href(Place(self._edition.name, call.note))
            return Markup('<sup class="note-call"><a{} href="{}" aria-label="{}">{}</a></sup>').format(
                own, address, self._wording("note-call", number=call.number), call.number
            )
        if call.first:
            note = self._notes[call.note]
            return Markup('<span class="footnote" id="{}" data-number="{}"{}>{}</span>').format(
                note.id, note.number, language_attributes(self._note_languages[note.id]), self._lead(note.blocks)
            )
        return Markup('<a class="note-again" href="#{}" aria-label="{}">{}</a>').format(
            call.note, self._wording("note-call", number=call.number), call.number
        )

    # Sentences and inlines

    def sentences(self, sentences: Iterable[Sentence]) -> Markup:
        """Sentences with a space between them."""
        return Markup(" ".join([self.sentence(sentence) for sentence in sentences]))

    def sentence(self, sentence: Sentence) -> Markup:
        """One sentence, with its id where the flavour asks for it."""
        words = self.inlines(sentence.inlines)
        if self._flavour.sentence_marks:
            mark = Markup('<span data-sentence="{}"></span>').format(sentence.id)
            first = _FIRST_WORD.match(words)
            return Markup(words[: first.end()]) + mark + Markup(words[first.end() :]) if first else mark + words
        if not self._flavour.sentence_ids:
            return words
        return Markup(f'<span class="s" id="{escape(sentence.id)}">{words}</span>')

    def inlines(self, inlines: Iterable[Inline]) -> Markup:
        """Inlines, one after the other."""
        return _join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Markup:
        if self._flavour.words_only:
            match inline:
                case Link(inlines=inner) | Term(inlines=inner):
                    return self.inlines(inner)
                case NoteReference() | InlinePicture():
                    return Markup("")
                case LineBreak():
                    return Markup(" ")
                case _:
                    pass
        match inline:
            case Text(text=text):
                return escape(text)
            case Strong(inlines=inner):
                return Markup("<strong>{}</strong>").format(self.inlines(inner))
            case Emphasis(inlines=inner):
                return Markup("<em>{}</em>").format(self.inlines(inner))
            case Link(inlines=inner, target=target):
                address = self._flavour.href(target) if isinstance(target, Place) else target
                return Markup('<a href="{}">{}</a>').format(address, self.inlines(inner))
            case Abbreviation(text=text, expansion=expansion):
                return Markup('<abbr title="{}">{}</abbr>').format(expansion, text)
            case Term(inlines=inner, entry=entry):
                return self._term(inner, entry)
            case Foreign(inlines=inner, language=language):
                return Markup("<span{}>{}</span>").format(language_attributes(language), self.inlines(inner))
            case Code(text=text):
                return Markup("<code>{}</code>").format(text)
            case LineBreak():
                return Markup("<br>")
            case NoteReference():
                return self._note_call(inline)
            case InlinePicture(picture=picture):
                return Markup('<span class="inline-picture">{}</span>').format(self.picture(picture))

    def _term(self, inner: tuple[Inline, ...], entry: str) -> Markup:
        words = self.inlines(inner)
        if not self._edition.word_list:
            return Markup('<strong class="term">{}</strong>').format(words)
        address = self._flavour.href(Place(self._edition.name, f"word-{entry}"))
        return Markup('<a class="term" href="{}">{}</a>').format(address, words)


def _calls_note(sentence: Sentence) -> bool:
    return any(isinstance(inline, NoteReference) and inline.first for inline in inlines_of(sentence.inlines))


def _join(parts: Iterable[Markup]) -> Markup:
    return Markup("".join(parts))
