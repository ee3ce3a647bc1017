"""How a page comes out on paper: all its words, dark on white, nothing cut off or printed over, no furniture."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.known import NOTHING
from everyway.checking.web.verdict import Sighting


def lost_on_paper(tab: Tab) -> Iterator[Sighting]:
    """Looks at the page as the print style sheet shows it, as wide as a sheet of A4 between its margins."""
    found = tab.ask("print.js")
    printed = set(found["words"])
    for words in tab.known.get(tab.path, NOTHING).shown:
        if words not in printed:
            yield tab.sight("WEB070", f"“{words}” is not printed.")
    for element, words in found["wide"]:
        yield tab.sight("WEB070", f"“{words}” runs off the sheet.", element)
    for element, words in found["fixed"]:
        yield tab.sight("WEB071", f"“{words}” is printed over every sheet.", element)
    for element, words in found["furniture"]:
        yield tab.sight("WEB072", f"“{words}” is printed, and is of no use on paper.", element)
    for element, words in found["faint"]:
        yield tab.sight("WEB073", f"“{words}” is too faint on white paper.", element)
