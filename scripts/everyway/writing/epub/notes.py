"""Notes as pop-ups: each stands as an aside behind the block that calls it, and its call and it lead to one another.

Reading systems open such a note over the page; those that do not show it where it stands, which is where it is heard.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from everyway.writing.epub.markup import classes, parents, say, with_class

_BLOCKS = frozenset({"blockquote", "div", "dl", "figure", "hr", "ol", "p", "pre", "table", "ul"})


def pop_up(body: Element, notes: Element) -> None:
    """Put the notes of a list (`HtmlWriter.notes_list`) behind the blocks that call them."""
    for link in [link for call in with_class(body, "note-call") for link in call.iter("a")]:
        say(link, "noteref", "doc-noteref")
    for item in [item for item in notes.iter("li") if item.get("value")]:
        _put_behind_call(body, f"{item.get('id')}-call", _aside(item))


def _put_behind_call(body: Element, call: str, aside: Element) -> None:
    """Put a note behind the outermost block of the section that calls it, and behind notes that are there already."""
    above = parents(body)
    block = next((link for link in body.iter("a") if link.get("id") == call), body[-1][-1])
    while above[block].tag not in ("section", "body"):
        block = above[block]
    holder = above[block]
    place = list(holder).index(block) + 1
    while place < len(holder) and is_note(holder[place]):
        place += 1
    aside.tail = "\n"
    holder.insert(place, aside)


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
    mark.tail = "\n"
    _move_words(item, aside)
    return aside


def _move_words(item: Element, aside: Element) -> None:
    words = Element("p")
    words.text = item.text
    first = next((place for place, child in enumerate(item) if child.tag in _BLOCKS), len(item))
    words.extend(list(item)[:first])
    if len(words) or (words.text or "").strip():
        words.tail = "\n"
        if len(words) and words[-1].tail:
            words[-1].tail = words[-1].tail.rstrip()
        aside.append(words)
    aside.extend(list(item)[first:])


def is_note(element: Element) -> bool:
    """Whether an element is a note."""
    return element.tag == "aside" and "note" in classes(element)
