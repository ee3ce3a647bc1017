"""All that a publication says, line by line, as a copy editor reads it: made once, looked at by every check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from everyway.checking.editing.pictures import Shown, pictures_of
from everyway.model import (
    Block,
    Callout,
    Code,
    DefinitionList,
    Edition,
    Figure,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Paragraph,
    Passage,
    Publication,
    Quote,
    Section,
    Sentence,
    Source,
    Table,
)
from everyway.model.walk import inlines_of, inner_blocks, plain_text, sections_of

_SEEN = 300
"""Characters that are looked at for a quotation; so one in a text without end takes no longer than another."""

GAP = "\ufffc"
"""Stands for what is not prose: codes, addresses, pictures, words in another language."""

_ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,12}://\S+|\bwww\.\S+|(?<!\S)\S{1,200}@\S+"
    r"|(?<![\w.-])(?:[A-Za-z0-9-]{1,63}\.){1,6}(?:uk|org|com|net|gov|cymru|wales|eu|ie|scot)\b(?:/\S*)?",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """Where a line stands."""

    HEADING = "heading"
    SUMMARY = "summary"
    TEXT = "text"
    QUOTE = "quote"
    TERM = "term"
    CELL = "cell"
    CAPTION = "caption"
    LABEL = "label"
    SETTING = "setting"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or words from the settings: all its words in `text`; in `prose` only those of its own language.

    `language` is a BCP 47 tag; `edition` is empty for words that belong to all editions.
    """

    text: str
    prose: str
    inlines: tuple[Inline, ...]
    source: Source
    kind: Kind
    language: str
    edition: str = ""
    easy_read: bool = False

    @property
    def tongue(self) -> str:
        """The main language: "en" of "en-GB"."""
        return self.language.partition("-")[0].lower()


@dataclass(frozen=True, slots=True)
class Copy:
    """A publication and its lines in reading order; `blocks` has each block with its edition and section."""

    publication: Publication
    lines: tuple[Line, ...]
    blocks: tuple[tuple[Edition, Section, Block], ...]
    pictures: tuple[Shown, ...]

    def sections(self) -> Iterator[tuple[Edition, Section]]:
        """Every section that somebody wrote; not the word list, which is made."""
        for edition in self.publication.editions:
            for section in sections_of(edition):
                if section.id != edition.word_list:
                    yield edition, section


def copy_of(publication: Publication) -> Copy:
    """The copy of a publication: its settings' words, then each edition, then what its pictures say."""
    pictures = tuple(pictures_of(publication))
    lines = [*_of_settings(publication)]
    blocks: list[tuple[Edition, Section, Block]] = []
    for edition in publication.editions:
        for section in sections_of(edition):
            lines.extend(_of_section(section, edition))
            for block in _blocks(section):
                blocks.append((edition, section, block))
    lines.extend(_of_pictures(pictures, publication))
    return Copy(publication, tuple(lines), tuple(blocks), pictures)


def _blocks(section: Section) -> Iterator[Block]:
    for blocks in (section.blocks, *(note.blocks for note in section.notes)):
        yield from _within(blocks)


def _within(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _within(inner_blocks(block))


def _of_settings(publication: Publication) -> Iterator[Line]:
    contact = publication.contact
    said = [publication.title, publication.publisher, publication.summary, publication.rights, contact.note]
    for text in said:
        if text:
            yield _plain(text, publication.source, Kind.SETTING, publication.language)
    for edition in publication.editions:
        for text in (edition.title, edition.summary):
            if text and text not in said:
                yield _plain(text, edition.source, Kind.SETTING, edition.language, edition)


def _of_pictures(pictures: Iterable[Shown], publication: Publication) -> Iterator[Line]:
    told: set[str] = set()
    for shown in pictures:
        if shown.picture.name not in told:
            told.add(shown.picture.name)
            for text in (shown.picture.alt or "", shown.picture.description):
                if text:
                    where = shown.picture.source or shown.source
                    yield _plain(text, where, Kind.PICTURE, publication.language)


def _plain(text: str, source: Source, kind: Kind, language: str, edition: Edition | None = None) -> Line:
    name, easy = (edition.name, edition.easy_read) if edition else ("", False)
    return Line(text, _ADDRESS.sub(GAP, text), (), source, kind, language, name, easy)


def _of_section(section: Section, edition: Edition) -> Iterator[Line]:
    language = section.language or edition.language
    yield _line(section.heading, Kind.HEADING, language, edition)
    if section.opening and section.opening.summary:
        yield _line(section.opening.summary, Kind.SUMMARY, language, edition)
    for blocks in (section.blocks, *(note.blocks for note in section.notes)):
        yield from _of_blocks(blocks, Kind.TEXT, language, edition)


def _of_blocks(blocks: Iterable[Block], kind: Kind, language: str, edition: Edition) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph(sentences=sentences):
                yield from (_line(sentence, kind, language, edition) for sentence in sentences)
            case Table(caption=caption, head=head, rows=rows):
                yield from (_line(sentence, Kind.CAPTION, language, edition) for sentence in caption)
                for cell in (cell for row in (head, *rows) for cell in row):
                    yield from (_line(sentence, Kind.CELL, language, edition) for sentence in cell.sentences)
            case Figure(caption=caption):
                yield from (_line(sentence, Kind.CAPTION, language, edition) for sentence in caption)
            case DefinitionList(definitions=definitions):
                for definition in definitions:
                    yield from (_line(sentence, Kind.TERM, language, edition) for sentence in definition.term)
                    for meaning in definition.meanings:
                        yield from _of_blocks(meaning, kind, language, edition)
            case Callout(label=label, blocks=inner):
                yield _line(label, Kind.LABEL, language, edition)
                yield from _of_blocks(inner, kind, language, edition)
            case Passage(language=other, blocks=inner):
                yield from _of_blocks(inner, kind, other, edition)
            case Quote(blocks=inner):
                yield from _of_blocks(inner, Kind.QUOTE, language, edition)
            case _:
                yield from _of_blocks(inner_blocks(block), kind, language, edition)


def _line(sentence: Sentence, kind: Kind, language: str, edition: Edition) -> Line:
    inlines = sentence.inlines
    text = plain_text(inlines)
    prose = _ADDRESS.sub(GAP, "".join(_prose(inline) for inline in inlines))
    return Line(text, prose, inlines, sentence.source, kind, language, edition.name, edition.easy_read)


def _prose(inline: Inline) -> str:
    match inline:
        case Code() | Foreign() | InlinePicture():
            return GAP
        case LineBreak():
            return "\n"
        case _:
            inner = getattr(inline, "inlines", None)
            return plain_text((inline,)) if inner is None else "".join(_prose(one) for one in inner)


def foreign_parts(line: Line) -> Iterator[Line]:
    """The parts of a line in other languages, each as a line of its own."""
    for inline in inlines_of(line.inlines):
        if isinstance(inline, Foreign):
            text = plain_text(inline.inlines)
            prose = _ADDRESS.sub(GAP, text)
            yield Line(
                text, prose, inline.inlines, line.source, line.kind, inline.language, line.edition, line.easy_read
            )


def words_in(line: Line) -> int:
    """How many words have to be taken in at once: those of the longest line, where lines are broken on purpose."""
    return max(
        sum(any(letter.isalnum() or letter == GAP for letter in word) for word in row.split())
        for row in line.prose.split("\n")
    )


def excerpt(text: str, most: int = 12) -> str:
    """The first words of a text, to be quoted in a message."""
    words = text[:_SEEN].replace(GAP, " ").split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def around(text: str, start: int, end: int, most: int = 4) -> str:
    """The words from `start` to `end` and a few beside them, to be quoted in a message."""
    left, right = text[max(0, start - _SEEN) : start], text[end : end + _SEEN]
    before, after = left.split(), right.split()
    touching = "" if left.endswith((" ", "\n")) or not before else before.pop()
    rest = "" if right.startswith((" ", "\n")) or not after else after.pop(0)
    core = text[start:end] if end - start <= _SEEN else f"{text[start : start + _SEEN]}…"
    words = [*before[-most:], f"{touching}{core}{rest}", *after[:most]]
    opened = "… " if len(before) > most else ""
    closed = " …" if len(after) > most else ""
    return f"{opened}{' '.join(' '.join(words).replace(GAP, ' ').split())}{closed}"
