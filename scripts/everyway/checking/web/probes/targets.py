"""Targets that are hard to hit: under 24 by 24 CSS pixels, with the exceptions of WCAG 2.2 2.5.8."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.verdict import Sighting

LEAST = 24


def small_targets(tab: Tab) -> Iterator[Sighting]:
    """Links, buttons and fields that are too small and too close to others."""
    for element, words, width, height in tab.ask("targets.js", LEAST):
        yield tab.sight("WEB030", f"“{words}” is {width} by {height} pixels and has too little room round it.", element)
