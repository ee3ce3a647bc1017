"""Names of WordprocessingML's elements and attributes, and how elements are made, found and put in order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"

_IN_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
"""The order that the schema asks of a paragraph's properties (ISO/IEC 29500-1, CT_PPrBase)."""

IN_RUN = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz",
    "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
"""The order that it asks of the properties of words (EG_RPrBase)."""


def w(name: str) -> str:
    """The name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def make(name: str, **attributes: object) -> Element:
    """An element with its attributes."""
    return etree.Element(w(name), {w(key): str(value) for key, value in attributes.items()})


def value(element: Element, path: str) -> str:
    """The `w:val` of the first element at a path ("pPr/pStyle"); nothing where there is none."""
    found = element.find("/".join(w(step) for step in path.split("/")))
    return "" if found is None else str(found.get(w("val"), ""))


def part(element: Element, path: str) -> Element:
    """The first element of WordprocessingML at a path that is always there."""
    found = element.find("/".join(w(step) for step in path.split("/")))
    assert found is not None, path
    return found


def parent(element: Element) -> Element:
    """What an element stands in; never asked of the outermost."""
    found = element.getparent()
    assert found is not None
    return found


def properties(paragraph: Element) -> Element:
    """The properties of a paragraph, made where it has none."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = make("pPr")
        paragraph.insert(0, found)
    return found


def put(held: Element, child: Element) -> None:
    """Put a property of a paragraph into its place, instead of the one that it has."""
    for old in held.findall(child.tag):
        held.remove(old)
    name = etree.QName(child).localname
    after = _IN_PARAGRAPH[_IN_PARAGRAPH.index(name) + 1 :]
    at = next((index for index, other in enumerate(held) if etree.QName(other).localname in after), len(held))
    held.insert(at, child)


def every(root: Element, name: str, namespace: str = W) -> Iterator[Element]:
    """Every element of that name, in order; what is done to them meanwhile does not matter."""
    return iter(list(root.iter(f"{{{namespace}}}{name}")))
