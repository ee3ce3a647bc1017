"""The way through a book: numbers of pages in order, contents that lead to their headings, headings with their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from everyway.braille.codes import code_for
from everyway.checking.account import Heading
from everyway.checking.braille.cells import BLANK, DRAWN, NUMBER, print_of
from everyway.checking.braille.sheets import Sheet
from everyway.checking.braille.words import Found, back, folded
from everyway.model import Edition
from everyway.wording import words_for

LISTED = 3
"""Headings down to this level stand in the contents."""

_GUIDE = re.compile(f"{BLANK}(?:⠐+|⠤+)$")
_TYPE = re.compile("[⠘⠨][⠂⠆⠶⠄]|⠰⠔⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A heading and the words that say it: from index `first` to `last` of those on the pages."""

    heading: Heading
    first: int
    last: int


def numbers(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    """Each page whose number is missing or not the next one, as (message, place)."""
    body, front, volume = 0, 0, 0
    for sheet in sheets:
        if sheet.volume != volume:
            volume, front = sheet.volume, 0
        if sheet.number is None:
            yield "The page has no number.", f"volume {volume}, after {f'page {body}' if body else f'page p{front}'}"
            continue
        front, body = (front + 1, body) if sheet.front else (front, body + 1)
        due = front if sheet.front else body
        if sheet.number != due:
            yield f"The page has the number {sheet.number}; the next one would be {due}.", sheet.place


def headings(asked: Sequence[Heading], found: Sequence[Found], read: dict[int, str]) -> Iterator[Place | Heading]:
    """Where each heading stands among the words; the heading itself where it is not found after the one before it.

    A text may say the words of a heading before it comes: those that stand on lines of their own are the heading.
    """
    letters = [read.get(index, folded(each.text)) for index, each in enumerate(found)]
    text = "".join(letters)
    edges: dict[int, int] = {}
    stops: dict[int, int] = {}
    length = 0
    for index, each in enumerate(letters):
        if each:
            edges[length] = index
            length += len(each)
            stops[length] = index
    at = 0
    for heading in asked:
        sought = "".join(folded(word) for word in heading.text.split())
        if not sought:
            continue
        starts = [
            start.start()
            for start in re.finditer(f"(?={re.escape(sought)})", text[at:])
            if start.start() + at in edges and start.start() + at + len(sought) in stops
        ]
        if not starts:
            yield heading
            continue
        own = (start for start in starts if _alone(found, edges[start + at], stops[start + at + len(sought)]))
        start = at + next(own, starts[0])
        at = start + len(sought)
        yield Place(heading, edges[start], stops[at])


def _alone(found: Sequence[Found], first: int, last: int) -> bool:
    """Whether no other words stand on the lines of these."""
    return not any(
        0 <= beside < len(found) and (found[beside].sheet, found[beside].line) == (found[edge].sheet, found[edge].line)
        for edge, beside in ((first, first - 1), (last, last + 1))
    )


def alone(places: Sequence[Place], found: Sequence[Found], sheets: Sequence[Sheet]) -> Iterator[Place]:
    """Headings that nothing follows on their page, though something follows in their part; or that two pages share."""
    for index, place in enumerate(places):
        first, last = found[place.first], found[place.last]
        if first.sheet != last.sheet:
            yield place
            continue
        after = sheets[last.sheet].lines[last.line + 1 :]
        if any(line and not DRAWN.match(line) for line in after):
            continue
        following = places[index + 1] if index + 1 < len(places) else None
        ends_part = place.last + 1 == len(found) or (
            following is not None and following.first == place.last + 1 and following.heading.level == 1
        )
        if not ends_part:
            yield place


def contents(
    edition: Edition, places: Sequence[Place], found: Sequence[Found], sheets: Sequence[Sheet], width: int
) -> Iterator[str]:
    """What is wrong with the contents, a message each."""
    body = [sheet for sheet in sheets if not sheet.front]
    pages = {sheet.number: _letters(_row(sheet.lines)) for sheet in body}
    table = code_for(edition.language).tables
    for volume in sorted({sheet.volume for sheet in sheets}):
        entries = list(_entries([sheet for sheet in sheets if sheet.front and sheet.volume == volume], edition, width))
        for text, page in entries:
            if _letters(text) not in pages.get(page, ""):
                said = back(text, table[2])
                yield f"The contents send readers of “{said}” to page {page}, where that heading does not begin."
        if volume == 1:
            listed = [place for place in places if place.heading.level <= LISTED]
            told = [page for _, page in entries]
            for number, place in enumerate(listed):
                begins = body[found[place.first].sheet].number
                if number >= len(told):
                    yield f"“{place.heading.text}” is missing from the contents."
                elif told[number] != begins:
                    message = f"The contents give page {told[number]} for “{place.heading.text}”"
                    yield f"{message}, which begins on {begins}."


def _entries(sheets: Sequence[Sheet], edition: Edition, width: int) -> Iterator[tuple[str, int]]:
    """The entries of contents: the cells of each heading and its page."""
    title = folded(words_for(edition.language)("contents"))
    column = folded(words_for(edition.language)("braille-page"))
    tables = code_for(edition.language).tables
    begun, lines = False, []
    for line in (line for sheet in sheets for line in sheet.lines if line):
        said = {folded(" ".join(back(line.strip(BLANK), table).split())) for table in tables.values()}
        if not begun:
            begun = title in said
            continue
        if column in said:
            continue
        number = NUMBER.search(line.rpartition(BLANK)[2])
        if len(line) == width and number:
            lines.append(_GUIDE.sub("", line[: line.rindex(BLANK)].rstrip(BLANK)))
            yield _row(lines).strip(BLANK), print_of(number[1])
            lines = []
        elif not line.startswith(BLANK * 6) or lines:
            lines.append(line)


def _row(lines: Sequence[str]) -> str:
    """Lines as one row of words, without marks of typeforms and notes; a word parted at a hyphen is whole."""
    row = BLANK
    for line in lines:
        words = _TYPE.sub("", line.strip(BLANK))
        if not words or DRAWN.match(line):
            continue
        row += words
        if words.endswith(("⠤", "⠐")) and not words.endswith("⠠⠤"):
            row = row.removesuffix("⠐")
        else:
            row += BLANK
    return re.sub(f"{BLANK}+", BLANK, row)


def _letters(row: str) -> str:
    """A row without blanks and hyphens: a long word is parted at other places where lines are shorter."""
    return row.replace(BLANK, "").replace("⠤", "")
