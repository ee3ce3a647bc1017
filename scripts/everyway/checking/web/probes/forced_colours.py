"""Whether controls and their state can still be seen when the reader's system replaces all colours (WCAG 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.probes.pictures import LEAST_CONTRAST, Picture, greatest_contrast, pictures
from everyway.checking.web.verdict import Sighting


def lost_in_forced_colours(tab: Tab) -> Iterator[Sighting]:
    """Controls without words must show something; what is current, pressed or chosen must look so."""
    with pictures(tab) as picture:
        yield from _pictured(tab, picture)


def _pictured(tab: Tab, picture: Picture) -> Iterator[Sighting]:
    for index, (element, words, kind) in enumerate(tab.ask("forced.js", None)):
        box = tab.ask("forced.js", {"index": index, "on": True})
        before = picture.of(box, room=0)
        if kind == "wordless":
            if greatest_contrast(before) < LEAST_CONTRAST:
                yield tab.sight("WEB040", f"“{words}” cannot be seen.", element)
            continue
        after = picture.of(tab.ask("forced.js", {"index": index, "on": False}), room=0)
        tab.ask("forced.js", {"index": index, "on": True})
        if before.size == after.size and before.tobytes() == after.tobytes():
            yield tab.sight("WEB041", f"“{words}” is {kind}, and looks like the others.", element)
