"""Text that stays small although the reader told the browser to make text larger (WCAG 1.4.4)."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.verdict import Sighting


def stubborn_text(tab: Tab) -> Iterator[Sighting]:
    """Compares with the sizes kept: text must have grown with the browser's own text size, nearly in proportion."""
    before = tab.memory.of(tab.path).sizes
    wanted = tab.state.text / 100 * 0.75  # headings may grow less, as fluid type does
    for element, (size, words) in tab.ask("text_size.js").items():
        if element in before and size < before[element] * wanted:
            yield tab.sight("WEB023", f"“{words}” does not grow with the browser's text size.", element)
