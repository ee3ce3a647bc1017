"""Whether the focus can be seen: the pixels at the element must change, with contrast, when it has the focus."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.probes.pictures import Picture, changed_pixels, pictures
from everyway.checking.web.probes.walk import Stop, expected_stops, walk
from everyway.checking.web.verdict import Sighting


def unseen_focus(tab: Tab) -> Iterator[Sighting]:
    """Walks the page with Tab and looks at every stop, and of stops that are drawn alike at the first.

    What else may be wrong on the way is the keyboard look's business.
    """
    kinds: set[str] = set()
    with pictures(tab) as picture:
        for stop in walk(tab, len(expected_stops(tab))):
            if stop.hidden or stop.trapped or stop.kind in kinds:
                continue
            kinds.add(stop.kind)
            yield from _unseen(tab, stop, picture)


def _unseen(tab: Tab, stop: Stop, picture: Picture) -> Iterator[Sighting]:
    """A sighting when focusing this stop changes too little.

    Takes the focus away, but not the place from which the next press of Tab sets out. Giving it back would send a
    reader of a sound player back to its first button.
    """
    focused = picture.of(stop.box)
    tab.page.evaluate("document.activeElement.blur()")
    changed = changed_pixels(picture.of(stop.box), focused)
    if changed < _least_pixels(stop):
        what = "hardly changes" if changed else "does not change"
        yield tab.sight("WEB012", f"“{stop.words}” {what} when it has the focus.", stop.element)


def _least_pixels(stop: Stop) -> int:
    """As many as a line one pixel thick along two of its shorter sides, and never fewer than a mark one can see."""
    _, _, width, height = stop.box
    return max(12, round(2 * min(width, height, 60)))
