"""The keyboard: Tab reaches every control, in the order of the page, in sight, and leads out again."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.probes.walk import Stop, walk
from everyway.checking.web.verdict import Sighting


def keyboard_faults(tab: Tab) -> Iterator[Sighting]:
    """Walks the whole page with Tab."""
    found = tab.ask("stops.js")
    expected = found["stops"]
    reached: set[int] = set()
    latest = -1
    for stop in walk(tab, len(expected)):
        reached.add(stop.index)
        yield from _out_of_sight(tab, stop)
        if stop.trapped:
            yield tab.sight("WEB014", f"The Tab key does not lead on from “{stop.words}”.", stop.element)
        if 0 <= stop.index < latest:
            yield tab.sight("WEB011", f"The Tab key comes to “{stop.words}” after what follows it.", stop.element)
        latest = max(latest, stop.index)
    for element, words in found["jumps"]:
        yield tab.sight("WEB011", f"The turn of “{words}” is not where it is shown.", element)
    for index, (element, words) in enumerate(expected):
        if index not in reached:
            yield tab.sight("WEB010", f"The Tab key never comes to “{words}”.", element)


def _out_of_sight(tab: Tab, stop: Stop) -> Iterator[Sighting]:
    if stop.hidden == "off":
        yield tab.sight("WEB013", f"“{stop.words}” takes the focus where nobody can see it.", stop.element)
    elif stop.hidden == "under":
        yield tab.sight("WEB013", f"“{stop.words}” takes the focus while {stop.cover} lies over it.", stop.element)
