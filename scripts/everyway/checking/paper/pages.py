"""How text stands on pages: headings with what follows them, rows whole, numbers on every page, volumes of a size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from everyway.checking.paper.copy import Block, Copy, quoted
from everyway.checking.paper.drawn import Run, Sheet, around
from everyway.findings import Finding
from everyway.tagging.tree import Element

FOOT = 0.2
"""The share of a sheet's height, from below, in which its page number stands."""


def heading_last(copy: Copy) -> Iterator[Finding]:
    """Headings that are the last thing on their page, with what they head on the next."""
    for block, following in zip(copy.blocks, copy.blocks[1:], strict=False):
        page = max(block.pages, default=0)
        on = min(following.pages, default=following.element.page or page)
        if block.level and on > page and not 0 < following.level <= block.level:
            text = block.lines[-1].text
            yield copy.at_block("LP008", block, page, f"The heading {quoted(text)} is the last thing on page {page}.")


def split_rows(copy: Copy) -> Iterator[Finding]:
    """Rows of tables, and statements beside their pictures, that go on on the next page without need."""
    for row, blocks in _rows(copy):
        pages = sorted({page for block in blocks for page in block.pages})
        if len(pages) > 1 and not _taller_than_a_page(copy, blocks, pages):
            text = blocks[0].lines[0].text if blocks[0].lines else row.text()
            kind = "row of a table" if row.role == "TR" else "picture and its words"
            message = f"The {kind} that begins with {quoted(text)} is split over pages {pages[0]} and {pages[-1]}."
            yield copy.at_block("LP009", blocks[0], pages[0], message)


def no_number(copy: Copy) -> Iterator[Finding]:
    """Pages without their number: each one more than that of the page before. Empty pages need none.

    A copy whose facts tell the number of its first page shows one from there on; others not on their title page.
    """
    first = copy.artifact.facts.get("first_page")
    number = int(first) - 1 if first is not None else None
    for sheet in copy.sheets:
        shown = _numbers(sheet)
        if number is not None:
            number += 1
        elif sheet.number > 1 and shown:
            number = shown[0]
        wanted = number if number is not None else sheet.number
        needed = sheet.number > 1 or first is not None
        if needed and wanted not in shown and any(run.inked for run in sheet.runs):
            seen = f"it shows {', '.join(map(str, shown))}" if shown else "it shows no number"
            message = f"Page {wanted} does not show its number: {seen}."
            yield copy.at_page("LP010", sheet.number, message)


def number_elsewhere(copy: Copy) -> Iterator[Finding]:
    """Page numbers that are not at the bottom left, where a reader of large print looks for them."""
    for sheet in copy.sheets:
        for run in sheet.runs:
            if run.artifact and run.text.strip().isdigit() and int(run.text) in _numbers(sheet):
                box = run.inked[0].box
                if box.left > sheet.width / 3 or box.bottom > FOOT * sheet.height:
                    message = f"The number of page {run.text.strip()} is not at the bottom left."
                    yield copy.at_page("LP017", sheet.number, message)


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


def _rows(copy: Copy) -> Iterator[tuple[Element, tuple[Block, ...]]]:
    """Every row of a table, and every picture beside its words, with the blocks in it."""

    def row(block: Block) -> Element | None:
        return next((each for each in block.inside if each.role == "TR" or _is_statement(each)), None)

    for found, blocks in groupby(copy.blocks, key=lambda block: id(row(block))):
        every = tuple(blocks)
        element = row(every[0])
        if element is not None and found:
            yield element, every


def _is_statement(element: Element) -> bool:
    """Whether an element is a picture beside its words: two divisions, the first with nothing but the picture."""
    kids = element.elements
    return (
        element.role == "Div"
        and [kid.role for kid in kids] == ["Div", "Div"]
        and [kid.role for kid in kids[0].elements] == ["Figure"]
    )


def _taller_than_a_page(copy: Copy, blocks: tuple[Block, ...], pages: list[int]) -> bool:
    heights = []
    for page in pages:
        lines = [line for block in blocks for line in block.lines if line.page == page]
        box = around(line.box for line in lines)
        heights.append(box.height + lines[0].size if box else 0.0)
    return sum(heights) > copy.column.height


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
