"""Whether the focus can be seen: the pixels at the element must change, with contrast, when it has the focus."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.probes.pictures import Picture, changed_pixels, pictures
from everyway.checking.web.probes.walk import Stop, expected_stops, walk
from everyway.checking.web.verdict import Sighting


def unseen_focus(tab: Tab) -> Iterator[Sighting]:
    """Walks the page with Tab and looks at every stop; what else may be wrong there is the keyboard look's."""
    with pictures(tab) as picture:
        sight = FocusSight(tab, picture)
        for stop in walk(tab, len(expected_stops(tab))):
            yield from sight.at(stop)


class FocusSight:
    """Looks whether the focus is seen at each stop of a walk, and of stops that look alike at the first only."""

    def __init__(self, tab: Tab, picture: Picture) -> None:
        self._tab = tab
        self._picture = picture
        self._kinds: set[str] = set()

    def at(self, stop: Stop) -> Iterator[Sighting]:
        """A sighting when focusing this stop changes too little; what is out of sight is another look's business."""
        if stop.hidden or stop.trapped or stop.kind in self._kinds:
            return
        self._kinds.add(stop.kind)
        yield from _unseen(self._tab, stop, self._picture)


def _unseen(tab: Tab, stop: Stop, picture: Picture) -> Iterator[Sighting]:
    """A sighting when focusing this stop changes too little.

    Takes the focus away, but not the place from which the next press of Tab sets out. Giving it back would send a
    reader of a sound player back to its first button.
    """
    focused = picture.of(stop.box)
    tab.page.evaluate("document.activeElement.blur()")
    plain = picture.of(stop.box)
    changed = changed_pixels(plain, focused)
    if changed < _least_pixels(stop):
        what = "hardly changes" if changed else "does not change"
        yield tab.sight("WEB012", f"“{stop.words}” {what} when it has the focus.", stop.element)


def _least_pixels(stop: Stop) -> int:
    """As many as a line one pixel thick along two of its shorter sides, and never fewer than a mark one can see."""
    _, _, width, height = stop.box
    return max(12, round(2 * min(width, height, 60)))
