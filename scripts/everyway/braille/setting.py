"""Blocks of the model as portions of lines: where each begins, what stands blank, what is said in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, repeat

from everyway.braille.cells import FIXED, NOTE_BEGINS, NOTE_ENDS, RAISED, digits
from everyway.braille.characters import as_sentence
from everyway.braille.lines import EMPTY, Line, centred, drawn, wrapped
from everyway.braille.phrases import BREAK, Phrase, Run, Transcriber, runs_of, runs_of_sentences, without_calls
from everyway.braille.portions import Portion
from everyway.braille.styles import Indent, Style
from everyway.braille.tables import Grid, grid_of
from everyway.braille.translator import Form
from everyway.model import (
    Block,
    BulletList,
    Callout,
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
    Quote,
    Section,
    Sentence,
    Statement,
    Table,
    ThematicBreak,
)
from everyway.model.walk import inlines_of, sentences_in
from everyway.wording import Wording

NARROWEST = 14
"""Cells that words keep, however deep they stand in lists of lists."""

BULLET = "•"


class Setter:
    """Sets sections in lines of `width` cells; `listed` are the tables that did not fit and were set row by row."""

    def __init__(self, transcriber: Transcriber, style: Style, width: int, wording: Wording) -> None:
        self.transcriber = transcriber
        self.style = style
        self.width = width
        self.wording = wording
        self.listed: set[Table] = set()
        self._new_page = False

    # Sections

    def part(self, section: Section) -> list[Portion]:
        """A section of level 1 with all that stands in it; its end is marked where the style says so."""
        portions = list(self._section(section))
        if self.style.part_ends:
            portions = _ended(portions, drawn(self.style.part_ends, self.width))
        return portions

    def _heading_runs(self, section: Section) -> Iterator[Run]:
        """The heading with its label ("Part 1: ")."""
        if section.opening and section.opening.label:
            yield Run(f"{section.opening.label}: ")
        yield from runs_of(section.heading.inlines)

    def _section(self, section: Section) -> Iterator[Portion]:
        before = self.transcriber
        self.transcriber = before.within(section.language)
        yield self._heading(section)
        waiting = {note.number: note for note in section.notes}
        yield from self._notes_called((section.heading,), waiting)
        if section.opening and section.opening.summary:
            yield from self._paragraph((section.opening.summary,), 0)
            yield from self._notes_called((section.opening.summary,), waiting)
        for block in section.blocks:
            yield from self._block(block, 0)
            if waiting:
                yield from self._notes_called(sentences_in((block,)), waiting)
        for number in sorted(waiting):
            yield from self._note(waiting[number])
        self.transcriber = before
        for inner in section.sections:
            yield from self._section(inner)

    def _heading(self, section: Section) -> Portion:
        row = self.style.heading(section.level)
        new_page, self._new_page = row.new_page or self._new_page, False
        runs = [replace(run, form=run.form & ~Form.BOLD | row.form) for run in self._heading_runs(section)]
        phrase = self.transcriber.phrase(runs)
        if row.centred:
            lines = centred(phrase, self.width)
        else:
            lines = wrapped(phrase, self.width, row.indent.first, row.indent.runover)
        return Portion(
            lines,
            row.indent.before,
            row.indent.after,
            with_next=True,
            new_page=new_page,
            skip=row.skip,
            begins=(section.id,),
            head=self.title(section) if section.level == 1 else None,
        )

    def title(self, section: Section) -> Phrase:
        """The heading as contents and running heads have it: without marks and without calls of notes."""
        runs = (replace(run, form=run.form & ~Form.BOLD) for run in without_calls(self._heading_runs(section)))
        return self.transcriber.within(section.language).phrase(runs)

    # Notes: after the block that calls them

    def _notes_called(self, sentences: Iterable[Sentence], waiting: dict[int, Note]) -> Iterator[Portion]:
        if not waiting:
            return
        called = [
            inline.number
            for sentence in sentences
            for inline in inlines_of(sentence.inlines)
            if isinstance(inline, NoteReference)
        ]
        for number in called:
            if note := waiting.pop(number, None):
                yield from self._note(note)
                yield from self._notes_called(sentences_in(note.blocks), waiting)

    def _note(self, note: Note) -> Iterator[Portion]:
        call = Run(f"{RAISED}{digits(note.number)} ")
        yield from self._marked(call, note.blocks, self.style.note, 0)

    def _marked(self, mark: Run, blocks: tuple[Block, ...], indent: Indent, left: int) -> Iterator[Portion]:
        """Blocks of which the first line begins with a mark; those after the first begin where lines run over."""
        first, *others = blocks if blocks else (None,)
        inner = left + indent.runover - 1
        if isinstance(first, Paragraph):
            yield self._portion(chain((mark,), runs_of_sentences(first.sentences)), indent, left)
        else:
            yield replace(self._portion((mark,), indent, left), with_next=bool(blocks))
            others = list(blocks)
        for block in others:
            if isinstance(block, Paragraph):
                yield self._portion(runs_of_sentences(block.sentences), Indent(1, 1), inner)
            elif block is not None:
                yield from self._block(block, inner)

    # Blocks

    def _blocks(self, blocks: Iterable[Block], left: int) -> Iterator[Portion]:
        for block in blocks:
            yield from self._block(block, left)

    def _block(self, block: Block, left: int) -> Iterator[Portion]:
        portions = self._set(block, left)
        if self._new_page and not isinstance(block, PageBreak):
            self._new_page = False
            first = next(portions, None)
            if first:
                yield replace(first, new_page=True)
        yield from portions

    def _set(self, block: Block, left: int) -> Iterator[Portion]:
        match block:
            case Paragraph(sentences=sentences):
                yield from self._paragraph(sentences, left)
            case BulletList() | OrderedList():
                yield from _spaced(self._list(block, left), self.style.list)
            case DefinitionList():
                yield from _spaced(self._definitions(block, left), self.style.list)
            case Table():
                yield from self._table(block, left)
            case Figure(picture=picture, caption=caption):
                yield from self._figure(picture, caption, left)
            case Quote(blocks=inner):
                yield from _spaced(self._blocks(inner, self._left(left + self.style.quote.indent)), self.style.quote)
            case Callout(label=label, blocks=inner):
                yield from self._box(label, inner, left)
            case Passage(language=language, blocks=inner):
                before, self.transcriber = self.transcriber, self.transcriber.within(language)
                yield from self._blocks(inner, left)
                self.transcriber = before
            case Statement(picture=picture, blocks=inner):
                if picture.description:
                    yield from self._figure(picture, (), left)
                yield from self._blocks(inner, left)
            case CodeBlock(text=text):
                yield from self._code(text, left)
            case ThematicBreak():
                around = self.style.quote
                yield Portion((drawn(self.style.subject_changes, self.width),), around.before, around.after)
            case PageBreak():
                self._new_page = True

    def _paragraph(self, sentences: Iterable[Sentence], left: int) -> Iterator[Portion]:
        runs = list(runs_of_sentences(sentences))
        if BREAK not in runs:
            yield self._portion(runs, self.style.paragraph, left)
            return
        lines: list[Line] = []
        while runs:
            end = runs.index(BREAK) if BREAK in runs else len(runs)
            lines.extend(self._lines(self.transcriber.phrase(runs[:end]), self.style.lines, left))
            runs = runs[end + 1 :]
        yield Portion(tuple(lines))

    def _list(self, block: BulletList | OrderedList, left: int, level: int = 0, deepest: int = 0) -> Iterator[Portion]:
        """Items; each level begins two cells further in, and all lines run over two cells beyond the deepest."""
        deepest = deepest or level + _depth(block)
        indent = Indent(2 * level + 1, 2 * deepest + 1)
        numbers = (
            (f"{number}. " for number in range(block.start, block.start + len(block.items)))
            if isinstance(block, OrderedList)
            else repeat(f"{BULLET} ")
        )
        for item, mark in zip(block.items, numbers, strict=False):
            yield from self._item(item, Run(mark), indent, left, level, deepest)

    def _item(
        self, item: ListItem, mark: Run, indent: Indent, left: int, level: int, deepest: int
    ) -> Iterator[Portion]:
        first = [block for block in item.blocks[:1] if isinstance(block, Paragraph)]
        yield from self._marked(mark, tuple(first), indent, left)
        inner = self._left(left + 2 * deepest)
        for block in item.blocks[len(first) :]:
            if isinstance(block, BulletList | OrderedList):
                yield from self._list(block, left, level + 1, deepest)
            elif isinstance(block, Paragraph):
                yield self._portion(runs_of_sentences(block.sentences), Indent(1, 1), inner)
            else:
                yield from self._block(block, inner)

    def _definitions(self, block: DefinitionList, left: int) -> Iterator[Portion]:
        for definition in block.definitions:
            term = [*runs_of_sentences(definition.term), Run(": ")]
            meanings = list(chain.from_iterable(definition.meanings))
            first = meanings.pop(0) if meanings and isinstance(meanings[0], Paragraph) else None
            words = runs_of_sentences(first.sentences) if isinstance(first, Paragraph) else ()
            portion = self._portion(chain(term, words), Indent(1, 3), left)
            yield replace(portion, begins=(definition.id,) if definition.id else (), with_next=first is None)
            yield from self._blocks(meanings, self._left(left + 2))

    def _box(self, label: Sentence, blocks: Iterable[Block], left: int) -> Iterator[Portion]:
        width = self.style.box_width or self.width
        opens, closes = (pattern.filled(width) for pattern in (self.style.box_opens, self.style.box_closes))
        yield Portion((drawn(opens, self.width),), with_next=True)
        yield Portion(centred(self.transcriber.phrase(runs_of(label.inlines)), self.width), with_next=True)
        yield from _ended(list(self._blocks(blocks, left)), drawn(closes, self.width))

    def _figure(self, picture: Picture, caption: tuple[Sentence, ...], left: int) -> Iterator[Portion]:
        """The caption, then what the picture is and shows, as a transcriber's note."""
        if caption:
            portion = self._portion(runs_of_sentences(caption), self.style.paragraph, left)
            yield replace(portion, with_next=bool(picture.alt))
        told = [self.wording("braille-picture", alt=as_sentence(picture.alt))] if picture.alt else []
        if picture.description:
            told.append(f"{self.wording('picture-description')} {picture.description}")
        if told:
            yield self._said(" ".join(told), left)

    def _said(self, text: str, left: int) -> Portion:
        """What is not the author's: a transcriber's note (Rules of UEB, 3.27)."""
        return self._portion((Run(f"{NOTE_BEGINS}{text}{NOTE_ENDS}"),), self.style.said, left)

    def _code(self, text: str, left: int) -> Iterator[Portion]:
        """Lines that stay lines, with the spaces before them; uncontracted."""
        lines: list[Line] = []
        for source in text.expandtabs(4).rstrip("\n").split("\n"):
            words = source.strip()
            deeper = self._left(left + len(source) - len(source.lstrip()))
            phrase = self.transcriber.text(words.replace("  ", f"{FIXED}{FIXED}"), Form.UNCONTRACTED)
            lines.extend(self._lines(phrase, self.style.code, deeper) or (EMPTY,))
        yield Portion(tuple(lines))

    # Tables

    def _table(self, table: Table, left: int) -> Iterator[Portion]:
        style = self.style
        if table.caption:
            portion = self._portion(runs_of_sentences(table.caption), style.paragraph, left)
            yield replace(portion, with_next=True)
        rows = [[self.transcriber.phrase(runs_of_sentences(cell.sentences)) for cell in row] for row in
                (table.head, *table.rows)]  # fmt: skip
        grid = grid_of(rows, style)
        if grid.width + left <= self.width:
            yield from self._grid(grid, left)
        else:
            self.listed.add(table)
            yield from self._rows(table, left)

    def _grid(self, grid: Grid, left: int) -> Iterator[Portion]:
        head, *rows = (Line(FIXED * left + line.cells, line.words) for line in grid.lines)
        rule, *rows = rows
        blank = {ord(FIXED): "\u2800"}
        lines = [Line(line.cells.translate(blank), line.words) for line in (head, rule, *rows)]
        if self.style.table_ends:
            lines.append(drawn(self.style.table_ends, self.width))
        yield Portion(tuple(lines), self.style.list.before, self.style.list.after, whole=True)

    def _rows(self, table: Table, left: int) -> Iterator[Portion]:
        """A table too wide for a page: each row told cell by cell, with the name of its column."""
        yield replace(self._said(self.wording("braille-table-rows"), left), with_next=True)
        portions = []
        for row in table.rows:
            lines: list[Line] = []
            for column, (head, cell) in enumerate(zip(table.head, row, strict=True)):
                if not cell.sentences and column:
                    continue
                runs = list(runs_of_sentences(head.sentences))
                runs += [Run(": "), *runs_of_sentences(cell.sentences)] if runs else runs_of_sentences(cell.sentences)
                lines.extend(self._lines(self.transcriber.phrase(runs), Indent(3 if column else 1, 5), left))
            portions.append(Portion(tuple(lines), whole=True))
        if self.style.table_ends:
            portions = _ended(portions, drawn(self.style.table_ends, self.width))
        yield from _spaced(iter(portions), self.style.list)

    # Lines

    def _portion(self, runs: Iterable[Run], indent: Indent, left: int) -> Portion:
        return Portion(self._lines(self.transcriber.phrase(runs), indent, left))

    def _lines(self, phrase: Phrase, indent: Indent, left: int) -> tuple[Line, ...]:
        return wrapped(phrase, self.width, self._left(left + indent.first - 1) + 1,
                       self._left(left + indent.runover - 1) + 1)  # fmt: skip

    def _left(self, wanted: int) -> int:
        """So many cells at the left, but never more than leave room for words."""
        return min(wanted, self.width - NARROWEST)


def _depth(block: BulletList | OrderedList) -> int:
    """How many lists stand in one another."""
    inner = (each for item in block.items for each in item.blocks if isinstance(each, BulletList | OrderedList))
    return 1 + max((_depth(each) for each in inner), default=0)


def _spaced(portions: Iterator[Portion], indent: Indent) -> Iterator[Portion]:
    """The portions with the blank lines that belong before the first and after the last."""
    if not (indent.before or indent.after):
        yield from portions
        return
    every = list(portions)
    if every:
        every[0] = replace(every[0], before=max(every[0].before, indent.before))
        every[-1] = replace(every[-1], after=max(every[-1].after, indent.after))
    yield from every


def _ended(portions: list[Portion], line: Line) -> list[Portion]:
    """The portions with one more line, which never stands on a page without a line before it."""
    if not portions:
        return [Portion((line,))]
    last = portions[-1]
    return [*portions[:-1], replace(last, lines=(*last.lines, line), with_next=False)]
