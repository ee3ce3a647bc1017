"""A walk through a page with the Tab key, stop by stop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from everyway.checking.web.browser import Tab

_PATIENCE = 25  # presses at one place: a sound player has about ten stops of its own inside it


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is. `index` counts the stops that the page should have, -1 for one that is not among them.

    `hidden` says how it is out of sight: "", "off" the screen or "under" something (`cover`). `trapped`: Tab leads no
    further.
    """

    index: int
    element: str
    words: str
    hidden: str = ""
    cover: str = ""
    trapped: bool = False


def walk(tab: Tab, most: int) -> Iterator[Stop]:
    """Presses Tab until the focus leaves the page or comes round; `most` is how many places are expected at most."""
    here: tuple[int, str] | None = None
    first: tuple[int, str] | None = None
    times = 0
    for _ in range(most * 2 + _PATIENCE * 2):
        tab.page.keyboard.press("Tab")
        at = tab.ask("focused.js")
        if at is None:
            return
        now = (at["index"], at["element"])
        if now == here:
            times += 1
            if times > _PATIENCE:
                yield Stop(**at, trapped=True)
                return
            continue
        if now == first:
            return
        first = first or now
        here, times = now, 0
        yield Stop(**at)
