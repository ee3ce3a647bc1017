"""What pandoc leaves out of a Word document, put right in its XML: parts of the package in, the whole package out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element as Element

from everyway.writing.html import RIGHT_TO_LEFT
from everyway.writing.word.lists import Lists
from everyway.writing.word.names import (
    DECORATIVE,
    DECORATIVE_URI,
    IN_RUN,
    PIC,
    WP,
    A,
    every,
    make,
    parent,
    part,
    properties,
    put,
    value,
    w,
)
from everyway.writing.word.package import content_types, pack, relations
from everyway.writing.word.reference import MARGIN, PARTS, Look
from everyway.writing.word.spacing import space_out
from everyway.writing.word.text import FIRST, NOTE, PAGE, RULE, TOGETHER

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_MM = 1440 / 25.4


def mended(made: bytes, theme: Mapping[str, str], look: Look, pictures: Mapping[bytes, bytes]) -> bytes:
    """The document that pandoc made, whole, with the parts of the theme, and the pictures that others stood in for."""
    with ZipFile(io.BytesIO(made)) as package:
        held = {name: package.read(name) for name in package.namelist()}
    document = etree.fromstring(held["word/document.xml"])
    notes = etree.fromstring(held["word/footnotes.xml"])
    lists = Lists(held["word/numbering.xml"], theme["word/numbering.xml"].encode())
    for root in (document, notes):
        lists.mend(root)
        _markers(root, look.line)
        _order(root)
        _languages(root)
        _tables(root)
        space_out(root, look.size * 20)
    _pictures(document, notes)
    _bookmarks(document, notes)
    _numbers(document, notes)
    _sheet(document)
    written = {
        "word/document.xml": _xml(document),
        **{name: text.encode() for name, text in theme.items() if name != "word/numbering.xml"},
        "word/numbering.xml": lists.xml(),
        "word/footnotes.xml": _xml(notes),
    }
    media = {
        name: pictures.get(content, content) for name, content in sorted(held.items()) if name.startswith("word/media/")
    }
    links = {
        "word/_rels/document.xml.rels": relations((*PARTS, "footnotes"), "".join(_links(held))),
        "word/_rels/footnotes.xml.rels": relations((), "".join(_links(held, notes))),
    }
    return pack({"[Content_Types].xml": content_types(written), **written, **links, **media}, "word/document.xml", True)


def _xml(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _links(held: Mapping[str, bytes], notes: Element | None = None) -> Iterator[str]:
    """The links and pictures that pandoc refers to in the document, or in its notes.

    Pandoc forgets the pictures of notes there: they stand among those of the document.
    """
    named = None
    if notes is not None:
        named = {name for element in notes.iter() for key, name in element.attrib.items() if f"{{{_R}}}" in str(key)}
    rows: dict[str, str] = {}
    for part_of in ("footnotes", "document") if notes is not None else ("document",):
        for row in etree.fromstring(held[f"word/_rels/{part_of}.xml.rels"]):
            name, kind = str(row.get("Id")), str(row.get("Type"))
            if kind.endswith(("/hyperlink", "/image")) and (named is None or name in named):
                rows.setdefault(name, etree.tostring(row, encoding="unicode"))
    yield from rows.values()


# Markers


def _markers(root: Element, colour: str) -> None:
    """Do what the comments among the blocks say, and take them away."""
    for comment in list(root.iter(etree.Comment)):
        asked = (comment.text or "").strip()
        if asked.startswith(NOTE):
            continue
        after, before = comment.getnext(), comment.getprevious()
        if asked == TOGETHER:
            _together(before)
        while after is not None and after.tag not in (w("p"), w("tbl")):
            after = after.getnext()
        if asked == FIRST and after is not None and after.tag == w("tbl"):
            look = part(after, "tblPr/tblLook")
            look.set(w("firstColumn"), "1")
            look.set(w("val"), "00A0")
        if after is not None and after.tag == w("p"):
            if asked == PAGE:
                put(properties(after), make("pageBreakBefore"))
            elif asked == RULE:
                border = make("pBdr")
                border.append(make("top", val="single", sz=12, space=12, color=colour))
                put(properties(after), border)
        parent(comment).remove(comment)


def _together(last: Element | None) -> None:
    """Keep the statement that ends here on one page, its picture with all its words."""
    paragraph = last
    while paragraph is not None and paragraph.find(f".//{w('drawing')}") is None:
        paragraph = paragraph.getprevious()
        if paragraph is not None and paragraph.tag == w("p"):
            put(properties(paragraph), make("keepNext"))


def _order(root: Element) -> None:
    """Put the properties of words into the order that the schema asks for."""
    for held in every(root, "rPr"):
        once = {child.tag: child for child in held}
        held[:] = sorted(once.values(), key=lambda child: IN_RUN.index(etree.QName(child).localname))


# Languages


def _languages(root: Element) -> None:
    """Word asks for a language by kind of script: one of three attributes counts."""
    for element in every(root, "lang"):
        language = element.get(w("val"))
        main = (language or "").split("-")[0].lower()
        if language and main in RIGHT_TO_LEFT:
            element.set(w("bidi"), language)
        elif language and main in _EAST_ASIAN:
            element.set(w("eastAsia"), language)


# Tables


def _tables(root: Element) -> None:
    for table in every(root, "tbl"):
        held = part(table, "tblPr")
        _table_properties(table, held)
        first = part(held, "tblLook").get(w("firstColumn")) == "1"
        for number, row in enumerate(table.findall(w("tr"))):
            own = row.find(w("trPr"))
            if own is None:
                own = make("trPr")
                row.insert(0, own)
            own.insert(0, make("cantSplit"))
            for at, cell in enumerate(row.findall(w("tc"))):
                _cell(cell, "TableHeading" if number == 0 else "TableRowHeading" if first and at == 0 else "TableText")


def _table_properties(table: Element, held: Element) -> None:
    """The width of the text, and the caption above it as its name."""
    part(held, "tblStyle").set(w("val"), "Table")
    width = part(held, "tblW")
    if held.find(w("tblInd")) is None:
        width.set(w("type"), "pct")
        width.set(w("w"), "5000")
    above = table.getprevious()
    for old in held.findall(w("tblCaption")):
        held.remove(old)
    if above is not None and value(above, "pPr/pStyle") == "Caption":
        held.append(make("tblCaption", val="".join(words.text or "" for words in above.iter(w("t")))))
        put(properties(above), make("keepNext"))


def _cell(cell: Element, style: str) -> None:
    for paragraph in cell.findall(w("p")):
        own = make("pStyle", val=style)
        put(properties(paragraph), own)


# Pictures and names


def _pictures(*roots: Element) -> None:
    """Number the pictures, and mark those that say nothing as decoration."""
    number = 0
    for root in roots:
        for drawing in every(root, "inline", WP):
            number += 1
            words = next(drawing.iter(f"{{{WP}}}docPr"))
            inner = next(drawing.iter(f"{{{PIC}}}cNvPr"))
            for element in (words, inner):
                element.set("id", str(number))
                element.set("name", f"Picture {number}")
                if "title" in element.attrib:
                    del element.attrib["title"]
            inner.set("descr", words.get("descr") or "")
            if not words.get("descr"):
                words.append(_decoration())


def _decoration() -> Element:
    held = etree.Element(f"{{{A}}}extLst", nsmap={"a": A})
    row = etree.SubElement(held, f"{{{A}}}ext", {"uri": DECORATIVE_URI})
    etree.SubElement(row, f"{{{DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": DECORATIVE})
    return held


def _bookmarks(*roots: Element) -> None:
    """Count the bookmarks anew, so that no two have the same id."""
    numbers: dict[str, str] = {}
    for root in roots:
        for element in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
            theirs = element.get(w("id"), "")
            element.set(w("id"), numbers.setdefault(theirs, str(len(numbers) + 1)))


def _numbers(document: Element, notes: Element) -> None:
    """Let each note have its number: where Word would count to another one, the number is typed."""
    counted = 0
    own = {note.get(w("id")): note for note in notes}
    for comment in list(document.iter(etree.Comment)):
        number = int((comment.text or "").removeprefix(NOTE))
        run = comment.getprevious()
        assert run is not None
        call = part(run, "footnoteReference")
        parent(comment).remove(comment)
        if number == counted + 1:
            counted = number
            continue
        call.set(w("customMarkFollows"), "1")
        typed = make("t")
        typed.text = str(number)
        call.addnext(typed)
        mark = next(own[call.get(w("id"))].iter(w("footnoteRef")))
        again = make("t")
        again.text = str(number)
        parent(mark).replace(mark, again)


# The sheet


def _sheet(document: Element) -> None:
    """A4 with wide margins, and the number of each page at its foot."""
    body = part(document, "body")
    for old in body.findall(w("sectPr")):
        body.remove(old)
    sheet = make("sectPr")
    footer = make("footerReference", type="default")
    footer.set(f"{{{_R}}}id", "own-footer1")
    margin = round(MARGIN * _MM)
    sheet.extend(
        [
            footer,
            make("pgSz", w=11906, h=16838),
            make("pgMar", top=margin, right=margin, bottom=margin, left=margin, header=708, footer=708, gutter=0),
        ]
    )
    body.append(sheet)
