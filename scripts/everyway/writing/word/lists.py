"""Lists as Word keeps them: paragraphs that refer to one of the theme's kinds of list, each list counting for itself.

Pandoc gives every list a numbering of its own, and the further paragraphs of an item an invisible bullet, which a
screen reader may still announce. Here those have no number and keep only their depth (`ilvl`).
"""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from everyway.writing.word.names import every, make, parent, properties, put, value, w
from everyway.writing.word.text import END, MEANING

_PLACES = {"Callout": 2}
"""The first of the two kinds of list in each place, bullets and then numbers; in the text it is 0."""


class Lists:
    """The numbering of a document; `theirs` is pandoc's, `ours` the theme's, to which each list is added."""

    def __init__(self, theirs: bytes, ours: bytes) -> None:
        root = etree.fromstring(theirs)
        formats = {
            row.get(w("abstractNumId")): value(row, "lvl/numFmt") if value(row, "lvl/lvlText").strip() else ""
            for row in root.iter(w("abstractNum"))
        }
        self._kinds = {row.get(w("numId")): formats[value(row, "abstractNumId")] for row in root.iter(w("num"))}
        self._starts = {
            row.get(w("numId")): value(row, "lvlOverride/startOverride") or "1" for row in root.iter(w("num"))
        }
        self._ours = etree.fromstring(ours)
        self._numbers: dict[tuple[str, int], str] = {}

    def mend(self, root: Element) -> None:
        """Let every item of a part of the document refer to our kinds of list."""
        meanings = 0
        for element in list(root.iter(w("p"), etree.Comment)):
            if element.tag == w("p"):
                self._paragraph(element, meanings)
            else:
                meanings += {MEANING: 1, END: -1}.get((element.text or "").strip(), 0)
        self._indent_tables(root)

    def xml(self) -> bytes:
        """The numbering as a part of the document."""
        return bytes(etree.tostring(self._ours, xml_declaration=True, encoding="UTF-8", standalone=True))

    def _paragraph(self, paragraph: Element, meanings: int) -> None:
        """A paragraph that stands in as many meanings of words, each of which counts as a list round it."""
        listed = paragraph.find(f"{w('pPr')}/{w('numPr')}") is not None
        if not (listed or meanings) or parent(paragraph).tag == w("tc"):
            return
        theirs = value(paragraph, "pPr/numPr/numId")
        level = meanings - 1 + (int(value(paragraph, "pPr/numPr/ilvl")) + 1 if listed else 0)
        kind = self._kinds.get(theirs, "")
        if kind and value(paragraph, "pPr/pStyle") == "Compact" and len(paragraph) == 1:
            # An item that begins with a list has no words of its own, and no bullet.
            parent(paragraph).remove(paragraph)
            return
        place = self._place(paragraph)
        mended = make("numPr")
        mended.append(make("ilvl", val=level))
        if kind:
            mended.append(make("numId", val=self._number(theirs, place + (kind == "decimal"), level)))
        put(properties(paragraph), mended)
        if not kind:
            put(properties(paragraph), make("ind", left=self._left(place, level), firstLine=0))

    def _place(self, paragraph: Element) -> int:
        style = value(paragraph, "pPr/pStyle")
        return next((first for start, first in _PLACES.items() if style.startswith(start)), 0)

    def _number(self, theirs: str, kind: int, level: int) -> str:
        """The number of a list of our own for one of pandoc's."""
        known = self._numbers.get((theirs, kind))
        if known:
            return known
        number = str(len(self._numbers) + 1)
        self._numbers[theirs, kind] = number
        row = make("num", numId=number)
        row.append(make("abstractNumId", val=kind))
        again = make("lvlOverride", ilvl=level)
        again.append(make("startOverride", val=self._starts[theirs]))
        if kind % 2:
            row.append(again)
        self._ours.append(row)
        return number

    def _left(self, place: int, level: int) -> str:
        """How far the words of an item stand from the margin."""
        kind = self._ours.findall(w("abstractNum"))[place]
        indent = kind.findall(w("lvl"))[min(level, 8)].find(f"{w('pPr')}/{w('ind')}")
        return str(indent.get(w("left"))) if indent is not None else "0"

    def _indent_tables(self, root: Element) -> None:
        """A table in an item begins where the words of the item do."""
        for table in every(root, "tbl"):
            indent = table.find(f"{w('tblPr')}/{w('tblInd')}")
            if indent is not None:
                level = max(0, round(int(indent.get(w("w"), "0")) / 720) - 1)
                indent.set(w("w"), self._left(0, level))
