"""Looks at a page in its plainest state and keeps what the other states are compared with."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.known import Known
from everyway.checking.web.verdict import Sighting


def remember(tab: Tab) -> Iterator[Sighting]:
    """Keeps the words, links and text sizes of the page. Finds no fault."""
    content = tab.ask("content.js")
    tab.memory.pages[tab.path] = Known(
        shown=tuple(tab.ask("lines.js")),
        words=tuple(content["words"]),
        links=tuple((address, words) for address, words in content["links"]),
        sizes={element: size for element, (size, _) in tab.ask("text_size.js").items()},
    )
    return iter(())
