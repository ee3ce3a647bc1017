"""The words of `content/words/`: what they mean, what letters stand for, and where a text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from everyway.model import Abbreviation, Entry, Text
from everyway.reading.context import Ledger
from everyway.reading.files import LARGEST_SETTINGS, read_text
from everyway.reading.found import Found
from everyway.reading.ids import Ids, slug
from everyway.reading.pieces import Mark, Piece, text_of
from everyway.reading.schema import check_settings
from everyway.reading.yaml_files import Settings, read_yaml


@dataclass(frozen=True, slots=True)
class Words:
    """The glossary's entries by their word (small letters), and the expansions of abbreviations."""

    entries: tuple[Entry, ...] = ()
    by_word: Mapping[str, Entry] = field(default_factory=dict)
    expansions: Mapping[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None

    def find(self, word: str) -> Entry | None:
        """The entry of a word, whatever its case."""
        return self.by_word.get(" ".join(word.casefold().split()))

    def with_expansions(self, more: Mapping[str, str]) -> Words:
        """The same words and more abbreviations, such as those that one file explains."""
        return _words(self.entries, {**self.expansions, **more}) if more else self


def read_words(content: Path, found: Found) -> Words:
    """The glossary of a project."""
    settings = settings_of_words(content, "glossary", found)
    entries: list[Entry] = []
    ids = Ids()
    for number, row in enumerate(settings.value if settings and isinstance(settings.value, list) else []):
        if not isinstance(row, dict) or not isinstance(word := row.get("word"), str) or not word.strip():
            continue
        where = settings.where((number,)) if settings else None
        assert where is not None
        word = " ".join(word.split())
        if twin := next((entry for entry in entries if entry.word.casefold() == word.casefold()), None):
            found.add("PUB012", f"“{word}” is explained twice: here and in line {twin.source.line}.", where)
            continue
        meaning, expansion = (_words_of(row.get(key)) for key in ("meaning", "expansion"))
        if not meaning and not expansion:
            found.add("PUB003", f"“{word}” has neither a meaning nor an expansion.", where, "Add “meaning: …”.")
        same_as = row.get("same_as")
        synonyms = tuple(str(one) for one in same_as) if isinstance(same_as, list) else ()
        entries.append(Entry(ids.take(slug(word) or "word"), word, meaning, expansion, synonyms, where))
    return _words(tuple(entries), {entry.word: entry.expansion for entry in entries if entry.expansion})


def settings_of_words(content: Path, name: str, found: Found) -> Settings | None:
    """The settings in `words/<name>.yml`, checked against the schema of that name; None when there is no such file."""
    path = content / "words" / f"{name}.yml"
    if not path.is_file() and not path.is_symlink():
        return None
    file = read_text(path, content.parent, found, LARGEST_SETTINGS)
    settings = read_yaml(file.text, file.name, found) if file else None
    if settings is not None:
        check_settings(settings, name, found)
    return settings


def _words_of(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _words(entries: tuple[Entry, ...], expansions: Mapping[str, str]) -> Words:
    longest_first = sorted(expansions, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if expansions else None
    return Words(entries, {entry.word.casefold(): entry for entry in entries}, expansions, pattern)


def marked_terms(pieces: list[Piece], words: Words, ledger: Ledger) -> list[Piece]:
    """Pieces with each bold word that the glossary explains made a term."""
    bold: dict[Mark, list[Piece]] = {}
    for piece in pieces:
        if any(mark.kind in {"link", "term"} for mark in piece.marks):
            continue  # a term is a link to its meaning, and no link stands in a link
        for mark in piece.marks:
            if mark.kind == "strong":
                bold.setdefault(mark, []).append(piece)
    terms: dict[Mark, Mark] = {}
    for mark, row in bold.items():
        if entry := words.find(text_of(row)):
            terms[mark] = Mark("term", entry.id)
    for term in (mark for piece in pieces for mark in piece.marks if mark.kind == "term"):
        ledger.words_used[str(term.target)] = None
    for term in terms.values():
        ledger.words_used[str(term.target)] = None
    return [replace(piece, marks=tuple(terms.get(mark, mark) for mark in piece.marks)) for piece in pieces]


def marked_abbreviations(pieces: Iterable[Piece], words: Words, ledger: Ledger) -> list[Piece]:
    """Pieces with each whole word that is an abbreviation made one, except in codes."""
    if words.pattern is None:
        return list(pieces)
    row: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece.leaf, Text):
            row.append(piece)
            continue
        start = 0
        for match in words.pattern.finditer(piece.text):
            if match.start() > start:
                row.append(replace(piece, leaf=Text(piece.text[start : match.start()])))
            row.append(replace(piece, leaf=Abbreviation(match[0], words.expansions[match[0]])))
            if entry := words.find(match[0]):
                ledger.words_used[entry.id] = None
            start = match.end()
        if start < len(piece.text):
            row.append(replace(piece, leaf=Text(piece.text[start:])))
    return row
