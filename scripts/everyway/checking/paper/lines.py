"""How lines are set: nothing split at a line's end, not justified, aligned left, with room between."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from everyway.checking.paper.copy import Block, Copy, Line, quoted
from everyway.checking.paper.drawn import Sheet
from everyway.findings import Finding

DASHES = "–—"
"""Signs after which a line may end in every copy, if the text has them there."""

CELLS = ("TD", "TH")

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
UNITS = re.compile(rf"(?:{MONTHS}|pt|mm|cm|m|km|mg|g|kg|ml|kB|MB|GB|am|pm|per cent|%|million|billion|thousand)\b|%")
NUMBER = re.compile(r"(?:^|[\s(£$€])[£$€]?\d[\d,.:]*$")
PHONE = re.compile(r"(?<!\w)(?:\+|0)\d[\d ]{7,}\d(?!\w)")


def split_words(copy: Copy) -> Iterator[Finding]:
    """Words that go on in the next line, with or without a hyphen. One wider than the page has to be split."""
    for block in _texts(copy):
        room = _room(copy, block)
        in_cell = any(element.role in CELLS for element in (block.element, *block.inside))
        if in_cell and not copy.demands.whole_compounds:
            continue
        for index, (before, after) in enumerate(pairwise(block.lines)):
            first, second = _last_word(before.text), _first_word(after.text)
            if not _goes_on(before, after) or _own_break(copy, first, second):
                continue
            if _width_across(block.lines, index) <= room:
                message = f"A word is split at the end of a line: “{first}” and “{second}”."
                yield copy.at_block("LP006", block, before.page, message)


def _goes_on(before: Line, after: Line) -> bool:
    """Whether a word goes on from one line to the next: no space is drawn between, and the script has spaces."""
    first, second = _last_word(before.text), _first_word(after.text)
    return bool(first and second) and not _free(first[-1]) and not _free(second[0])


def _width_across(lines: tuple[Line, ...], index: int) -> float:
    """How wide a word is that goes on after a line, in all the lines that it fills."""
    width = 0.0
    for number in range(index, -1, -1):
        first = _last_word(lines[number].text)
        width += _width(lines[number], len(first), last=True)
        if first != lines[number].text.strip() or not number or not _goes_on(lines[number - 1], lines[number]):
            break
    for number in range(index + 1, len(lines)):
        second = _first_word(lines[number].text)
        width += _width(lines[number], len(second), last=False)
        more = number + 1 < len(lines) and _goes_on(lines[number], lines[number + 1])
        if second != lines[number].text.strip() or not more:
            break
    return width


def split_items(copy: Copy) -> Iterator[Finding]:
    """A number parted from its unit or month, or a phone number, over two lines that one line could hold."""
    for block, before, after in _line_ends(copy):
        start, end = before.text.rstrip(), after.text.lstrip()
        joined = f"{start} {end}"
        phones = [found[0] for found in PHONE.finditer(joined) if found.start() < len(start) < found.end() - 1]
        pair = f"{start.split()[-1]} {end.split()[0]}"
        parted = phones or ([pair] if NUMBER.search(start) and UNITS.match(end) else [])
        if parted and len(parted[0]) * USUAL_WIDTH * before.size <= _room(copy, block):
            message = f"“{parted[0]}” belongs together, but a line ends in between."
            yield copy.at_block("LP007", block, before.page, message)


USUAL_WIDTH = 0.6
"""The width of a letter or figure, in its size."""


def _room(copy: Copy, block: Block) -> float:
    """The width that a word of a block could have: from where it stands to the end of the column, but for a little."""
    return NEARLY * (copy.column.right - min((line.box.left for line in block.lines), default=0.0))


NEARLY = 0.96
"""How much of a line a word may take and still be expected to stand in it whole."""


def justified(copy: Copy) -> Iterator[Finding]:
    """Blocks whose spaces are stretched until their lines end at one edge."""
    for block in _texts(copy):
        guessed = any(glyph.guessed for line in block.lines for _, glyph in line.runs)
        spaces: dict[tuple[str, float], list[float]] = {}
        for line in block.lines:
            for look, width in _spaces(line, by_ink=guessed).items():
                spaces.setdefault(look, []).append(width)
        most = STRETCHED_INK if guessed else STRETCHED
        if any(max(widths) - min(widths) > most for widths in spaces.values()):
            text = block.lines[0].text
            yield copy.at_block("LP013", block, block.lines[0].page, f"{quoted(text)} is justified: its spaces differ.")


STRETCHED, STRETCHED_INK = 0.03, 0.3
"""In sizes of the letters: how much the spaces of a block's lines may differ, by rounding and kerning; and how much
the gaps between the ink of words, which are all there is to measure where PDFium does not tell each space."""


def not_left(copy: Copy) -> Iterator[Finding]:
    """Blocks whose lines do not begin below one another: centred or aligned right."""
    for block in _texts(copy):
        for page in block.pages:
            lines = [line for line in block.lines if line.page == page]
            edge = min(line.runs[0][1].x for line in lines)
            starts = [_start(line, copy.sheets[page - 1], edge) for line in _after_label(block, lines)]
            if starts and max(starts) - min(starts) > RAGGED * lines[0].size:
                message = f"{quoted(lines[0].text)} is not aligned left: its lines begin at different places."
                yield copy.at_block("LP014", block, page, message)


def _after_label(block: Block, lines: list[Line]) -> list[Line]:
    """The lines of a block on a page, without the first of a note, which may have its number in front."""
    labelled = any(element.role == "Note" for element in (block.element, *block.inside))
    return lines[1:] if labelled else lines


def _start(line: Line, sheet: Sheet, edge: float) -> float:
    """Where a line begins: at its first letter, or at a picture in front of it that is no further out than others."""
    first, near = line.runs[0][1].x, RAGGED / 2 * line.size
    before = (
        box.left
        for _, box in sheet.pictures
        if box.bottom < line.box.top
        and line.baseline < box.top
        and edge - near <= box.left
        and box.right < first + near
    )
    return min(before, default=first)


RAGGED = 0.4
"""In sizes of the letters: how far apart the starts of lines may be."""


def too_close(copy: Copy) -> Iterator[Finding]:
    """Lines that stand too close below one another; those of headings may stand closer."""
    for block in _texts(copy):
        wanted = _leading(copy, block)
        for before, after in pairwise(block.lines):
            distance = (before.baseline - after.baseline) / before.size
            if before.page == after.page and before.size == after.size and 0 < distance < wanted - 0.01:
                message = f"{quoted(before.text)}: the next line is {distance:.2f} sizes below, not {wanted:g} or more."
                yield copy.at_block("LP016", block, before.page, message)
                break


HEADING_LEADING, CELL_LEADING = 1.15, 1.3
"""What is asked at the least from line to line in headings and in the cells of tables, in sizes of the letters."""


def _leading(copy: Copy, block: Block) -> float:
    if block.level:
        return HEADING_LEADING
    in_cell = any(element.role in CELLS for element in (block.element, *block.inside))
    return min(CELL_LEADING, copy.demands.leading) if in_cell else copy.demands.leading


def _texts(copy: Copy) -> Iterator[Block]:
    """The blocks of running words: no pictures, no contents, and none that is read from right to left."""
    for block in copy.blocks:
        listed = any(element.role == "TOC" for element in block.inside)
        if block.role not in ("Figure", "Lbl") and block.lines and not listed and not _leftward(block):
            yield block


def _line_ends(copy: Copy) -> Iterator[tuple[Block, Line, Line]]:
    for block in _texts(copy):
        for before, after in pairwise(block.lines):
            yield block, before, after


def _leftward(block: Block) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for line in block.lines for character in line.text)


def _own_break(copy: Copy, first: str, second: str) -> bool:
    """Whether a line may end between two parts of a word: in most copies at any sign that the text has there."""
    if first + second not in copy.words:
        return False
    if copy.demands.whole_compounds:
        return first[-1] in DASHES
    return not (first[-1].isalnum() and second[0].isalnum())


def _free(character: str) -> bool:
    """Whether a line may end beside this character: East Asian scripts put no space between words."""
    return unicodedata.east_asian_width(character) in "WF" or character in "\u200b\ufffc"


def _last_word(text: str) -> str:
    return "" if not text or text[-1].isspace() else text.split()[-1]


def _first_word(text: str) -> str:
    return "" if not text or text[0].isspace() else text.split()[0]


def _width(line: Line, letters: int, last: bool) -> float:
    part = line.runs[-letters:] if last else line.runs[:letters]
    return part[-1][1].box.right - part[0][1].box.left


def _spaces(line: Line, by_ink: bool) -> dict[tuple[str, float], float]:
    """The usual width of a line's spaces, in sizes of its letters, for each font and size in it.

    `by_ink`: from the end of one word's ink to the start of the next, which is rougher, but holds for guessed ones too.
    """
    widths: dict[tuple[str, float], list[float]] = {}
    start = len(line.text) - len(line.text.lstrip())  # the space of a line's end may stand, with no width, in the next
    line_of_words = line.runs[start:]
    for (run, before), (_, space), (last, after) in zip(
        line_of_words, line_of_words[1:], line_of_words[2:], strict=False
    ):
        if run is last and space.character == " " and before.character.strip() and after.character.strip():
            width = after.box.left - before.box.right if by_ink else after.x - space.x
            if width > 0:  # what is read in place of what is drawn has no places of its own
                widths.setdefault((run.font, run.size), []).append(width / run.size)
    return {look: median(found) for look, found in widths.items()}
