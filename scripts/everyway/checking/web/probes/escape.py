"""What opens over the page closes again with Escape, and the focus goes back to what opened it."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.verdict import Sighting


def stays_open(tab: Tab) -> Iterator[Sighting]:
    """Opens each disclosure, menu, popover and dialog by keyboard; those that lie over the page must obey Escape."""
    openers: list[list[str]] = tab.ask("openers.js", None)
    for index, (element, words) in enumerate(openers):
        tab.ask("openers.js", index)
        tab.page.keyboard.press("Enter")
        if not tab.ask("is_open.js"):
            continue
        tab.page.keyboard.press("Tab")
        tab.page.keyboard.press("Escape")
        if tab.ask("is_open.js"):
            yield tab.sight("WEB015", f"Escape does not close what “{words}” opens.", element)
            tab.open(tab.path)
            tab.ask("openers.js", None)
        elif not tab.page.evaluate("document.activeElement === window.everywayOpener"):
            yield tab.sight("WEB015", f"After Escape the focus does not go back to “{words}”.", element)
