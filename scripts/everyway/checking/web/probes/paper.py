"""How a page comes out on paper: all its words, dark on white, nothing cut off or printed over, no furniture."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.web.browser import Tab
from everyway.checking.web.verdict import Sighting

_FAULTS = {
    "missing": ("WEB070", "“{}” is not printed."),
    "wide": ("WEB070", "“{}” runs off the sheet."),
    "fixed": ("WEB071", "“{}” is printed over every sheet."),
    "furniture": ("WEB072", "“{}” is printed, and is of no use on paper."),
    "faint": ("WEB073", "“{}” is too faint on white paper."),
}


def lost_on_paper(tab: Tab) -> Iterator[Sighting]:
    """Looks at the page as the print style sheet shows it, as wide as a sheet of A4 between its margins.

    What holds a player, or nothing but links and their headings, may be left out.
    """
    found = tab.ask("print.js", tab.memory.of(tab.path).shown)
    for fault, (rule, message) in _FAULTS.items():
        for element, words in found[fault]:
            yield tab.sight(rule, message.format(words), element)
