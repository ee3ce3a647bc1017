"""Pieces of a paragraph in, its sentences out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import groupby

import sentencex  # type: ignore[import-untyped]

from everyway.model import Abbreviation, Code, Sentence
from everyway.reading.context import Context
from everyway.reading.ids import short_hash
from everyway.reading.pieces import SPACES, Piece, cut, text_of, tree_of_inlines, trimmed

# After these a full stop ends no sentence when a digit or a small letter follows.
_SHORTENED = re.compile(
    "approx|art|ca|cap|cf|ch|cl|col|dept|eds?|eg|est|etc|ext|fig|ff|ie|inc|max|min|misc|nos?|p|paras?|pp|ref|reg|sect?|"
    "tel|temp|viz|vols?|vs|yrs?"
)
_NEAR = 80
_LETTER_OR_NUMBER = re.compile(r"[(\[]?(\d{1,3}|[A-Za-z])[.)]+")
_CLOSED = re.compile(r"(?:[.!?…][)\]’”'\"»]+|…) +(?!I\b)(?=[A-ZÀ-ÖØ-Þ0-9“‘(\[])")
_ADDRESS = re.compile(r"(?<!\S)\S{1,200}[/@]\S{1,200}[.!?] +(?=[A-ZÀ-ÖØ-Þ“‘(\[])")
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
    starts_and_stops = _whole_ranges(row)
    starts = [start for start, _ in starts_and_stops]
    kept: list[int] = []
    for end in ends:
        place = bisect_left(starts, end) - 1  # the last of them that begins before the end
        if place < 0 or end >= starts_and_stops[place][1]:
            kept.append(end)
    return kept


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
    starts |= {found.end() for pattern in (_CLOSED, _ADDRESS) for found in pattern.finditer(text)}
    ends: list[int] = []
    first = 0
    for start in sorted(starts - {0}):
        if _ends_here(text, first, start):
            end = start
            while end > first and text[end - 1] in SPACES:
                end -= 1
            if end > first:
                ends.append(end)
                first = start
    return ends


def _ends_here(text: str, first: int, start: int) -> bool:
    """Whether a sentence that began at `first` really ends before `start`; a few signs on either side tell."""
    before, after = text[max(first, start - _NEAR) : start], text[start : start + _NEAR].lstrip(SPACES)
    if not re.search(r"\w", after) or not before.strip(SPACES):
        return False
    if start - first < _NEAR and _LETTER_OR_NUMBER.fullmatch(before.strip(SPACES)):
        return False
    spaced = before[-1] in SPACES or text[start : start + 1] in SPACES
    if not spaced and before[-1] in ".?!…":
        return False
    word = _WORD_BEFORE.search(before)
    if word is None or not (after[0].islower() or after[0].isdigit()):
        return True
    if _SHORTENED.fullmatch(word[1].casefold()):
        return False
    return after[0].isdigit() or "." in after.split(" ", 1)[0].rstrip(".,;:!?") or "@" in after.split(" ", 1)[0]
