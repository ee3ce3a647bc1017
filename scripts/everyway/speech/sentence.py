"""A sentence of the model to what is said for it, with parts in other languages, codes, line ends and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from everyway.model import (
    Abbreviation,
    Code,
    Emphasis,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Term,
    Text,
)
from everyway.speech.lexicon import Lexicon
from everyway.speech.normaliser import spoken
from everyway.speech.rules.addresses import spelled
from everyway.speech.rules.joining import finished
from everyway.speech.rules.tongue import main_language, tongue_of
from everyway.speech.silences import Silences
from everyway.speech.tokens import Pause, Spoken, Token, Words
from everyway.wording import words_for

Piece = tuple[str, str | tuple[Token, ...]]
"""A language, and what is said in it: a text that is still to be read by the rules, or tokens."""


class Sayer:
    """Says texts and inlines with the lexicon of one edition; the same text is always said in the same way."""

    def __init__(self, lexicon: Lexicon, silences: Silences) -> None:
        self._lexicon = lexicon
        self._silences = silences

    def text(self, text: str, language: str) -> tuple[Token, ...]:
        """What is said for a text in one language."""
        return finished(spoken(text, tongue_of(language, self._lexicon)), text)

    def inlines(self, inlines: Iterable[Inline], language: str, text: str) -> tuple[Token, ...]:
        """What is said for a sentence in a language; `text` is the whole of it as it is written.

        Links are said by their words, notes where their text stands, alternative texts of pictures in their place.
        There is always something to say: a sentence of signs only is said by the names of its signs.
        """
        said: list[Token] = []
        for (tag, whole), pieces in groupby(self._pieces(inlines, language), key=_key):
            for content in [_joined_text(pieces)] if whole else [content for _, content in pieces]:
                tokens = self._said(content, tag)
                foreign = main_language(tag) != main_language(language)
                said += (Spoken(tokens, tag),) if foreign and _sounds(tokens) else tokens
        tokens = finished(said, text)
        return tokens if _sounds(tokens) else self._signs(text, language)

    def code(self, text: str, language: str) -> tuple[Token, ...]:
        """Characters to be typed exactly, each sign by its name."""
        return spelled(text, tongue_of(language, self._lexicon)) or spelled(text, tongue_of("en", self._lexicon))

    def _said(self, content: str | tuple[Token, ...], language: str) -> tuple[Token, ...]:
        return spoken(content, tongue_of(language, self._lexicon)) if isinstance(content, str) else content

    def _signs(self, text: str, language: str) -> tuple[Token, ...]:
        return self.code(text, language) or (Words(words_for(language)("audio-nothing")),)

    def _pieces(self, inlines: Iterable[Inline], language: str) -> Iterator[Piece]:
        for inline in inlines:
            match inline:
                case Text(text=text) | Abbreviation(text=text):
                    yield language, text
                case Code(text=text):
                    yield language, self.code(text, language)
                case Foreign(inlines=inner, language=tag):
                    yield from self._pieces(inner, tag)
                case Strong(inlines=inner) | Emphasis(inlines=inner) | Link(inlines=inner) | Term(inlines=inner):
                    yield from self._pieces(inner, language)
                case LineBreak():
                    yield language, (Words(","), Pause(self._silences.inside("line")))
                case InlinePicture(picture=picture) if picture.alt:
                    yield language, words_for(language)("audio-picture-among-words", alt=picture.alt)
                case InlinePicture() | NoteReference():
                    pass


def _key(piece: Piece) -> tuple[str, bool]:
    language, content = piece
    return language, isinstance(content, str)


def _joined_text(pieces: Iterable[Piece]) -> str:
    return "".join(content for _, content in pieces if isinstance(content, str))


def _sounds(tokens: Iterable[Token]) -> bool:
    return any(
        _sounds(token.tokens)
        if isinstance(token, Spoken)
        else not isinstance(token, Pause) and _has_letters(token.text)
        for token in tokens
    )


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)
