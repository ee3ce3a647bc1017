"""What each letter looks like: its size, its colour, its slant and how far from the edge it stands."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.paper.copy import Copy, quoted
from everyway.checking.paper.demands import MM
from everyway.checking.paper.drawn import Run, contrast
from everyway.findings import Finding

ROUNDING = 0.05
"""Points by which a size may fall short: what rounding takes."""

TALL = "ABCDEFGHIJKLMNOPRSTUVWXYZ0123456789"
"""Letters that every sans serif draws at about two thirds of its size."""

LOW = 0.55
"""The least height of a tall letter, in sizes: less is a smaller letter in the guise of a large one."""


def too_small(copy: Copy) -> Iterator[Finding]:
    """Letters below the size that the copy promises: page numbers, labels and raised figures too."""
    wanted = copy.demands.size
    for run in copy.runs:
        size = _true_size(run, wanted)
        if size < wanted - ROUNDING and not copy.in_picture(run):
            message = f"{quoted(run.text)} is {size:.3g} pt; everything in this copy should be {wanted:g} pt or more."
            yield copy.at_run("LP001", run, message)


def too_small_in_pictures(copy: Copy) -> Iterator[Finding]:
    """Pictures with letters below that size, each once."""
    for block in copy.blocks:
        small = [run for run in block.runs if run.inked and run.size < copy.demands.size - ROUNDING]
        if block.role == "Figure" and small:
            size = min(run.size for run in small)
            message = f"In the picture “{block.element.alt or ''}” there are words of {size:.3g} pt."
            yield copy.at_block("LP015", block, small[0].page, message)


def too_faint(copy: Copy) -> Iterator[Finding]:
    """Letters that stand out too little from what lies behind them."""
    for run in copy.runs:
        if copy.in_picture(run) or not run.behind:
            continue
        behind = run.behind[:1] if _lined(run, copy) else run.behind
        found, worst = min((contrast(run.colour, colour), colour) for colour in behind)
        if found < copy.demands.contrast - ROUNDING:
            message = (
                f"{quoted(run.text)} has a contrast of {found:.1f} to 1 (#{bytes(run.colour).hex()} on "
                f"#{bytes(worst).hex()}); it should be {copy.demands.contrast:g} to 1 or more."
            )
            yield copy.at_run("LP002", run, message)


def at_the_edge(copy: Copy) -> Iterator[Finding]:
    """Letters outside the margin or the sheet."""
    margin = copy.demands.margin
    for sheet in copy.sheets:
        for run in sheet.runs:
            boxes = [glyph.box for glyph in run.inked]
            if not boxes or copy.in_picture(run):
                continue
            free = min(
                min(min(box.left, sheet.width - box.right, box.bottom, sheet.height - box.top) for box in boxes), margin
            )
            if free < margin - ROUNDING:
                where = (
                    f"{free / MM:.0f} mm from the edge of the sheet" if free >= 0 else "beyond the edge of the sheet"
                )
                message = f"{quoted(run.text)} stands {where}; the margin is {margin / MM:.0f} mm."
                yield copy.at_run("LP003", run, message)


def slanted(copy: Copy) -> Iterator[Finding]:
    """Italic letters, whether their font is italic or they are made to lean."""
    for run in copy.runs:
        if run.slant and not copy.in_picture(run):
            yield copy.at_run("LP004", run, f"{quoted(run.text)} is in italics ({run.font}).")


def underlined(copy: Copy) -> Iterator[Finding]:
    """Letters with a line under, through or over them."""
    for run in copy.runs:
        allowed = copy.in_picture(run) or (copy.demands.underlined_links and copy.in_link(run))
        if not allowed and _lined(run, copy):
            yield copy.at_run("LP005", run, f"{quoted(run.text)} has a line under or through it.")


UNDER, OVER = -0.25, 0.9
"""Where a line that belongs to letters lies, in sizes from their baseline: table rules keep further away."""

COVERED = 0.6
"""How much of a run a line has to cover."""


def _lined(run: Run, copy: Copy) -> bool:
    """Whether a line is drawn under, through or over most of a run."""
    left, right = run.inked[0].box.left, run.inked[-1].box.right
    baseline = run.inked[0].y
    for stroke in copy.sheets[run.page - 1].strokes:
        height = ((stroke.bottom + stroke.top) / 2 - baseline) / run.size
        both = min(right, stroke.right) - max(left, stroke.left)
        if UNDER <= height <= OVER and both >= COVERED * (right - left):
            return True
    return False


def _true_size(run: Run, wanted: float) -> float:
    """The size of a run; less than the em says where the font has drawn small letters or raised figures."""
    heights = [glyph.box.height for glyph in run.inked if glyph.character in TALL]
    low = min(heights, default=run.size)
    return low / 0.67 if heights and low < LOW * wanted else run.size
