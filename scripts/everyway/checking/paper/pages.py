"""How text stands on pages: headings with what follows them, rows whole, numbers on every page, volumes of a size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, takewhile

from everyway.checking.paper.copy import Block, Copy, quoted
from everyway.checking.paper.drawn import Box, Run, Sheet, around
from everyway.findings import Finding
from everyway.tagging.tree import Element

FOOT = 0.2
"""The share of a sheet's height, from below, in which its page number stands."""


def heading_last(copy: Copy) -> Iterator[Finding]:
    """Headings that are the last thing on their page, with what they head on the next, though both fit on one page."""
    for place, (block, following) in enumerate(pairwise(copy.blocks)):
        page = max(block.pages, default=0)
        on = min(following.pages, default=following.element.page or page)
        if block.level and on > page and not 0 < following.level <= block.level:
            together = (block, *_kept_together(copy.blocks[place + 1 :]))
            if _height(together) <= copy.column.height:
                text = block.lines[-1].text
                message = f"The heading {quoted(text)} is the last thing on page {page}."
                yield copy.at_block("LP008", block, page, message)


def split_rows(copy: Copy) -> Iterator[Finding]:
    """Rows of tables, and statements beside their pictures, that go on on the next page though they fit on one."""
    for element, group in groupby(copy.blocks, key=_row):
        blocks = tuple(group)
        pages = sorted({page for block in blocks for page in block.pages})
        if element is not None and len(pages) > 1 and _height(blocks) <= copy.column.height:
            text = next((block.lines[0].text for block in blocks if block.lines), "")
            kind = "row of a table" if element.role == "TR" else "statement, a picture and its words,"
            message = f"The {kind} that begins with {quoted(text)} is split over pages {pages[0]} and {pages[-1]}."
            yield copy.at_block("LP009", blocks[-1], pages[0], message)


def _row(block: Block) -> Element | None:
    """The row of a table, or the picture beside its words, that a block is in."""
    return next((each for each in block.inside if each.role == "TR" or _is_statement(each)), None)


def _is_statement(element: Element) -> bool:
    """Whether an element is a picture beside its words: two divisions, the first with nothing but the picture."""
    kids = element.elements
    return (
        element.role == "Div"
        and [kid.role for kid in kids] == ["Div", "Div"]
        and [kid.role for kid in kids[0].elements] == ["Figure"]
    )


def _kept_together(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The first of some blocks, with the rest of its row."""
    row = _row(blocks[0])
    yield blocks[0]
    if row is not None:
        yield from takewhile(lambda block: _row(block) is row, blocks[1:])


def _height(blocks: Iterable[Block]) -> float:
    """How high blocks would stand on one page: with the room of their lines, and half a line where pages meet."""
    pieces: dict[int, list[Box]] = {}
    size = 0.0
    for block in blocks:
        for line in block.lines:
            size = max(size, line.size)
            room = Box(line.box.left, line.baseline - BELOW * line.size, line.box.right, line.baseline + line.size)
            pieces.setdefault(line.page, []).append(room)
        drawn = block.element.attributes.get("BBox")
        if block.role == "Figure" and isinstance(drawn, tuple) and block.element.page:
            left, bottom, right, top = (float(str(side)) for side in drawn)
            pieces.setdefault(block.element.page, []).append(Box(left, bottom, right, top))
    heights = [box.height for boxes in pieces.values() if (box := around(boxes))]
    return sum(heights) + 0.75 * size * (len(heights) - 1)


BELOW = 0.5
"""How much room a line takes below its baseline, in sizes of its letters."""


def no_number(copy: Copy) -> Iterator[Finding]:
    """Pages without their number: each one more than that of the page before. Empty pages need none.

    A copy whose facts tell the number of its first page shows one from there on; others not on their title page.
    """
    for sheet, wanted in _numbered(copy):
        shown = _numbers(sheet)
        needed = sheet.number > 1 or "first_page" in copy.artifact.facts
        if needed and wanted not in shown and any(run.inked for run in sheet.runs):
            seen = f"it shows {', '.join(map(str, shown))}" if shown else "it shows no number"
            message = f"Page {wanted} does not show its number: {seen}."
            yield copy.at_page("LP010", sheet.number, message)


def number_elsewhere(copy: Copy) -> Iterator[Finding]:
    """Page numbers that are not at the bottom left, where a reader of large print looks for them.

    Another number may stand there too: a year in the heads of a table, which are said again on each of its pages.
    """
    for sheet, wanted in _numbered(copy):
        for run in sheet.runs:
            if run.artifact and run.text.strip() == str(wanted) and _low_or_high(run, sheet):
                box = run.inked[0].box
                if box.left > sheet.width / 3 or box.bottom > FOOT * sheet.height:
                    message = f"The number of page {run.text.strip()} is not at the bottom left."
                    yield copy.at_page("LP017", sheet.number, message)


def _numbered(copy: Copy) -> Iterator[tuple[Sheet, int]]:
    """Each sheet with the number that it should show."""
    first = copy.artifact.facts.get("first_page")
    number = int(first) - 1 if first is not None else None
    for sheet in copy.sheets:
        shown = _numbers(sheet)
        if number is not None:
            number += 1
        elif sheet.number > 1 and shown:
            number = shown[0]
        yield sheet, number if number is not None else sheet.number


def too_thick(copy: Copy) -> Iterator[Finding]:
    """A volume of more leaves than its reader can hold."""
    most, sides = copy.demands.leaves, copy.demands.sides
    leaves = -(-len(copy.sheets) // sides)
    if most is not None and leaves > most:
        message = f"This volume has {leaves} leaves ({len(copy.sheets)} pages); it should have {most} at the most."
        yield Finding("LP011", message, format=copy.artifact.format)


CAPITALS = re.compile(r"\b[^\W\d_a-z]{2,}(?:[\s’'-]+[^\W\d_a-z]{2,})*\b")

BLOCK_OF_CAPITALS = 7
"""How many capitals in a row are no longer an abbreviation."""


def capitals(copy: Copy) -> Iterator[Finding]:
    """Words in capitals that the text does not have so."""
    for block in copy.blocks:
        text = " ".join(" ".join(line.text for line in block.lines).split())
        if block.role == "Figure" or text in copy.words:
            continue
        for found in CAPITALS.finditer(text):
            letters = sum(letter.isupper() for letter in found[0])
            if letters >= BLOCK_OF_CAPITALS and found[0].isupper() and found[0] not in copy.words:
                page = block.lines[0].page
                yield copy.at_block("LP012", block, page, f"{quoted(found[0])} is set in capitals.")


def _numbers(sheet: Sheet) -> list[int]:
    """The numbers that stand in the page furniture."""
    return [int(word) for run in sheet.runs if run.artifact and _low_or_high(run, sheet) for word in _digits(run)]


def _low_or_high(run: Run, sheet: Sheet) -> bool:
    if not run.inked:
        return False
    height = run.inked[0].y / sheet.height
    return height < FOOT or height > 1 - FOOT


def _digits(run: Run) -> list[str]:
    return re.findall(r"\d+", run.text)
