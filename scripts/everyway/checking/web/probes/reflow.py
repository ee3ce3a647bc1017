"""Text that is lost when there is little room: at 320 CSS pixels, at 200 %, with wide spacing, in the largest text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from everyway.checking.web.browser import Tab
from everyway.checking.web.verdict import Sighting

_KINDS: Mapping[str, tuple[str, str]] = {
    "sideways": ("WEB020", "The page scrolls sideways: “{}” sticks out."),
    "scroller": ("WEB020", "“{}” can only be read by scrolling sideways."),
    "cut": ("WEB021", "“{}” is cut off."),
    "covered": ("WEB022", "“{}” lie on each other."),
}


def lost_text(tab: Tab) -> Iterator[Sighting]:
    """Sideways scrolling (WCAG 1.4.10), text cut off or overlaid (WCAG 1.4.4, 1.4.12)."""
    for kind, element, words in tab.ask("reflow.js"):
        rule, message = _KINDS[kind]
        yield tab.sight(rule, message.format(words), element)
