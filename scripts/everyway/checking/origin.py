"""Where what stands in an artifact was written: an id, some words, a picture or a page in, the line of Markdown out.

An editor mends sentences, not objects and elements. So whatever a check knows of a place in an artifact is looked up
here; what nobody wrote (a page number, a menu) has no line, and gets none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from everyway.model import (
    Abbreviation,
    Block,
    CodeBlock,
    DefinitionList,
    Edition,
    Figure,
    InlinePicture,
    Link,
    NoteReference,
    Picture,
    Section,
    Sentence,
    Source,
    Statement,
)
from everyway.model.walk import blocks_of, inlines_of, plain_text, sections_of, sentences_of

FEW, SURE = 4, 8
"""Letters that words have to have for a sentence that holds them to be theirs: whole words, or parts of words too."""

ALIKE = 0.6
"""The share of four words or more that a sentence has to have in common with others to be told of as theirs."""


class Origin:
    """What was written in some editions, and where. Every look-up gives None where nothing is known."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self._editions = tuple(editions)

    def of_id(self, name: str) -> Source | None:
        """The section, sentence, note or entry with an id, as formats write it ("note-year", "word_mulch")."""
        found = self._ids.get(_plain_id(name))
        return found or self._ids.get(_plain_id(re.sub(r"-(?:call|back)(?:-\d+)?$", "", name)))

    def of_words(self, words: str) -> Source | None:
        """The sentence, heading or alternative text that says these words, or nearly these; the first if several do."""
        sought, whole = _letters(words), _spaced(words)
        if not sought:
            return None
        if sought in self._exact:
            return self._exact[sought]
        for letters, spaced, source in self._texts:
            if (len(sought) >= FEW and whole in spaced) or (len(sought) >= SURE and sought in letters):
                return source
        for letters, spaced, source in self._texts:
            if len(letters) >= SURE and spaced in whole:
                return source
        return self._alike(words)

    def of_picture(self, name: str) -> Source | None:
        """Where the picture stands that has this alternative text, name or file name."""
        return self._pictures.get(name.strip().casefold())

    def of_call(self, number: int) -> Source | None:
        """The sentence that calls a note first."""
        return self._calls.get(number)

    def of_note(self, number: int) -> Source | None:
        """The note of that number."""
        notes = (note for edition in self._editions for part in sections_of(edition) for note in part.notes)
        return next((note.source for note in notes if note.number == number), None)

    def of_page(self, page: int, places: Mapping[str, int]) -> Source | None:
        """The first sentence or section on a page, by the page on which each begins."""
        for name, begins in places.items():
            if begins == page and (source := self.of_id(name)):
                return source
        return None

    def of_part(self, number: int) -> Source | None:
        """The part of that number in reading order, from 1, where there is only one edition."""
        parts = self._editions[0].sections if len(self._editions) == 1 else ()
        return parts[number - 1].source if 1 <= number <= len(parts) else None

    def within(self, section: str) -> Origin | None:
        """What was written in one part; None when there is no part of that id."""
        for edition in self._editions:
            for part in edition.sections:
                if part.id == section:
                    return Origin([replace(edition, sections=(part,))])
        return None

    def of_title(self, words: str) -> Source | None:
        """Where the edition of that title is described."""
        return next((each.source for each in self._editions if each.title == words), None)

    def _alike(self, words: str) -> Source | None:
        asked = Counter(_words(words))
        best, most = None, ALIKE
        for own, source in self._bags if asked.total() >= FEW else ():
            common = sum((asked & own).values())
            share = common / max(asked.total(), 1)
            if share > most or (share == most and best is None):
                best, most = source, share
        return best

    @cached_property
    def _calls(self) -> dict[int, Source]:
        found: dict[int, Source] = {}
        for edition in self._editions:
            for section in sections_of(edition):
                for sentence in sentences_of(section):
                    for inline in inlines_of(sentence.inlines):
                        if isinstance(inline, NoteReference):
                            found.setdefault(inline.number, sentence.source)
        return found

    @cached_property
    def _ids(self) -> dict[str, Source]:
        found: dict[str, Source] = {}
        for edition in self._editions:
            for section in sections_of(edition):
                found.setdefault(_plain_id(section.id), section.source)
                for note in section.notes:
                    found.setdefault(_plain_id(note.id), note.source)
                for sentence in sentences_of(section):
                    found.setdefault(_plain_id(sentence.id), sentence.source)
                for block in blocks_of(section.blocks):
                    if isinstance(block, DefinitionList):
                        for each in block.definitions:
                            found.setdefault(_plain_id(each.id), each.source)
        found.pop("", None)
        return found

    @cached_property
    def _said(self) -> tuple[tuple[str, Source], ...]:
        return tuple(said for edition in self._editions for part in sections_of(edition) for said in _said_in(part))

    @cached_property
    def _texts(self) -> tuple[tuple[str, str, Source], ...]:
        return tuple((_letters(text), _spaced(text), source) for text, source in self._said)

    @cached_property
    def _exact(self) -> dict[str, Source]:
        found: dict[str, Source] = {}
        for letters, _, source in self._texts:
            found.setdefault(letters, source)
        return found

    @cached_property
    def _bags(self) -> tuple[tuple[Counter[str], Source], ...]:
        return tuple((Counter(_words(text)), source) for text, source in self._said)

    @cached_property
    def _pictures(self) -> dict[str, Source]:
        found: dict[str, Source] = {}
        for edition in self._editions:
            for section in sections_of(edition):
                for picture, source in _pictures_in(section):
                    for name in (picture.alt, picture.name, picture.file.name, picture.file.stem):
                        if name:
                            found.setdefault(name.strip().casefold(), source)
        return found


def _said_in(section: Section) -> Iterator[tuple[str, Source]]:
    """Every text of a section with its line: sentences, what letters stand for, alternative texts, code."""
    heading = plain_text(section.heading.inlines)
    if section.opening and section.opening.label:
        yield f"{section.opening.label} {heading}", section.heading.source
    for sentence in sentences_of(section):
        yield plain_text(sentence.inlines), sentence.source
        for inline in inlines_of(sentence.inlines):
            if isinstance(inline, Abbreviation):
                yield inline.expansion, sentence.source
            if isinstance(inline, Link) and isinstance(inline.target, str):
                yield inline.target, sentence.source
    for picture, source in _pictures_in(section):
        yield picture.alt or "", source
        yield picture.description, source
    for block in _blocks_in(section):
        if isinstance(block, CodeBlock):
            yield from ((line, block.source) for line in block.text.splitlines())


def _pictures_in(section: Section) -> Iterator[tuple[Picture, Source]]:
    if section.opening and section.opening.picture:
        yield section.opening.picture, section.source
    for block in _blocks_in(section):
        if isinstance(block, Figure | Statement):
            yield block.picture, block.source
    for sentence in sentences_of(section):
        yield from _pictures_of(sentence)


def _pictures_of(sentence: Sentence) -> Iterator[tuple[Picture, Source]]:
    for inline in inlines_of(sentence.inlines):
        if isinstance(inline, InlinePicture):
            yield inline.picture, sentence.source


def _blocks_in(section: Section) -> Iterator[Block]:
    yield from blocks_of(section.blocks)
    for note in section.notes:
        yield from blocks_of(note.blocks)


def _letters(text: str) -> str:
    """A text as it is compared: letters and digits only, since formats break and hyphenate as they like."""
    return "".join(each for each in text.casefold() if each.isalnum())


def _spaced(text: str) -> str:
    return f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return [letters for word in text.split() if (letters := _letters(word))]


def _plain_id(name: str) -> str:
    """An id in the form that all formats share: some allow no hyphens."""
    return "_".join(re.findall(r"[^\W_]+", name))
