"""HTML to what it tells its reader: elements in, words in order with their structure, language and links out.

It reads the tree that a browser would build (the HTML Standard's parser), not what the writer meant. How the site and
the print pages mark notes is the one thing it knows of them:

- `.note-call`, `.note-again`: the call of a note, its number as text; `.footnote` is call and note in one
- `ol.notes > li[value]`: the notes themselves; `.note-back` leads back from one
- `nav` and elements with a class of `furniture` are not part of the text
- `hidden` and `aria-hidden` elements are told to nobody
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from everyway.checking.account import HEADINGS, AccountBuilder, Context

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Resolve = Callable[[str], str]
"""What an `href` leads to, as accounts write targets (see `Context`)."""

_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
}  # fmt: skip
_SILENT = {"script", "style", "template", "noscript", "audio", "video", "object", "iframe", "hr", "head", "nav"}
_SCOPES = {"col": "TH/Column", "colgroup": "TH/Column", "row": "TH/Row", "rowgroup": "TH/Row"}
_ROLES = {"ul": "L", "menu": "L", "dl": "L", "li": "LI", "table": "Table", "caption": "Caption",
          "figcaption": "Caption", "td": "TD", "blockquote": "BlockQuote"}  # fmt: skip


def parse(markup: str) -> Element:
    """The tree of an HTML page as a browser builds it (the HTML Standard, section 13.2), without its comments.

    Every element has its plain name, those of drawings too.
    """
    from selectolax.lexbor import LexborHTMLParser

    html = LexborHTMLParser(markup).root
    if html is None:
        return Element("html")
    tree = Element(html.tag or "html", _attributes(html))
    waiting = [(html.first_child, tree)]
    while waiting:
        node, into = waiting.pop()
        last: Element | None = None
        while node is not None:
            if node.is_element_node:
                last = SubElement(into, node.tag or "", _attributes(node))
                waiting.append((node.first_child, last))
            elif node.is_text_node and last is None:
                into.text = (into.text or "") + (node.text_content or "")
            elif node.is_text_node and last is not None:
                last.tail = (last.tail or "") + (node.text_content or "")
            node = node.next
    return tree


def _attributes(node: LexborNode) -> dict[str, str]:
    return {name: value or "" for name, value in node.attributes.items()}


def classes(element: Element) -> frozenset[str]:
    """The element's classes."""
    return frozenset((element.get("class") or "").split())


def hidden(element: Element) -> bool:
    """Whether the element and all in it are told to nobody."""
    return "hidden" in element.attrib or element.get("aria-hidden") == "true"


def text_of(element: Element) -> str:
    """All text of an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else otherwise


def children(element: Element) -> Iterator[Element]:
    """The child elements, without comments."""
    return (child for child in element if isinstance(child.tag, str))


class HtmlTelling:
    """Goes through elements in order and tells a builder of them."""

    def __init__(
        self, builder: AccountBuilder, resolve: Resolve = str, furniture: frozenset[str] = frozenset()
    ) -> None:
        self._build = builder
        self._furniture = furniture
        self._resolve = resolve

    def element(self, element: Element) -> None:
        """Tell of an element and all in it (not of the text that follows it)."""
        if element.tag in _SILENT or hidden(element) or classes(element) & self._furniture:
            return
        context = self._build.context
        language = element.get("lang")
        if language is not None:
            context = replace(context, language=language)
        block = element.tag not in _INLINE
        if block:
            self._build.space()
        with self._build.within(context):
            self._kind(element)
        if block:
            self._build.space()

    def inside(self, element: Element) -> None:
        """Tell of what is in an element."""
        self._build.text(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self._build.text(child.tail or "")

    def _kind(self, element: Element) -> None:
        names = classes(element)
        tag = element.tag
        build = self._build
        if names & {"note-call", "note-again"}:
            build.call(text_of(element))
        elif "footnote" in names:
            self._footnote(element)
        elif "notes" in names and tag == "ol":
            for item in children(element):
                language = item.get("lang", build.context.language)
                with build.within(Context(language=language)), build.note(item.get("value", "")):
                    self.inside(item)
        elif "note-back" in names:
            return
        elif tag == "img":
            if element.get("alt") != "":
                build.picture(element.get("alt", ""))
        elif tag == "ol":
            self._numbered(element)
        elif tag == "dl":
            with build.inside("L"):
                self._definitions(element)
        elif tag.upper() in HEADINGS:
            with build.heading(int(tag[1]), identifier=element.get("id", "")):
                self.inside(element)
        elif tag == "a" and element.get("href") is not None:
            target = self._resolve(element.get("href", ""))
            with build.within(replace(build.context, target=target)), build.inside("Link"):
                self.inside(element)
        elif tag == "abbr":
            with build.within(replace(build.context, expansion=element.get("title", ""))):
                self.inside(element)
        else:
            self._plain(element)

    def _plain(self, element: Element) -> None:
        role = _ROLES.get(element.tag, "")
        if element.tag == "th":
            role = _SCOPES.get(element.get("scope", ""), "TH")
        if element.tag == "tr":
            self._build.count("TR")
        if role:
            with self._build.inside(role):
                self.inside(element)
        else:
            self.inside(element)

    def _numbered(self, element: Element) -> None:
        number = _number(element.get("start"), 1)
        with self._build.inside("L"):
            for item in children(element):
                number = _number(item.get("value"), number)
                with self._build.inside(f"LI/{number}"):
                    self._within_item(item)
                self._build.space()
                number += 1

    def _within_item(self, item: Element) -> None:
        language = item.get("lang", self._build.context.language)
        with self._build.within(replace(self._build.context, language=language)):
            self.inside(item)

    def _definitions(self, element: Element) -> None:
        """A `dl`: each term begins an item; `div` round term and meanings adds nothing."""
        item: Context = self._build.context.inside("LI")
        for part in children(element):
            if part.tag == "dt":
                self._build.count("LI")
                with self._build.within(item), self._build.inside("Term"):
                    self.element(part)
                self._build.space()
            elif part.tag == "dd":
                with self._build.within(item):
                    self.element(part)
            else:
                self._definitions(part)

    def _footnote(self, element: Element) -> None:
        number = str(self._build.counts["Note"] + 1)
        self._build.call(number)
        with self._build.note(number):
            self.inside(element)
