"""Notes as pop-ups: each stands as an aside behind the block that calls it, and its call and it lead to one another.

Reading systems open such a note over the page; those that do not show it where it stands, which is where it is heard.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from everyway.writing.epub.markup import classes, parents, say, with_class

_BLOCKS = frozenset({"blockquote", "div", "dl", "figure", "hr", "ol", "p", "pre", "table", "ul"})


def pop_up(body: Element, notes: Element) -> None:
    """Put the notes of a list (`HtmlWriter.notes_list`) behind the blocks that call them."""
    for call in (*with_class(body, "note-call"), *with_class(notes, "note-call")):
        for link in call.iter("a"):
            say(link, "noteref", "doc-noteref")
    callers: dict[Element, Element] = {}
    for item in [item for item in notes.iter("li") if item.get("value")]:
        aside = _aside(item)
        block, holder = _caller(body, f"{item.get('id')}-call")
        place = list(holder).index(block) + 1
        while place < len(holder) and _belongs_to(holder[place], block, callers):
            place += 1
        callers[aside] = block
        aside.tail = "\n"
        holder.insert(place, aside)


def _caller(body: Element, call: str) -> tuple[Element, Element]:
    """The outermost block of a section (or of a part's opening) that holds a call, and what the block stands in."""
    above = parents(body)
    block = next((link for link in body.iter("a") if link.get("id") == call), body[-1][-1])
    while above[block].tag not in ("section", "body") and "opening" not in classes(above[block]):
        block = above[block]
    return block, above[block]


def _belongs_to(element: Element, block: Element, callers: Mapping[Element, Element]) -> bool:
    """Whether an element is a note that a block calls, by itself or in another of its notes."""
    while element in callers:
        element = callers[element]
        if element is block:
            return True
    return False


def _aside(item: Element) -> Element:
    """An item of the list as an aside: what had no paragraph of its own gets one."""
    number = item.get("value", "")
    aside = Element("aside", {key: value for key, value in item.attrib.items() if key != "value"})
    aside.set("class", "note")
    say(aside, "footnote", "doc-footnote")
    back = next(link for link in with_class(item, "note-back"))
    item.remove(back)
    back.text, back.tail = number, None
    say(back, "backlink", "doc-backlink")
    mark = SubElement(aside, "p", {"class": "note-number"})
    mark.append(back)
    _move_words(item, aside)
    return aside


def _move_words(item: Element, aside: Element) -> None:
    """What an item holds into its aside: words before its blocks as a paragraph, then the blocks."""
    first = next((place for place, child in enumerate(item) if child.tag in _BLOCKS), len(item))
    words = Element("p")
    words.text = item.text
    words.extend(list(item)[:first])
    if len(words):
        words[-1].tail = (words[-1].tail or "").rstrip()
    else:
        words.text = (words.text or "").rstrip()
    if len(words) or words.text:
        aside.append(words)
    aside.extend(list(item)[first:])
    for block in aside:
        block.tail = "\n"


def is_note(element: Element) -> bool:
    """Whether an element is a note."""
    return element.tag == "aside" and "note" in classes(element)
