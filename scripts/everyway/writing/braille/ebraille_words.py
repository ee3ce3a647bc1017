"""Sections in braille as XHTML: the words of eBraille's content documents (eBraille 1.0, section 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import repeat
from xml.sax.saxutils import escape, quoteattr

from everyway.braille.cells import FIXED, NOTE_BEGINS, NOTE_ENDS, RAISED, digits
from everyway.braille.characters import as_sentence
from everyway.braille.phrases import Phrase, Run, Transcriber, runs_of, runs_of_sentences, without_calls
from everyway.braille.setting import BULLET
from everyway.braille.translator import Form
from everyway.model import (
    Block,
    BulletList,
    Callout,
    Cell,
    CodeBlock,
    DefinitionList,
    Figure,
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
    Table,
    ThematicBreak,
)
from everyway.model.walk import inlines_of, sentences_in
from everyway.wording import Wording

Href = Callable[[str | Place], str]
"""The address of a link's target as it is written in this document; empty when it leads nowhere here."""


def braille_tag(language: str) -> str:
    """The BCP 47 tag of a language in braille: en-Brai-GB (eBraille 1.0, 5.3.3.8)."""
    first, *others = language.split("-")
    return "-".join((first, "Brai", *others))


class Words:
    """Writes blocks; `href` knows where links lead from the document that is being written, `notes` where notes are."""

    def __init__(self, transcriber: Transcriber, wording: Wording, href: Href, notes: Mapping[int, str]) -> None:
        self.transcriber = transcriber
        self.wording = wording
        self.href = href
        self.notes = notes

    # Sections

    def section(self, section: Section) -> Iterator[str]:
        """A section with all that stands in it; notes follow the block that calls them."""
        before = self.transcriber
        self.transcriber = before.within(section.language)
        level = min(section.level, 6)
        lang = f" {_lang(section.language)}" if section.language else ""
        yield f"<section id={quoteattr(section.id)}{lang}>\n<h{level}>{self.heading(section)}</h{level}>\n"
        waiting = {note.number: note for note in section.notes}
        yield from self._notes((section.heading,), waiting)
        if section.opening and section.opening.summary:
            yield f"<p>{self.sentences((section.opening.summary,))}</p>\n"
            yield from self._notes((section.opening.summary,), waiting)
        for block in section.blocks:
            yield from self.block(block)
            yield from self._notes(sentences_in((block,)), waiting)
        for number in sorted(waiting):
            yield from self._note(waiting[number])
        self.transcriber = before
        for inner in section.sections:
            yield from self.section(inner)
        yield "</section>\n"

    def heading(self, section: Section, *, calls: bool = True) -> str:
        """The heading with its label; in contents without calls of notes."""
        runs = [Run(f"{section.opening.label}: ")] if section.opening and section.opening.label else []
        runs += [Run(run.text, run.form & ~Form.BOLD, run.language, run.target if calls else None, run.note) for run in
                 runs_of(section.heading.inlines)]  # fmt: skip
        transcriber = self.transcriber.within(section.language) if section.language else self.transcriber
        return self._pieces(transcriber, runs if calls else without_calls(runs))

    def _notes(self, sentences: Iterable[Sentence], waiting: dict[int, Note]) -> Iterator[str]:
        if not waiting:
            return
        for sentence in list(sentences):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, NoteReference) and (note := waiting.pop(inline.number, None)):
                    yield from self._note(note)
                    yield from self._notes(sentences_in(note.blocks), waiting)

    def _note(self, note: Note) -> Iterator[str]:
        yield f'<aside id={quoteattr(note.id)} class="note" epub:type="footnote" role="doc-footnote">\n'
        yield from self._marked(Run(f"{RAISED}{digits(note.number)} "), note.blocks, "p")
        yield "</aside>\n"

    def _marked(self, mark: Run, blocks: Iterable[Block], element: str) -> Iterator[str]:
        every = list(blocks)
        runs = [mark]
        first = every[0] if every else None
        if isinstance(first, Paragraph):
            runs.extend(runs_of_sentences(first.sentences))
            every = every[1:]
        words = self._pieces(self.transcriber, runs)
        yield f"<{element}>{words}</{element}>\n" if element else f"{words}\n"
        for block in every:
            yield from self.block(block)

    # Blocks

    def block(self, block: Block) -> Iterator[str]:
        """One block."""
        match block:
            case Paragraph(sentences=sentences):
                yield f"<p>{self.sentences(sentences)}</p>\n"
            case BulletList(items=items):
                yield from self._list("ul", items, repeat(f"{BULLET} "))
            case OrderedList(items=items, start=start):
                yield from self._list("ol", items, (f"{number}. " for number in range(start, start + len(items))))
            case DefinitionList():
                yield from self._definitions(block)
            case Table():
                yield from self._table(block)
            case Figure(picture=picture, caption=caption):
                yield from self._figure(picture, caption)
            case Quote(blocks=inner):
                yield from self._around("<blockquote>", inner, "</blockquote>")
            case Callout(label=label, blocks=inner):
                title = f'<p class="box-title">{self.sentences((label,))}</p>'
                yield from self._around(f'<aside class="box">\n{title}', inner, "</aside>")
            case Passage(language=language, blocks=inner):
                before, self.transcriber = self.transcriber, self.transcriber.within(language)
                yield from self._around(f"<div {_lang(language)}>", inner, "</div>")
                self.transcriber = before
            case Statement(picture=picture, blocks=inner):
                if picture.description:
                    yield from self._figure(picture, ())
                for each in inner:
                    yield from self.block(each)
            case CodeBlock(text=text):
                lines = (self.transcriber.text(line, Form.UNCONTRACTED) for line in text.rstrip("\n").split("\n"))
                yield "<pre>" + "\n".join(map(_row, lines)) + "</pre>\n"
            case ThematicBreak():
                yield "<hr/>\n"
            case PageBreak():
                pass

    def _around(self, opens: str, blocks: Iterable[Block], closes: str) -> Iterator[str]:
        yield f"{opens}\n"
        for block in blocks:
            yield from self.block(block)
        yield f"{closes}\n"

    def _list(self, element: str, items: Iterable[ListItem], marks: Iterable[str]) -> Iterator[str]:
        yield f"<{element}>\n"
        for item, mark in zip(items, marks, strict=False):
            yield f"<li>{''.join(self._marked(Run(mark), item.blocks, ''))}</li>\n"
        yield f"</{element}>\n"

    def _definitions(self, block: DefinitionList) -> Iterator[str]:
        yield "<dl>\n"
        for definition in block.definitions:
            identifier = f" id={quoteattr(definition.id)}" if definition.id else ""
            yield f"<dt{identifier}>{self.sentences(definition.term)}</dt>\n"
            for meaning in definition.meanings:
                yield from self._around("<dd>", meaning, "</dd>")
        yield "</dl>\n"

    def _table(self, table: Table) -> Iterator[str]:
        yield "<table>\n"
        if table.caption:
            yield f"<caption>{self.sentences(table.caption)}</caption>\n"
        yield f"<thead>\n<tr>{''.join(self._cell(cell, 'col') for cell in table.head)}</tr>\n</thead>\n<tbody>\n"
        for row in table.rows:
            scopes = ("row" if table.row_headers and column == 0 else "" for column in range(len(row)))
            yield f"<tr>{''.join(map(self._cell, row, scopes))}</tr>\n"
        yield "</tbody>\n</table>\n"

    def _cell(self, cell: Cell, scope: str) -> str:
        words = self.sentences(cell.sentences)
        return f'<th scope="{scope}">{words}</th>' if scope else f"<td>{words}</td>"

    def _figure(self, picture: Picture, caption: tuple[Sentence, ...]) -> Iterator[str]:
        if caption:
            yield f'<p class="caption">{self.sentences(caption)}</p>\n'
        told = [self.wording("braille-picture", alt=as_sentence(picture.alt))] if picture.alt else []
        if picture.description:
            told.append(f"{self.wording('picture-description')} {picture.description}")
        if told:
            text = Run(f"{NOTE_BEGINS}{' '.join(told)}{NOTE_ENDS}")
            yield f'<p class="said">{self._pieces(self.transcriber, (text,))}</p>\n'

    # Words

    def sentences(self, sentences: Iterable[Sentence]) -> str:
        """Sentences in one row; line ends that the writer asked for stay."""
        rows: list[list[Run]] = [[]]
        for run in runs_of_sentences(sentences):
            if run.text == "\n":
                rows.append([])
            else:
                rows[-1].append(run)
        return "<br/>\n".join(self._pieces(self.transcriber, row) for row in rows)

    def text(self, text: str) -> str:
        """A text of our own."""
        return _row(self.transcriber.text(text))

    def _pieces(self, transcriber: Transcriber, runs: Iterable[Run]) -> str:
        return " ".join(self._piece(run, phrase) for run, phrase in transcriber.pieces(runs) if phrase.cells)

    def _piece(self, run: Run | None, phrase: Phrase) -> str:
        words = _row(phrase)
        if run is None:
            return words
        if run.language:
            words = f"<span {_lang(run.language)}>{words}</span>"
        if run.note:
            address = quoteattr(self.notes[run.note])
            return f'<a href={address} epub:type="noteref" role="doc-noteref">{words}</a>'
        address = self.href(run.target) if run.target is not None else ""
        return f"<a href={quoteattr(address)}>{words}</a>" if address else words


def _row(phrase: Phrase) -> str:
    """The cells of a phrase; lines may end at the spaces between its words, and nowhere else."""
    return escape(" ".join(cells for cells in phrase.cells if cells)).replace("\u2800", FIXED)


def _lang(language: str) -> str:
    tag = quoteattr(braille_tag(language))
    return f"lang={tag} xml:lang={tag}"
