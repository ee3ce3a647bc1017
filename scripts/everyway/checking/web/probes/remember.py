"""Looks at a page in its plainest state and keeps what the other states are compared with."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.known import Known
from everyway.checking.web.verdict import Sighting


def remember(tab: Tab) -> Iterator[Sighting]:
    """Keeps the words, links and text sizes of the page. Finds no fault."""
    sizes = {element: size for element, (size, _) in tab.ask("text_size.js").items()}
    shown = tab.ask("print.js")["words"]
    content = tab.ask("content.js")
    links = tuple((address, words) for address, words in content["links"])
    tab.known[tab.path] = Known(tuple(shown), tuple(content["words"]), links, sizes)
    return iter(())
