"""What still moves for a reader who asked for less motion (WCAG 2.3.3, and the reason for the media query)."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.verdict import Sighting


def motion_left(tab: Tab) -> Iterator[Sighting]:
    """Animations, transitions that move things, smooth scrolling."""
    for what, element in tab.ask("motion.js"):
        yield tab.sight("WEB042", f"There is still {what}.", element)
