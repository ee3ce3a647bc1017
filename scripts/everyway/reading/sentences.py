"""Pieces of a paragraph in, its sentences out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

import sentencex

from everyway.model import Abbreviation, Code, Sentence
from everyway.reading.context import Context
from everyway.reading.ids import short_hash
from everyway.reading.pieces import SPACES, Piece, cut, text_of, tree_of_inlines, trimmed

# After these a full stop ends no sentence when a digit or a small letter follows.
_SHORTENED = frozenset(
    [
        "approx",
        "art",
        "ca",
        "cap",
        "cf",
        "ch",
        "cl",
        "col",
        "dept",
        "ed",
        "eds",
        "eg",
        "est",
        "etc",
        "ext",
        "fig",
        "ff",
        "ie",
        "inc",
        "max",
        "min",
        "misc",
        "no",
        "nos",
        "p",
        "para",
        "paras",
        "pp",
        "ref",
        "reg",
        "sec",
        "sect",
        "tel",
        "temp",
        "viz",
        "vol",
        "vols",
        "vs",
        "yr",
        "yrs",
    ]
)
_LETTER_OR_NUMBER = re.compile(r"[(\[]?(\d{1,3}|[A-Za-z])[.)]+")
_CLOSED = re.compile(r"(?:[.!?…][)\]’”'\"»]+|…) +(?!I\b)(?=[A-ZÀ-ÖØ-Þ0-9“‘(\[])")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.[)\]’”'\"»]* *$")


def sentences_from(pieces: list[Piece], context: Context) -> tuple[Sentence, ...]:
    """Cut pieces into sentences, each with an id of its section and its words, and its line."""
    parts = cut(pieces, boundaries(pieces, context.language))
    return tuple(_sentence(row, context) for part in parts if (row := trimmed(part)))


def one_sentence(pieces: list[Piece], context: Context, line: int) -> Sentence:
    """All pieces as a single sentence, for headings and labels; it may be empty."""
    row = trimmed(pieces)
    return _sentence(row, context) if row else Sentence(_id("", context), (), context.at(line))


def _sentence(row: list[Piece], context: Context) -> Sentence:
    return Sentence(_id(text_of(row), context), tree_of_inlines(row), context.at(row[0].line))


def _id(words: str, context: Context) -> str:
    return context.ledger.ids.take(f"{context.section}-{short_hash(words)}")


def boundaries(pieces: Iterable[Piece], language: str) -> list[int]:
    """The offsets at which sentences end, never inside a code, a link, a term or an abbreviation."""
    row = list(pieces)
    text = "".join("x" * len(piece.text) if isinstance(piece.leaf, Code) else piece.text for piece in row)
    ends = sentence_ends(text, language)
    barred = _whole_ranges(row)
    return [end for end in ends if not any(start < end < stop for start, stop in barred)]


def _whole_ranges(row: list[Piece]) -> list[tuple[int, int]]:
    """From where to where no sentence may end: each code, abbreviation, link and term, however many pieces it has."""
    ranges: list[tuple[int, int]] = []
    offset = 0
    for key, group in groupby(row, key=_whole_key):
        length = len(text_of(group))
        if key is not None:
            ranges.append((offset, offset + length))
        offset += length
    return ranges


def _whole_key(piece: Piece) -> object:
    for mark in piece.marks:
        if mark.kind in {"link", "term"}:
            return mark
    return piece if isinstance(piece.leaf, Code | Abbreviation) else None


def sentence_ends(text: str, language: str) -> list[int]:
    """The offsets in a text after which a new sentence begins, white space left out; language is a BCP 47 tag."""
    if not text.strip():
        return []
    starts = {int(found["start_index"]) for found in sentencex.get_sentence_boundaries(language.split("-")[0], text)}
    starts |= {found.end() for found in _CLOSED.finditer(text)}
    ends: list[int] = []
    first = 0
    for start in sorted(starts - {0}):
        if _ends_here(text, first, start):
            end = len(text[:start].rstrip(SPACES))
            if end > first and (not ends or end > ends[-1]):
                ends.append(end)
                first = start
    return ends


def _ends_here(text: str, first: int, start: int) -> bool:
    before, after = text[first:start], text[start:].lstrip(SPACES)
    if not after or not before.strip(SPACES) or _LETTER_OR_NUMBER.fullmatch(before.strip(SPACES)):
        return False
    spaced = before[-1] in SPACES or text[start : start + 1] in SPACES
    if not spaced and before[-1] in ".?!…":
        return False
    word = _WORD_BEFORE.search(before)
    if word is None or not (after[0].islower() or after[0].isdigit()):
        return True
    if word[1].casefold() in _SHORTENED:
        return False
    return after[0].isdigit() or "." in after.split(" ", 1)[0].rstrip(".,;:!?") or "@" in after.split(" ", 1)[0]
