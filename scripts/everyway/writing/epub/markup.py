"""The shared HTML as a tree of XHTML, and back: elements have plain names, `epub:type` is an attribute like any other.

The HTML is well-formed but for its void elements, and markup in it is ours alone, so nothing is guessed or repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring, tostring

from markupsafe import Markup

TYPE = "epub:type"
SPACE = "http://www.idpf.org/2007/ops"

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_VOID = re.compile(r"<(br|hr|img)\b([^>]*?)/?>")
_EMPTY = re.compile(r"<(br|hr|img)\b([^>]*)></\1>")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse(markup: Markup) -> Element:
    """The elements of markup, or of what `inside` gave, inside one element `body`."""
    # In attribute values ">" is always escaped: a tag ends where it seems to. XML 1.0 has no control characters.
    words = _VOID.sub(r"<\1\2/>", _NO_XML.sub("", markup))
    body = fromstring(f'<body xmlns:epub="{SPACE}">{words}</body>')
    for element in body.iter():
        element.attrib.pop(_XML_LANGUAGE, None)
        if kind := element.attrib.pop(f"{{{SPACE}}}type", ""):
            element.set(TYPE, kind)
    return body


def inside(element: Element) -> Markup:
    """What stands inside an element, as XHTML; languages are said in XML's way too."""
    for inner in element.iter():
        if "lang" in inner.attrib:
            inner.set("xml:lang", inner.attrib["lang"])
    whole = _EMPTY.sub(r"<\1\2/>", tostring(element, encoding="unicode", short_empty_elements=False))
    return Markup(whole[whole.index(">") + 1 : whole.rindex("</")])


def classes(element: Element) -> frozenset[str]:
    """The element's classes."""
    return frozenset(element.get("class", "").split())


def with_class(element: Element, name: str) -> Iterator[Element]:
    """The element, and those in it, that have a class."""
    return (inner for inner in element.iter() if name in classes(inner))


def parents(element: Element) -> dict[Element, Element]:
    """The parent of every element inside."""
    return {child: parent for parent in element.iter() for child in parent}


def say(element: Element, kind: str, role: str = "") -> None:
    """Tell what an element is: its `epub:type` and, for those who listen, its ARIA role."""
    element.set(TYPE, " ".join(filter(None, (element.get(TYPE), kind))))
    if role:
        element.set("role", role)


def kinds(element: Element) -> frozenset[str]:
    """The words of an element's `epub:type`."""
    return frozenset(element.get(TYPE, "").split())
