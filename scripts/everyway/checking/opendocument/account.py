"""An OpenDocument text to what it tells its reader, as a screen reader goes through it.

Paragraphs are measured as those of Word are (`word.account.as_word_says`): a paragraph is of one kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from everyway.checking.account import Account, AccountBuilder, Context
from everyway.checking.opendocument.package import DRAW, FO, STYLE, SVG, TABLE, TEXT, XLINK, Package

BODY = "everyway_text"
"""The section that holds the text, between what stands before it and after it."""

_CAPTIONS = ("Caption", "Table_20_Caption")


def odt_account(package: Package, targets: Mapping[str, str]) -> Account:
    """What the text tells; `targets` are addresses as accounts write them, by how the document writes them."""
    telling = _Telling(package, targets)
    body = body_of(package)
    if body is not None:
        telling.blocks(body)
    return telling.build.account()


def body_of(package: Package) -> Element | None:
    """The section of the text."""
    sections = package.content.iter(f"{TEXT}section")
    return next((section for section in sections if section.get(f"{TEXT}name") == BODY), None)


def language_of(package: Package) -> str:
    """The language of the document: that of words that name none."""
    for style in package.tree("styles.xml").iter(f"{STYLE}default-style"):
        if style.get(f"{STYLE}family") == "paragraph":
            return _language(style)
    return ""


def words_of(element: Element) -> str:
    """All words of an element, with single spaces, without those of notes."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (f"{TEXT}line-break", f"{TEXT}tab"):
            yield " "
        elif child.tag not in (f"{TEXT}note", f"{DRAW}frame"):
            yield from _texts(child)
        yield child.tail or ""


def _language(style: Element) -> str:
    words = style.find(f"{STYLE}text-properties")
    if words is None or words.get(f"{FO}language") is None:
        return ""
    country = words.get(f"{FO}country", "none")
    return words.get(f"{FO}language", "") + (f"-{country}" if country != "none" else "")


class _Telling:
    def __init__(self, package: Package, targets: Mapping[str, str]) -> None:
        self.build = AccountBuilder()
        self._targets = targets
        self._language = language_of(package)
        self._styles = package.styles()
        self._kinds = dict(_kinds_of_lists(package))
        self._counted: dict[str, int] = {}
        self._items: tuple[str, ...] = ()
        self._list = ""
        self._notes = 0
        self._calls = frozenset(_names_of_notes(package))

    # Blocks

    def blocks(self, parent: Element) -> None:
        for element in parent:
            if element.tag == f"{TEXT}list":
                self.list(element)
            elif element.tag == f"{TABLE}table":
                self.table(element)
            elif element.tag in (f"{TEXT}p", f"{TEXT}h"):
                self.paragraph(element)
            elif element.tag == f"{TEXT}section":
                self.blocks(element)

    def paragraph(self, paragraph: Element) -> None:
        build, style = self.build, self._base(paragraph.get(f"{TEXT}style-name", ""))
        before = build.context
        build.space()
        build.context = Context(language=self._language)
        if paragraph.tag == f"{TEXT}h":
            with build.heading(int(paragraph.get(f"{TEXT}outline-level", "1"))):
                self.inside(paragraph)
        elif style in _CAPTIONS:
            with build.inside("Caption"):
                self.inside(paragraph)
        else:
            build.context = Context(before.roles or self._roles(style), self._language)
            self.inside(paragraph)
        build.space()
        build.context = before

    def _roles(self, style: str) -> tuple[str, ...]:
        if style == "Definition_20_Term":
            self.build.count("LI")
            return ("Term",)
        if self._items:
            return (*("LI",) * (len(self._items) - 1), self._items[-1])
        return ("BlockQuote",) if style == "Quotations" else ()

    def _base(self, style: str) -> str:
        """The style of the theme that a style of the text's own differs from."""
        row = self._styles.get(style)
        parent = row.get(f"{STYLE}parent-style-name", "") if row is not None else ""
        own = row is not None and row.get(f"{STYLE}display-name") is None
        return parent if own and parent else style

    def list(self, element: Element) -> None:
        name = element.get(f"{TEXT}style-name")
        before, self._list = (self._items, self._list), name or self._list
        kind = self._kinds.get(self._list, "")
        identifier = element.get("{http://www.w3.org/XML/1998/namespace}id") or str(id(element))
        identifier = element.get(f"{TEXT}continue-list") or identifier
        for child in element:
            if child.tag == f"{TEXT}list-item":
                start = child.get(f"{TEXT}start-value")
                count = int(start) if start else self._counted.get(identifier, 0) + 1
                self._counted[identifier] = count
                if kind != "meaning":
                    self.build.count("LI")
            role = f"LI/{self._counted.get(identifier, 1)}" if kind == "number" else "LI"
            self._items = (*before[0], role)
            self.blocks(child)
        self._items, self._list = before

    def table(self, table: Element) -> None:
        build = self.build
        build.count("Table")
        first = table.find(f"{TABLE}table-header-columns") is not None
        for row, heads in _rows(table):
            build.count("TR")
            for at, cell in enumerate(row.findall(f"{TABLE}table-cell")):
                role = "TH/Column" if heads else "TH/Row" if first and at == 0 else "TD"
                before, build.context = build.context, Context(language=self._language)
                with build.inside(role):
                    self.blocks(cell)
                build.context = before

    # Words

    def inside(self, element: Element) -> None:
        self.build.text(element.text or "")
        for child in element:
            self._inline(child)
            self.build.text(child.tail or "")

    def _inline(self, element: Element) -> None:
        build = self.build
        if element.tag in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
            build.space()
        elif element.tag == f"{TEXT}note":
            self.note(element)
        elif element.tag == f"{TEXT}a":
            self.link(element)
        elif element.tag == f"{DRAW}frame":
            title = element.findtext(f"{SVG}title", "")
            if title:
                build.picture(title)
        elif element.tag == f"{TEXT}span":
            style = self._styles.get(element.get(f"{TEXT}style-name", ""))
            told = _language(style) if style is not None else ""
            with build.within(replace(build.context, language=told or build.context.language)):
                self.inside(element)

    def link(self, link: Element) -> None:
        written = link.get(f"{XLINK}href", "").removeprefix("../")
        if written.removeprefix("#") in self._calls:
            self.build.call(words_of(link))
            return
        target = self._targets.get(written, written)
        with self.build.within(replace(self.build.context, target=target)), self.build.inside("Link"):
            self.inside(link)

    def note(self, note: Element) -> None:
        citation = note.find(f"{TEXT}note-citation")
        label = citation.get(f"{TEXT}label") if citation is not None else None
        if label is None:
            self._notes += 1
        number = label or str(self._notes)
        self.build.call(number)
        before, self._items = self._items, ()
        for own, part in self._parts(note, number):
            with self.build.note(own):
                self.blocks(part)
        self._items = before

    def _parts(self, note: Element, number: str) -> Iterator[tuple[str, Element]]:
        """A note, and those that only it calls: each of these begins with its typed number."""
        parts = [(number, Element("note"))]
        for element in next(note.iter(f"{TEXT}note-body"), ()):
            typed = next((child for child in element if child.get(f"{TEXT}style-name") == "Note_20_Number"), None)
            if typed is not None:
                parts.append((words_of(typed), Element("note")))
                element = _without(element, typed)
            parts[-1][1].append(element)
        return iter(parts)


def _without(element: Element, child: Element) -> Element:
    """A paragraph without one of its pieces."""
    own = Element(element.tag, element.attrib)
    own.text = child.tail
    own.extend(other for other in element if other is not child and other.tag != f"{TEXT}bookmark")
    return own


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for element in table:
        if element.tag == f"{TABLE}table-header-rows":
            yield from ((row, True) for row in element.findall(f"{TABLE}table-row"))
        elif element.tag == f"{TABLE}table-row":
            yield element, False


def _kinds_of_lists(package: Package) -> Iterator[tuple[str, str]]:
    for style in package.tree("styles.xml").iter(f"{TEXT}list-style"):
        level = next(iter(style), Element("none"))
        number = level.tag == f"{TEXT}list-level-style-number"
        kind = "bullet" if not number else "number" if level.get(f"{STYLE}num-format") else "meaning"
        yield style.get(f"{STYLE}name", ""), kind


def _names_of_notes(package: Package) -> Iterator[str]:
    """The bookmarks just before a note or before the typed number of one."""
    for parent in package.content.iter():
        mark = ""
        for child in parent:
            if child.tag == f"{TEXT}bookmark":
                mark = child.get(f"{TEXT}name", "")
            elif child.tag == f"{TEXT}note" or child.get(f"{TEXT}style-name") == "Note_20_Number":
                yield mark
