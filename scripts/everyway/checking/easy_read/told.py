"""The sentences of an edition as a reader of Easy Read meets them: word by word, with what each word is marked as."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from everyway.model import (
    Abbreviation,
    Code,
    Edition,
    Foreign,
    Inline,
    Link,
    Passage,
    Section,
    Sentence,
    Strong,
    Term,
    Text,
)
from everyway.model.inlines import Emphasis, LineBreak
from everyway.model.walk import blocks_of, plain_text, sections_of, sentences_in, sentences_of

WORD = re.compile(r"[^\W_]+(?:['’.\-‑@/&][^\W_]+)*|[,;:()–—]")
"""A word with what joins its parts, or a mark that parts the sentence."""

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
MOST_WORDS = 20


class Mark(StrEnum):
    """What a word is marked as, where that matters here."""

    NONE = ""
    BOLD = "bold"
    TERM = "term"
    LETTERS = "letters"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence: as it stands, and as it is looked up (small letters, straight apostrophes)."""

    text: str
    key: str
    mark: Mark = Mark.NONE

    @property
    def punctuation(self) -> bool:
        """Whether it is a comma or the like."""
        return not self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: `text` is its prose, without codes and words of other languages; `language` is its own."""

    sentence: Sentence
    language: str
    text: str
    words: tuple[Word, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as they are looked up."""
        return tuple(word.key for word in self.words)

    @property
    def quoted(self) -> str:
        """The sentence in quotation marks, cut where it is long."""
        words = plain_text(self.sentence.inlines).split()
        return f"“{' '.join(words[:MOST_WORDS])}{' …' if len(words) > MOST_WORDS else ''}”"


def told(edition: Edition) -> tuple[Told, ...]:
    """Every sentence of an edition in reading order, with the summary that stands on its front."""
    front = [_told(one, edition.language) for one in _summary(edition)]
    body = [
        _told(sentence, languages.get(sentence.id, section.language or edition.language))
        for section in sections_of(edition)
        for languages in (_passages(section),)
        for sentence in sentences_of(section)
    ]
    return tuple(front + body)


def quote(words: Iterable[str]) -> str:
    """Words in question, as a sentence names them: “a”, “b” and “c”."""
    each = [f"“{word}”" for word in words]
    return " and ".join([", ".join(each[:-1]), each[-1]] if len(each) > 1 else each)


def _summary(edition: Edition) -> Iterator[Sentence]:
    for number, words in enumerate(SENTENCE_END.split(edition.summary) if edition.summary else (), 1):
        yield Sentence(f"summary-{number}", (Text(words),), edition.source)


def _passages(section: Section) -> dict[str, str]:
    """The languages of a section's passages, by the ids of their sentences."""
    return {
        sentence.id: block.language
        for blocks in (section.blocks, *(note.blocks for note in section.notes))
        for block in blocks_of(blocks)
        if isinstance(block, Passage)
        for sentence in sentences_in(block.blocks)
    }


def _told(sentence: Sentence, language: str) -> Told:
    pieces = list(_pieces(sentence.inlines, Mark.NONE))
    text = "".join(piece for piece, _ in pieces)
    ends: list[tuple[int, Mark]] = []
    at = 0
    for piece, mark in pieces:
        at += len(piece)
        ends.append((at, mark))
    words = []
    for match in WORD.finditer(text):
        mark = next((mark for end, mark in ends if match.start() < end), Mark.NONE)
        words.append(Word(match[0], match[0].replace("’", "'").replace("‑", "-").casefold(), mark))
    return Told(sentence, language, text, tuple(words))


def _pieces(inlines: Iterable[Inline], mark: Mark) -> Iterator[tuple[str, Mark]]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield text, mark
            case Abbreviation(text=text):
                yield text, Mark.LETTERS
            case Code() | Foreign() | LineBreak():
                yield " ", mark
            case Term(inlines=inner):
                yield from _pieces(inner, Mark.TERM)
            case Strong(inlines=inner):
                yield from _pieces(inner, Mark.BOLD if mark is Mark.NONE else mark)
            case Link(inlines=inner, target=str()):
                yield from _pieces(inner, Mark.ADDRESS if _is_address(plain_text(inner)) else mark)
            case Link(inlines=inner) | Emphasis(inlines=inner):
                yield from _pieces(inner, mark)
            case _:
                pass


def _is_address(words: str) -> bool:
    return not any(letter.isalpha() for letter in words) or bool(re.search(r"[@/]|\w\.\w", words))
