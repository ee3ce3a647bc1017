"""Pages as volumes that are thin enough: a new one begins with a part if it can."""

from __future__ import annotations

from collections.abc import Sequence

from everyway.braille.pages import Page


def parted(pages: Sequence[Page], parts: frozenset[str], most: int) -> list[Sequence[Page]]:
    """The pages in runs of at most `most`; a run ends before a page on which one of the `parts` begins, if one is near.

    A part that fills more than half a volume is parted where the volume is full.
    """
    volumes: list[Sequence[Page]] = []
    start = 0
    while len(pages) - start > most:
        ends = [
            place
            for place in range(start + most, start + most // 2, -1)
            if pages[place].begins and pages[place].begins[0] in parts
        ]
        end = ends[0] if ends else start + most
        volumes.append(pages[start:end])
        start = end
    volumes.append(pages[start:])
    return volumes
