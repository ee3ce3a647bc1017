"""What is missing without JavaScript: words, links, sound; and controls that are there but do nothing."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.states import WIDE
from everyway.checking.web.verdict import Sighting


def missing_without_javascript(tab: Tab) -> Iterator[Sighting]:
    """Compares with what was kept: words of the main part, links anywhere, players; and controls without a purpose."""
    now = tab.ask("content.js")
    before = tab.memory.of(tab.path)
    here = set(now["words"])
    for words in before.words if tab.state.width == WIDE else ():
        if words not in here:
            yield tab.sight("WEB050", f"“{words}” is not there without JavaScript.")
    addresses = {address for address, _ in now["links"]}
    for address, words in before.links:
        if address not in addresses:
            yield tab.sight("WEB051", f"The link “{words}” is not there without JavaScript.")
    for element, words in now["dead"]:
        yield tab.sight("WEB052", f"“{words}” is shown without JavaScript, and does nothing.", element)
    for element in now["mute"]:
        yield tab.sight("WEB053", "This player has no controls without JavaScript.", element)
