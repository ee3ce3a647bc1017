"""Spelling: words that neither their language's dictionary nor the publication itself knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from everyway.checking.editing.copy import Copy, Kind, Line, around, foreign_parts
from everyway.checking.editing.hunspell import Speller, dictionary_of, missing_for, speller_of
from everyway.checking.editing.slips import likeliest, nearest
from everyway.checking.editing.vocabulary import words as vocabulary
from everyway.findings import Finding
from everyway.model import Abbreviation
from everyway.model.walk import inlines_of
from everyway.tools import Missing

OWN = "content/words/spelling.txt"

Spellers = Callable[[str], Speller | Missing]
"""The speller with the dictionary of a name, or what is missing of it."""

_WORD = re.compile(r"(?<![\w@#/.\\-])[^\W\d_]+(?:['’.-][^\W\d_]+)*(?![\w@/\\])")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_CLITIC = re.compile(r"['’](?:[nruwimy]|th|ch)$")
"""The little words that Welsh leans on the word before: “drysau'n”."""

_SUGGESTED = 10
"""So many words get their suggestion from the dictionary, which takes long; the others from `slips`, which does not."""

_NAMED = 8
"""So many words are listed in one finding."""

_TOLD = 40
"""So many words get a finding of their own; a text that has more is full of words of a trade."""

_LONGEST = 60
"""Letters: no language that is written here has a longer word."""

_LONG_ENOUGH = 4
"""Letters of a word that can be told to be Welsh."""


@dataclass(slots=True)
class _Unknown:
    """A word that nothing knows: where it first stands, how often, in small letters too, and whether as a name."""

    word: str
    line: Line
    shown: str
    times: int = 0
    small: bool = False
    name: bool = False


@dataclass(slots=True)
class _Tongue:
    """One language: its main tag, its dictionary, and the words that are not in it.

    Most publications hold a few words of another language, all of them their own; so no dictionary is loaded in vain.
    """

    main: str
    dictionary: str
    spellers: Spellers
    known: dict[str, bool] = field(default_factory=dict)
    unknown: dict[str, _Unknown] = field(default_factory=dict)

    def has(self, word: str) -> bool:
        """Whether the dictionary has the word; without a dictionary, every word may be right."""
        speller = self.spellers(self.dictionary)
        return isinstance(speller, Missing) or speller.knows(word)

    def suggest(self, word: str) -> str:
        """What the dictionary takes for the word that was meant; empty if it has no idea."""
        speller = self.spellers(self.dictionary)
        return "" if isinstance(speller, Missing) else likeliest(word, speller.suggest(word))


def spelling(copy: Copy) -> Iterator[Finding]:
    """Each unknown word once, where it first stands; unknown names together, file by file."""
    return spelled(copy, speller_of)


def not_spelled(copy: Copy) -> tuple[str, ...]:
    """In words: languages of the publication whose dictionary is missing here, and the line that brings it."""
    missing: dict[str, str] = {}
    for language in dict.fromkeys(line.language for line in _lines(copy)):
        name = dictionary_of(language)
        if name and (gap := missing_for(name)):
            missing[name] = f"Spelling: {gap.wanted.title} is {gap.reason}. To check it: {gap.bring}"
    return tuple(missing.values())


def spelled(copy: Copy, spellers: Spellers) -> Iterator[Finding]:
    """As `spelling`, by the spellers that are given."""
    own = _own_words(copy)
    tongues: dict[str, _Tongue] = {}
    for line in _lines(copy):
        name = dictionary_of(line.language)
        if name:
            _look_at(line, tongues.setdefault(name, _Tongue(line.tongue, name, spellers)), own)
    for tongue in tongues.values():
        yield from _slips_of(tongue)
    yield from _names_of(tongues.values())


def _lines(copy: Copy) -> Iterator[Line]:
    for line in copy.lines:
        yield line
        yield from foreign_parts(line)


def _own_words(copy: Copy) -> frozenset[str]:
    """The words that the publication vouches for, in small letters."""
    publication = copy.publication
    own = [*vocabulary("spelling", "words"), *publication.spelling, publication.publisher]
    own += [entry.word for entry in publication.pronunciations]
    own += [entry.word for entry in publication.glossary]
    for line in copy.lines:
        own += [one.text for one in inlines_of(line.inlines) if isinstance(one, Abbreviation)]
    return frozenset(word.casefold().replace("’", "'") for text in own for word in (text, *_WORD.findall(text)))


def _look_at(line: Line, tongue: _Tongue, own: frozenset[str]) -> None:
    for match in _WORD.finditer(line.prose):
        word = match[0].replace("’", "'")
        if _is_no_word(word):
            continue
        if word not in tongue.known:
            tongue.known[word] = _is_known(word, tongue, own)
        if not tongue.known[word]:
            bare = _bare(word, tongue.main)
            shown = around(line.prose, *match.span())
            unknown = tongue.unknown.setdefault(bare, _Unknown(bare, line, shown))
            unknown.times += 1
            unknown.small = unknown.small or word[0].islower()
            unknown.name = not unknown.small and (unknown.name or unknown.times > 1 or _inside(match, line))


def _inside(match: re.Match[str], line: Line) -> bool:
    """Whether a word stands where only names begin with a capital."""
    before = line.prose[: match.start()].rstrip()
    return line.kind is not Kind.HEADING and bool(before) and (before[-1].isalnum() or before[-1] in ",’'&-")


def _is_no_word(word: str) -> bool:
    """Whether it is letters, a formula, a file or a made-up name such as “iPhone”, which no dictionary could have."""
    file = "." in word and word.rpartition(".")[2].islower()
    return (
        file
        or not 1 < len(word) <= _LONGEST
        or not word[0].isalpha()
        or any(one.isupper() or one in "²³¹ªº" for one in word[1:])
    )


def _bare(word: str, main: str) -> str:
    return (_CLITIC if main == "cy" else _POSSESSIVE).sub("", word)


def _is_known(word: str, tongue: _Tongue, own: frozenset[str]) -> bool:
    bare = _bare(word, tongue.main)
    if {word.casefold(), bare.casefold(), bare.casefold().removesuffix("s")} & own:
        return True
    if tongue.has(word) or tongue.has(bare):
        return True
    parts = re.split(r"[-.]", bare)
    return len(parts) > 1 and all(len(part) <= 1 or _is_known(part, tongue, own) for part in parts)


def _slips_of(tongue: _Tongue) -> Iterator[Finding]:
    asked = 0
    more: list[_Unknown] = []
    told = 0
    for unknown in tongue.unknown.values():
        here = nearest(unknown.word, lambda word: tongue.known.get(word, False))
        meant = here or nearest(unknown.word, tongue.has)
        # A name is a slip for another that stands elsewhere, as “Engalnd” is for “England”; else only people can tell.
        unknown.name = not unknown.small and not (here if unknown.name else meant)
        if unknown.name:
            continue
        told += 1
        if told > _TOLD:
            more.append(unknown)
            continue
        if not meant and asked < _SUGGESTED:
            asked += 1
            meant = tongue.suggest(unknown.word)
        again = f" It stands here {unknown.times} times." if unknown.times > 1 else ""
        message = f"No dictionary knows “{unknown.word}”, in “{unknown.shown}”.{again}"
        yield Finding("SPL001", message, unknown.line.source, _remedy(unknown.word, meant, tongue))
    if more:
        many = "one more word" if len(more) == 1 else f"{len(more)} more words"
        yield Finding("SPL001", f"No dictionary knows {many}: {_listed(more)}.", more[0].line.source)


def _remedy(word: str, meant: str, tongue: _Tongue) -> str:
    if tongue.main == "en" and len(word) >= _LONG_ENOUGH:
        welsh = tongue.spellers(dictionary_of("cy"))
        if not isinstance(welsh, Missing) and welsh.knows(word):
            return f"If it is Welsh, write [{word}]{{lang=cy}}. If it is meant to be English, correct it."
    return f"Did you mean “{meant}”? If the word is right, add it to {OWN}." if meant else ""


def _names_of(tongues: Iterable[_Tongue]) -> Iterator[Finding]:
    """One finding a file, at the first of its names; a name that stands in several files is told of once."""
    by_file: dict[str, list[_Unknown]] = {}
    told: set[str] = set()
    for unknown in (unknown for tongue in tongues for unknown in tongue.unknown.values()):
        if unknown.name and unknown.word not in told:
            told.add(unknown.word)
            by_file.setdefault(unknown.line.source.file, []).append(unknown)
    for names in by_file.values():
        names.sort(key=lambda one: one.line.source)
        yield Finding("SPL002", f"No dictionary knows {_listed(names)}.", names[0].line.source)


def _listed(unknown: Sequence[_Unknown]) -> str:
    rows = [f"“{one.word}” (line {one.line.source.line})" for one in unknown]
    more = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
    return f"{', '.join(rows[:_NAMED])}{more}"
