"""Whether the focus can be seen: the pixels at the element must change, with contrast, when it has the focus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from everyway.checking.web.browser import Tab
from everyway.checking.web.probes.pictures import Box, Picture, changed_pixels, pictures
from everyway.checking.web.verdict import Sighting


def unseen_focus(tab: Tab) -> Iterator[Sighting]:
    """Looks at every control, and of those that are drawn alike in this state at the first on the tour."""
    stops = tab.ask("focus.js", None)
    if {(tab.state.name, _kind(tab, stop)) for stop in stops} <= tab.memory.focused:
        return
    tab.page.keyboard.press("Tab")  # from here on the browser marks the focus as it does for the keyboard
    with pictures(tab) as picture:
        for index, stop in enumerate(stops):
            kind = (tab.state.name, _kind(tab, stop))
            if kind in tab.memory.focused:
                continue
            change = _change(tab, picture, index)
            if change is None:
                continue  # it cannot take the focus, or is out of sight: the keyboard look tells
            tab.memory.focused.add(kind)
            if change is not Change.SEEN:
                yield tab.sight("WEB012", f"“{stop['words']}” {change.value} when it has the focus.", stop["element"])


def _kind(tab: Tab, stop: Mapping[str, Any]) -> str:
    """What makes a control look as it does; in the site's colour sets, which change colours only, its own class."""
    ancestry: list[str] = stop["kind"]
    return " < ".join(ancestry[:1] if tab.state.colours else ancestry)


class Change(Enum):
    """What the focus does to the look of a control."""

    NONE = "does not change"
    LITTLE = "hardly changes"
    SEEN = "changes"


def _change(tab: Tab, picture: Picture, index: int) -> Change | None:
    """Looks quickly, and when there seems to be too little change again, once the page has been drawn for certain."""
    change: Change | None = None
    for drawn in (False, True):
        box: Box | None = tab.ask("focus.js", {"index": index, "on": True, "drawn": drawn})
        if box is None:
            return None
        focused = picture.of(box)
        tab.ask("focus.js", {"index": index, "on": False, "drawn": drawn})
        changed = changed_pixels(picture.of(box), focused)
        if changed >= _least_pixels(box):
            return Change.SEEN
        change = Change.LITTLE if changed else Change.NONE
    return change


def _least_pixels(box: Box) -> int:
    """As many as a line one pixel thick along two of its shorter sides, and never fewer than a mark one can see."""
    _, _, width, height = box
    return max(12, round(2 * min(width, height, 60)))
