"""How the words of a publication are said: its pronunciations and the letters of its glossary, ready to be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from everyway.model import Abbreviation, Edition, Pronunciation, Publication, Source
from everyway.model.walk import inlines_of, sections_of, sentences_of
from everyway.speech.in_words import in_words
from everyway.speech.tokens import Digits, Letters, Sounds, Spoken, Token, Words

_AS_LETTERS = re.compile(r"(?=.*[A-Z])(?![A-Z]?[a-z]+$)[A-Za-z0-9]+")
"""Letters of an abbreviation that are said one by one ("UKHSA", "PhD", "W3C"); “Defra” and “e.g.” are words."""


_PARTS = re.compile(r"\b[A-Z]{2,}\b|\d+|(?:(?!\b[A-Z]{2,}\b)\D)+")
"""An alias in parts: capitals, figures, and words between them."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """How words are said; earlier entries win over later ones. `language` is that of entries that name none.

    A word is matched whole and as it is written, except that one in small letters may begin with a capital.
    """

    entries: tuple[Pronunciation, ...] = ()
    language: str = "en"
    _by_word: dict[str, Pronunciation] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_word: dict[str, Pronunciation] = {}
        for entry in self.entries:
            for form in _forms(entry.word):
                by_word.setdefault(form, entry)
        object.__setattr__(self, "_by_word", by_word)

    def entry(self, written: str) -> Pronunciation | None:
        """The entry of a word as it is written."""
        return self._by_word.get(" ".join(written.split()))

    @cached_property
    def signed(self) -> re.Pattern[str] | None:
        """Finds entries that hold more than letters, such as addresses: these come before every other rule."""
        return _pattern(form for form in self._by_word if not _is_plain(form))

    @cached_property
    def plain(self) -> re.Pattern[str] | None:
        """Finds entries of letters only; words inside an address are not theirs."""
        return _pattern(form for form in self._by_word if _is_plain(form))

    def say(self, written: str, language: str) -> tuple[Token, ...] | None:
        """The tokens of a word in a text of a main language, or None when no entry is for that language."""
        entry = self.entry(written)
        if entry is None:
            return None
        own = (entry.language or self.language).split("-")[0].lower()
        if own == language:
            return self._tokens(entry, written)
        return (Spoken(self._tokens(entry, written), entry.language),) if entry.language else None

    def _tokens(self, entry: Pronunciation, written: str) -> tuple[Token, ...]:
        if entry.alias:
            return tuple(self._part(part) for part in _PARTS.findall(entry.alias))
        if entry.ipa:
            return (Sounds(written, entry.ipa),)
        if entry.say_as == "letters":
            return (Letters(written),)
        return (Digits(written) if entry.say_as == "digits" else Words(written),)

    def _part(self, part: str) -> Token:
        """A part of an alias: letters and figures in it are said like those of a text."""
        if part.isdecimal():
            words = in_words(part)
            return Words(words) if words else Digits(part)
        return Letters(part) if self.letters(part) else Words(part.strip())

    def letters(self, written: str) -> bool:
        """Whether an entry says that this word, however its capitals are, is said letter by letter."""
        entry = self.entry(written) or self.entry(written.upper())
        return entry is not None and entry.say_as == "letters"


def lexicon_of(publication: Publication, edition: Edition | None = None) -> Lexicon:
    """The pronunciations of a publication, then the abbreviations of its glossary and those explained in an edition."""
    known = {entry.word for entry in publication.pronunciations}
    letters: dict[str, Source] = {entry.word: entry.source for entry in publication.glossary if entry.expansion}
    for one in (edition,) if edition else publication.editions:
        letters = {**dict(_abbreviations(one)), **letters}
    entries = tuple(
        Pronunciation(word, source, say_as="letters" if _AS_LETTERS.fullmatch(word) else "word")
        for word, source in sorted(letters.items())
        if word not in known and word.strip()
    )
    return Lexicon((*publication.pronunciations, *entries), publication.language.split("-")[0].lower())


def _abbreviations(edition: Edition) -> Iterator[tuple[str, Source]]:
    for section in sections_of(edition):
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, Abbreviation):
                    yield inline.text, sentence.source


def _forms(word: str) -> Iterator[str]:
    yield word
    if word[:1].islower():
        yield word[0].upper() + word[1:]


def _is_plain(word: str) -> bool:
    return all(letter.isalpha() or letter in " '-" for letter in word)


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    if not longest_first:
        return None
    either = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)
    return re.compile(rf"(?<![\w@/])(?<!\w\.)(?:{either})(?![\w@])(?![./]\w)")
