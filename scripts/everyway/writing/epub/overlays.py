"""What is said while which words are shown: Media Overlays (EPUB 3.3, section 9), one file for each page of the book.

Sentences follow one another as they are said. What can be left (a table, a list, a note) is a sequence of its own, so
that a listener can escape from it; pages and notes are named, so that a listener can pass over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup

from everyway.writing.epub.markup import TYPE, inside, parents
from everyway.writing.epub.page import Page
from everyway.writing.epub.spoken import Spoken

ACTIVE = "-epub-media-overlay-active"
"""The class of the words that are being said."""

_GROUPS: Mapping[str, str] = {
    "section": "",
    "table": "table",
    "tr": "table-row",
    "ul": "list",
    "ol": "list",
    "dl": "list",
    "li": "list-item",
    "figure": "figure",
    "aside": "footnote",
}
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Overlay:
    """The overlay of a page, and how long it is."""

    body: Markup
    milliseconds: int


def overlay(said: Sequence[Spoken], page: Page, sound: str) -> Overlay:
    """The overlay of a page, whose sound has this name; groups of the page get ids where they have none."""
    whole = Element("body")
    above = parents(page.body)
    open_groups: list[tuple[Element, Element]] = [(page.body, whole)]
    for number, each in enumerate(said, start=1):
        groups = list(_groups(each.element, above))[::-1]
        same = 0
        while same < min(len(groups), len(open_groups) - 1) and groups[same] is open_groups[same + 1][0]:
            same += 1
        del open_groups[same + 1 :]
        for group in groups[same:]:
            if not group.get("id"):
                group.set("id", page.ids.take(group.tag))
            row = SubElement(open_groups[-1][1], "seq", _kind(_GROUPS[group.tag]))
            row.set("epub:textref", f"{page.file}#{group.get('id')}")
            open_groups.append((group, row))
        par = SubElement(open_groups[-1][1], "par", {"id": f"par-{number}", **_kind(_kind_of(each.element, above))})
        SubElement(par, "text", {"src": f"{page.file}#{each.element.get('id')}"})
        SubElement(par, "audio", {"src": sound, "clipBegin": clock(each.begin), "clipEnd": clock(each.end)})
        par.tail = "\n"
    return Overlay(inside(whole), sum(each.end - each.begin for each in said))


def clock(milliseconds: int) -> str:
    """A time as SMIL writes it: hours, minutes and seconds with three places."""
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def _groups(element: Element, above: Mapping[Element, Element]) -> Iterator[Element]:
    """What an element stands in that a listener can leave, innermost first."""
    while (element := above[element]) in above:
        if element.tag in _GROUPS:
            yield element


def _kind_of(element: Element, above: Mapping[Element, Element]) -> str:
    in_cell = {element.tag, above[element].tag} & _CELLS
    return element.get(TYPE, "") or ("table-cell" if in_cell else "")


def _kind(name: str) -> dict[str, str]:
    return {TYPE: name} if name else {}
