"""A Word document to what it tells its reader, paragraph by paragraph, as a screen reader goes through it.

Word has no lists, only paragraphs with a number and a depth; no quotation inside an item; no table inside anything. So
both sides are measured by what a paragraph of Word can be (`as_word_says`): the kind of paragraph, or the item that it
belongs to and how deep that stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from xml.etree.ElementTree import Element

from everyway.checking.account import HEADINGS, Account, AccountBuilder, Context, Word
from everyway.checking.word.package import DOCUMENT, NOTES, WP, Package, R, W

BODY = "everyway_text"
"""The bookmark that holds the text, between what stands before it and after it."""

_CELLS = ("TH/Column", "TH/Row", "TH", "TD")
_KEPT = (*HEADINGS, "LI", "Table", "TR", "TH", "TH/Column", "TH/Row", "TD", "Caption", "Link", "Figure", "Note")


def as_word_says(account: Account) -> Account:
    """An account of the text without what Word cannot say: lists in lists of terms, expansions, quotations in items."""
    counts = account.counts.copy()
    for role in set(counts) - set(_KEPT):
        del counts[role]
    main, notes = (tuple(map(_word, words)) for words in (account.main, account.notes))
    return replace(account, main=main, notes=notes, counts=counts)


def _word(word: Word) -> Word:
    return Word(word.kind, tuple((text, _context(context)) for text, context in word.parts), word.where, word.page)


@lru_cache(maxsize=1024)
def _context(context: Context) -> Context:
    roles = tuple(role for role in context.roles if role != "Link")
    link = ("Link",) * (len(roles) < len(context.roles))
    return replace(context, roles=(*_kind(roles), *link), expansion="")


def _kind(roles: tuple[str, ...]) -> tuple[str, ...]:
    for role in (*_CELLS, "Caption", *HEADINGS, "Term"):
        if role in roles:
            return (role,)
    items = [role for role in roles if role.partition("/")[0] == "LI"]
    if items:
        return (*("LI",) * (len(items) - 1), items[-1])
    return ("BlockQuote",) if "BlockQuote" in roles else ()


def word_account(package: Package, targets: Mapping[str, str]) -> Account:
    """What the text of a document tells; `targets` are addresses as accounts write them, by how Word writes them."""
    telling = _Telling(package, targets)
    for element in body_of(package):
        telling.block(element)
    return telling.build.account()


def body_of(package: Package) -> Iterator[Element]:
    """The blocks of the text, with the bookmarks among them."""
    inside, identifier = False, None
    body = package.tree(DOCUMENT).find(f"{W}body")
    for element in body if body is not None else ():
        if element.tag == f"{W}bookmarkStart" and element.get(f"{W}name") == BODY:
            inside, identifier = True, element.get(f"{W}id")
        elif element.tag == f"{W}bookmarkEnd" and inside and element.get(f"{W}id") == identifier:
            return
        elif inside:
            yield element


def value(element: Element, *path: str) -> str:
    """The `w:val` at the end of a path of elements; nothing where there is none."""
    found = element.find("/".join(f"{W}{step}" for step in path))
    return "" if found is None else found.get(f"{W}val", "")


def style_names(package: Package) -> dict[str, str]:
    """The names of the styles by their ids, in small letters."""
    rows = package.tree("word/styles.xml").iter(f"{W}style")
    return {row.get(f"{W}styleId", ""): value(row, "name").casefold() for row in rows}


def language_of(package: Package) -> str:
    """The language of the document: that of words that name none."""
    found = package.tree("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return "" if found is None else found.get(f"{W}val", "")


@dataclass
class _Numbering:
    """How items are numbered: the kinds of list by their number, and how far each has counted."""

    kinds: dict[str, tuple[str, int]] = field(default_factory=dict)
    counted: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package) -> _Numbering:
        tree = package.tree("word/numbering.xml")
        formats = {row.get(f"{W}abstractNumId"): value(row, "lvl", "numFmt") for row in tree.iter(f"{W}abstractNum")}
        rows = tree.iter(f"{W}num")
        return cls(
            {
                row.get(f"{W}numId", ""): (
                    formats.get(value(row, "abstractNumId"), ""),
                    int(value(row, "lvlOverride", "startOverride") or 1),
                )
                for row in rows
            }
        )

    def item(self, number: str, level: int) -> str:
        """The role of the next item of a list at a level: "LI", or "LI/3" for one numbered 3."""
        kind, start = self.kinds.get(number, ("", 1))
        if kind != "decimal":
            return "LI"
        count = self.counted.get((number, level), start - 1) + 1
        self.counted[number, level] = count
        return f"LI/{count}"


class _Telling:
    def __init__(self, package: Package, targets: Mapping[str, str]) -> None:
        self.build = AccountBuilder()
        self._package = package
        self._targets = targets
        self._styles = style_names(package)
        self._language = language_of(package)
        self._numbering = _Numbering.of(package)
        self._notes = {note.get(f"{W}id"): note for note in package.tree(NOTES).iter(f"{W}footnote")}
        self._part = DOCUMENT
        self._items: list[str] = []
        self._counted = 0
        self._calls = _names_of_notes(package)

    # Blocks

    def block(self, element: Element) -> None:
        if element.tag == f"{W}p":
            self.paragraph(element)
        elif element.tag == f"{W}tbl":
            self.table(element)

    def paragraph(self, paragraph: Element) -> None:
        build, style = self.build, self._styles.get(value(paragraph, "pPr", "pStyle"), "")
        before = build.context
        build.space()
        build.context = Context(language=self._language)
        if style.startswith("heading "):
            with build.heading(int(style[8:])):
                self.inside(paragraph)
        elif style == "caption":
            with build.inside("Caption"):
                self.inside(paragraph)
        else:
            build.context = Context(before.roles or self._roles(paragraph, style), self._language)
            self.inside(paragraph)
        build.space()
        build.context = before

    def _roles(self, paragraph: Element, style: str) -> tuple[str, ...]:
        """The items that a paragraph belongs to; a term begins one, and its meaning goes on with it."""
        listed = paragraph.find(f"{W}pPr/{W}numPr") is not None
        depth = int(value(paragraph, "pPr", "numPr", "ilvl") or 0) + 1 if listed else 0
        number = value(paragraph, "pPr", "numPr", "numId")
        if number and number != "0":
            self._items[depth - 1 :] = [self._numbering.item(number, depth - 1)]
            self.build.count("LI")
        if style == "definition term":
            self._items[depth:] = ["LI"]
            self.build.count("LI")
            return ("Term",)
        if depth:
            items = (*self._items[:depth], *("LI",) * depth)[:depth]
            return (*("LI",) * (depth - 1), items[-1])
        return ("BlockQuote",) if style == "quote" else ()

    def table(self, table: Element) -> None:
        build = self.build
        look = table.find(f"{W}tblPr/{W}tblLook")
        first = look is not None and look.get(f"{W}firstColumn") == "1"
        build.count("Table")
        for row in table.findall(f"{W}tr"):
            build.count("TR")
            heads = row.find(f"{W}trPr/{W}tblHeader") is not None
            for at, cell in enumerate(row.findall(f"{W}tc")):
                role = "TH/Column" if heads else "TH/Row" if first and at == 0 else "TD"
                before, build.context = build.context, Context(language=self._language)
                with build.inside(role):
                    for paragraph in cell.findall(f"{W}p"):
                        self.paragraph(paragraph)
                build.context = before

    # Words

    def inside(self, element: Element) -> None:
        for child in element:
            if child.tag == f"{W}r":
                self.run(child)
            elif child.tag == f"{W}hyperlink":
                self.link(child)
            elif child.tag in (f"{W}fldSimple", f"{W}smartTag", f"{W}ins"):
                self.inside(child)

    def link(self, link: Element) -> None:
        anchor = link.get(f"{W}anchor", "")
        if anchor in self._calls:
            self.build.call("".join(link.itertext()))
            return
        row = self._package.relations.get(self._part, {}).get(link.get(f"{R}id", ""))
        written = f"#{anchor}" if anchor else row.target if row else ""
        target = self._targets.get(written, written)
        with self.build.within(replace(self.build.context, target=target)), self.build.inside("Link"):
            self.inside(link)

    def run(self, run: Element) -> None:
        build = self.build
        language = run.find(f"{W}rPr/{W}lang")
        told = language.get(f"{W}val", self._language) if language is not None else self._language
        call = run.find(f"{W}footnoteReference")
        if call is not None:
            self.note(call, value_of_text(run))
            return
        with build.within(replace(build.context, language=told)):
            for child in run:
                if child.tag == f"{W}t":
                    build.text(child.text or "")
                elif child.tag in (f"{W}br", f"{W}tab", f"{W}cr"):
                    build.space()
                elif child.tag == f"{W}drawing":
                    for words in child.iter(f"{WP}docPr"):
                        if words.get("descr"):
                            build.picture(words.get("descr", ""))

    # Notes

    def note(self, call: Element, typed: str) -> None:
        if not typed:
            self._counted += 1
        number = typed or str(self._counted)
        self.build.call(number)
        note = self._notes.get(call.get(f"{W}id"))
        if note is None:
            return
        before, self._part = (self._part, self._items), NOTES
        self._items = []
        for own, paragraphs in self._parts(note, number):
            with self.build.note(own):
                for element in paragraphs:
                    self.block(element)
        self._part, self._items = before

    def _parts(self, note: Element, number: str) -> Iterator[tuple[str, list[Element]]]:
        """A note, and those that only it calls: each of these begins with its typed number."""
        parts: list[tuple[str, list[Element]]] = [(number, [])]
        for element in note:
            words = list(element.iter(f"{W}r"))
            style = self._styles.get(value(words[0], "rPr", "rStyle"), "") if words else ""
            if style == "note number":
                parts.append((value_of_text(words[0]), []))
            parts[-1][1].append(_without_number(element, style))
        return iter(parts)


def _without_number(element: Element, style: str) -> Element:
    """A paragraph of a note without the number that it begins with."""
    if element.tag != f"{W}p":
        return element
    own = Element(element.tag)
    own.extend(element)
    for child in element:
        if child.tag == f"{W}r" and (child.find(f"{W}footnoteRef") is not None or style in _NUMBERS):
            own.remove(child)
            break
    return own


_NUMBERS = ("note number", "footnote reference")


def value_of_text(run: Element) -> str:
    """The characters of a run."""
    return "".join(child.text or "" for child in run.iter(f"{W}t"))


def _names_of_notes(package: Package) -> frozenset[str]:
    """The bookmarks that hold the call of a note, or the number of one that only a note calls."""
    found: set[str] = set()
    styles = style_names(package)
    for part in (DOCUMENT, NOTES):
        for parent in package.tree(part).iter():
            open_now: dict[str, str] = {}
            for child in parent:
                if child.tag == f"{W}bookmarkStart":
                    open_now[child.get(f"{W}id", "")] = child.get(f"{W}name", "")
                elif child.tag == f"{W}bookmarkEnd":
                    open_now.pop(child.get(f"{W}id", ""), None)
                elif child.tag == f"{W}r" and (
                    child.find(f"{W}footnoteReference") is not None
                    or styles.get(value(child, "rPr", "rStyle")) == "note number"
                ):
                    found.update(open_now.values())
    return frozenset(found)
