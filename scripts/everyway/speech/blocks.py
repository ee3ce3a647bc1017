"""Blocks of the model to utterances, in reading order: every sentence once, pictures where they add meaning.

A picture is said by its alternative text, once, where it stands by itself (a figure) or among words. The picture at the
opening of a part and the one beside an Easy Read statement show what the words beside them say; said aloud they would
come between a listener and the sentence. Only what a long description adds is said of those, after the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

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
    Quote,
    Section,
    Sentence,
    Source,
    Statement,
    Table,
    ThematicBreak,
)
from everyway.model.walk import inlines_of, plain_text, sentences_in
from everyway.speech.sentence import Sayer
from everyway.speech.silences import Silences
from everyway.speech.tokens import Pause, Token
from everyway.speech.utterance import Kind, Utterance
from everyway.wording import words_for

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
_LOWEST = 4


def sentences_of_text(text: str) -> list[str]:
    """The sentences of a text that is no part of the model, such as a note of the settings."""
    return [part for part in _SENTENCE_END.split(" ".join(text.split())) if part]


class Teller:
    """Tells the sections of one chapter; `utterances` holds what was told. `taken` are the ids of the whole edition."""

    def __init__(self, sayer: Sayer, silences: Silences, taken: set[str], language: str) -> None:
        self.utterances: list[Utterance] = []
        self._sayer = sayer
        self._silences = silences
        self._taken = taken
        self._edition = self._language = language
        self._section = ""
        self._kind = Kind.SENTENCE
        self._before = "paragraph"
        self._prefix: tuple[tuple[Token, ...], str] = ((), "")
        self._notes: dict[str, Note] = {}

    # Sections

    def section(self, section: Section) -> None:
        """A heading with its label, its summary, its blocks, each followed by the notes that it calls first."""
        self._language, around = section.language or self._edition, self._language
        self._section = section.id
        self._notes = {note.id: note for note in section.notes}
        self._heading(section)
        self._notes_called([section.heading])
        if section.opening and section.opening.summary:
            self._before = "paragraph"
            self.sentences([section.opening.summary])
            self._notes_called([section.opening.summary])
        if section.opening and section.opening.picture:
            self._description(section.opening.picture, section.source)
        for block in section.blocks:
            self.block(block)
            self._notes_called(sentences_in([block]))
        for note in list(self._notes.values()):
            self._note(note)
        for inner in section.sections:
            self.section(inner)
        self._language = around

    def _heading(self, section: Section) -> None:
        level = f"h{min(section.level, _LOWEST)}"
        if section.opening and (label := section.opening.label):
            said = self._sayer.text(label, self._language)
            self._prefix = (*said, Pause(self._silences.inside("label"))), f"{label}: "
        self._before = level
        self._kind, before = Kind.HEADING, self._kind
        self.sentences([section.heading])
        self._kind = before
        self.utterances[-1] = replace(
            self.utterances[-1], level=min(section.level, 6), after=self._silences.after(level)
        )

    # Notes

    def _notes_called(self, sentences: Iterable[Sentence]) -> None:
        for sentence in sentences:
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, NoteReference) and inline.note in self._notes:
                    self._note(self._notes[inline.note])

    def _note(self, note: Note) -> None:
        if self._notes.pop(note.id, None) is None:
            return
        self._kind, before = Kind.NOTE, self._kind
        call = words_for(self._language)("note-call", number=note.number)
        self._say_first(call, f"{call}: ", "label")
        for block in note.blocks:
            self.block(block)
        self._kind = before
        self._notes_called(sentences_in(note.blocks))

    # Blocks

    def block(self, block: Block, before: str = "paragraph") -> None:
        """One block; `before` names the silence in front of its first words."""
        self._begin(before)
        match block:
            case Paragraph(sentences=sentences):
                self.sentences(sentences)
            case BulletList(items=items):
                self._items(items, None)
            case OrderedList(items=items, start=start):
                self._items(items, start)
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    self._begin("paragraph")
                    self.sentences(definition.term)
                    for meaning in definition.meanings:
                        for each in meaning:
                            self.block(each, "item")
            case Table():
                self._table(block)
            case Figure(picture=picture, caption=caption):
                self._figure(picture, caption, block.source)
            case Quote(blocks=blocks):
                self._announce("quote", "audio-quote", block.source)
                self._blocks(blocks)
                self._announce("quote-end", "audio-quote-end", block.source)
            case Callout(label=label, blocks=blocks):
                self.sentences([label])
                self._blocks(blocks)
            case Passage(language=language, blocks=blocks):
                self._language, around = language, self._language
                self._blocks(blocks)
                self._language = around
            case Statement(picture=picture, blocks=blocks):
                self._blocks(blocks)
                self._description(picture, block.source)
            case CodeBlock():
                self._code(block)
            case ThematicBreak():
                self._before = "break"
            case PageBreak():
                pass

    def _begin(self, before: str) -> None:
        """The silence in front of what comes next: the longest of those that begin here."""
        if self._before == "sentence" or self._silences.before(before) > self._silences.before(self._before):
            self._before = before

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self.block(block)

    def _items(self, items: Sequence[ListItem], number: int | None) -> None:
        for item in items:
            self._before = "item"
            if number is not None:
                self._say_first(f"{number}", f"{number}. ", "number")
                number += 1
            for at, block in enumerate(item.blocks):
                self.block(block, "item" if at == 0 else "paragraph")

    # Tables

    def _table(self, table: Table) -> None:
        """The caption, the names of the columns, then row by row each cell behind the name of its column."""
        kind, self._kind = self._kind, Kind.CELL if self._kind is Kind.SENTENCE else self._kind
        if table.caption:
            self._kind = kind
            self.sentences(table.caption)
            self._kind = Kind.CELL if kind is Kind.SENTENCE else kind
        self._begin("row")
        for cell in table.head:
            self.sentences(cell.sentences)
            self._before = "cell"
        names = [" ".join(plain_text(sentence.inlines) for sentence in cell.sentences) for cell in table.head]
        for row in table.rows:
            self._before = "row"
            for name, cell in zip(names, row, strict=False):
                self._cell(name, cell)
                self._before = "cell"
        self._before = "sentence"
        self._kind = kind

    def _cell(self, name: str, cell: Cell) -> None:
        if name.strip():
            self._say_first(f"{name.strip()}:", f"{name.strip().rstrip(':')}: ", "number")
        if cell.sentences:
            self.sentences(cell.sentences)
        else:
            empty = words_for(self._language)("audio-empty-cell")
            self._say("empty", Kind.CELL, self._sayer.text(empty, self._language), empty, cell.source)

    # Pictures and codes

    def _figure(self, picture: Picture, caption: Sequence[Sentence], source: Source) -> None:
        caption_text = " ".join(plain_text(sentence.inlines) for sentence in caption)
        if picture.alt and picture.alt.strip(" .").casefold() != caption_text.strip(" .").casefold():
            words = words_for(self._language)("audio-picture", alt=picture.alt)
            self._say(f"picture-{picture.name}", Kind.PICTURE, self._sayer.text(words, self._language), words, source)
            self._before = "sentence"
        self.sentences(caption)
        self._description(picture, source)

    def _description(self, picture: Picture, source: Source) -> None:
        """The long description of a picture, sentence by sentence."""
        self._begin("picture")
        for number, sentence in enumerate(sentences_of_text(picture.description), 1):
            text = f"{words_for(self._language)('picture-description')} {sentence}" if number == 1 else sentence
            said = self._sayer.text(text, self._language)
            self._say(f"picture-{picture.name}-described", Kind.PICTURE, said, text, source)
            self._before = "sentence"

    def _code(self, block: CodeBlock) -> None:
        """A block of code, line by line, each sign by its name."""
        for line in block.text.splitlines():
            if line.strip():
                self._say("code", self._kind, self._sayer.code(line, self._language), line.strip(), block.source)
                self._before = "item"

    # What is said

    def sentences(self, sentences: Iterable[Sentence]) -> None:
        """Sentences of the model, each an utterance with its own id; before the first is the silence of its block."""
        for sentence in sentences:
            text = plain_text(sentence.inlines)
            said = self._sayer.inlines(sentence.inlines, self._language, text)
            self._utter(sentence.id, self._kind, said, text, sentence.source)
            self._before = "sentence"

    def announce(self, name: str, text: str, source: Source, before: str = "paragraph") -> None:
        """Words of ours or of the settings, sentence by sentence, with ids made from `name`."""
        self._begin(before)
        for sentence in sentences_of_text(text):
            said = self._sayer.text(sentence, self._language)
            self._say(name, Kind.ANNOUNCEMENT, said, sentence, source)
            self._before = "sentence"

    def _announce(self, name: str, wording: str, source: Source) -> None:
        words = words_for(self._language)(wording)
        self._begin("paragraph")
        self._say(name, Kind.ANNOUNCEMENT, self._sayer.text(words, self._language), words, source)
        self._before = "paragraph"

    def _say_first(self, spoken: str, written: str, silence: str) -> None:
        """Put words in front of whatever is said next: an item's number, a column's name, the number of a note."""
        tokens, text = self._prefix
        said = self._sayer.text(spoken, self._language)
        said = (*said, Pause(self._silences.inside(silence)))
        self._prefix = (*tokens, *said), text + written

    def _say(self, name: str, kind: Kind, said: tuple[Token, ...], text: str, source: Source) -> None:
        """An utterance that is no sentence of the model."""
        if said:
            self._utter(self._own_id(name), kind, said, text, source)

    def _own_id(self, name: str) -> str:
        base = f"{self._section}-{name}" if self._section else name
        number = 1
        while (candidate := base if number == 1 else f"{base}-{number}") in self._taken:
            number += 1
        self._taken.add(candidate)
        return candidate

    def _utter(self, name: str, kind: Kind, said: tuple[Token, ...], text: str, source: Source) -> None:
        (tokens, written), self._prefix = self._prefix, ((), "")
        if not self.utterances:
            self._before = "start"
        self.utterances.append(
            Utterance(
                name, kind, (*tokens, *said), self._language, written + text, self._silences.before(self._before),
                self._silences.after("sentence"), source,
            )
        )  # fmt: skip
