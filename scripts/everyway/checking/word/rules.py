"""What a Word document must not do to its readers: the rules of Word's own accessibility checker, and our own.

Each rule is one function in a table: a document in, what is wrong out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from everyway.checking.expected import expected
from everyway.checking.word.account import body_of, language_of, style_names, value
from everyway.checking.word.package import DOCUMENT, NOTES, WP, Package, W
from everyway.model import Abbreviation, Edition, Source
from everyway.model.walk import inlines_of, sections_of, sentences_of

_DC = "{http://purl.org/dc/elements/1.1/}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FLOATING = {
    f"{WP}anchor": "a picture that floats beside the text",
    f"{W}pict": "a shape of an old kind",
    f"{W}object": "an embedded object",
    f"{W}framePr": "a frame",
    f"{W}txbxContent": "a text box",
}
_LEANING = ("i", "caps", "smallCaps", "outline", "shadow", "emboss", "imprint", "strike", "blink")


@dataclass(frozen=True, slots=True)
class Look:
    """A document to look at, the edition that it tells, and the size in points below which nothing may be."""

    package: Package
    edition: Edition
    size: int

    @property
    def parts(self) -> tuple[Element, ...]:
        """The parts that hold words."""
        return tuple(self.package.tree(name) for name in (DOCUMENT, NOTES))

    def paragraphs(self) -> Iterator[Element]:
        """Every paragraph of the document and its notes."""
        return (paragraph for part in self.parts for paragraph in part.iter(f"{W}p"))


Breach = tuple[str, Source | None]
Rule = Callable[[Look], Iterator[Breach]]


def breaches(look: Look) -> Iterator[tuple[str, str, Source | None]]:
    """Every breach: the rule, what is wrong, and where in the sources where that is known."""
    for code, rule in RULES.items():
        for message, where in rule(look):
            yield code, message, where


def _pictures(look: Look) -> Iterator[Breach]:
    for part in look.parts:
        for drawing in part.iter(f"{WP}inline"):
            words = drawing.find(f"{WP}docPr")
            marked = next((mark for mark in drawing.iter(_DECORATIVE)), None)
            decorative = marked is not None and marked.get("val") == "1"
            alt = words.get("descr", "").strip() if words is not None else ""
            name = words.get("name", "A picture") if words is not None else "A picture"
            if not alt and not decorative:
                after = _after(part, drawing)
                yield f"{name}{after} has no alternative text and is not marked as decoration.", None
            if alt and decorative:
                yield f"{name} is marked as decoration, but has the alternative text “{alt}”.", None


def _header_rows(look: Look) -> Iterator[Breach]:
    for name, table in _tables(look):
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        tblook = table.find(f"{W}tblPr/{W}tblLook")
        if not heads or not heads[0]:
            yield f"{name} has no header row.", None
        elif any(heads[1:]):
            yield f"{name} has a header row that is not its first row.", None
        elif tblook is None or tblook.get(f"{W}firstRow") != "1":
            yield f"{name} has a header row that does not show.", None


def _simple_tables(look: Look) -> Iterator[Breach]:
    for name, table in _tables(look):
        widths = {len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")}
        merged = any(next(table.iter(f"{W}{name}"), None) is not None for name in ("gridSpan", "vMerge", "hMerge"))
        nested = any(next(cell.iter(f"{W}tbl"), None) is not None for cell in table.iter(f"{W}tc"))
        if merged or nested or len(widths) != 1:
            what = "another table inside it" if nested else "merged or missing cells"
            yield f"{name} has {what}.", None


def _headings(look: Look) -> Iterator[Breach]:
    before = 0
    for level, words in _headings_of(look):
        if level > before + 1:
            yield f"The heading “{words}” is of level {level}, but the one before is of level {before}.", None
        if not words:
            yield f"A heading of level {level} has no words.", None
        before = level


def _links(look: Look) -> Iterator[Breach]:
    marks = {mark.get(f"{W}name") for part in look.parts for mark in part.iter(f"{W}bookmarkStart")}
    for part in look.parts:
        for link in part.iter(f"{W}hyperlink"):
            words = "".join(text.text or "" for text in link.iter(f"{W}t")).strip()
            alts = "".join(picture.get("descr", "") for picture in link.iter(f"{WP}docPr"))
            anchor = link.get(f"{W}anchor")
            if not words and not alts:
                yield f"A link{_after(part, link).removesuffix(',')} has no words.", None
            if anchor and anchor not in marks:
                yield f"The link “{words}” leads to the bookmark “{anchor}”, which is not there.", None


def _properties(look: Look) -> Iterator[Breach]:
    core, edition = look.package.tree("docProps/core.xml"), look.edition
    title, language = core.findtext(f"{_DC}title", ""), core.findtext(f"{_DC}language", "")
    if title != edition.title:
        yield f"The document's title is “{title}”; the edition's is “{edition.title}”.", edition.source
    if language_of(look.package).casefold() != edition.language.casefold() or language != edition.language:
        told = language_of(look.package)
        yield (
            f"The document's language is “{told}” (“{language}”); the edition's is “{edition.language}”.",
            edition.source,
        )
    if not core.findtext(f"{_DC}creator", "").strip():
        yield "The document does not say who published it.", edition.source


def _floating(look: Look) -> Iterator[Breach]:
    for name, tree in look.package.trees.items():
        for element in tree.iter():
            if element.tag in _FLOATING:
                yield f"{name} holds {_FLOATING[element.tag]}{_after(tree, element).removesuffix(',')}.", None


def _empty(look: Look) -> Iterator[Breach]:
    cells = {id(paragraph) for _, table in _tables(look) for paragraph in table.iter(f"{W}p")}
    last = ""
    for paragraph in look.paragraphs():
        said = any(next(paragraph.iter(tag), None) is not None for tag in (f"{W}t", f"{WP}docPr", f"{W}separator"))
        if id(paragraph) not in cells and not said and next(paragraph.iter(f"{W}continuationSeparator"), None) is None:
            after = f" after “{last}”" if last else ""
            yield f"A paragraph{after} is empty: it is announced, and says nothing.", None
        last = _own(paragraph) or last


def _contents(look: Look) -> Iterator[Breach]:
    """The headings that the field of contents promises are all in it, and each row leads to its heading."""
    code = "".join(text.text or "" for text in look.package.tree(DOCUMENT).iter(f"{W}instrText"))
    if "TOC " not in code:
        yield "There is no field of contents.", None
        return
    depth = 1 if look.edition.easy_read else 2
    marks, rows = _marks_of_headings(look), []
    for paragraph in look.package.tree(DOCUMENT).iter(f"{W}p"):
        if value(paragraph, "pPr", "pStyle").startswith("TOC") and value(paragraph, "pPr", "pStyle") != "TOCHeading":
            rows += [link.get(f"{W}anchor", "") for link in paragraph.iter(f"{W}hyperlink")]
    for mark, level, words in marks:
        if level <= depth and mark not in rows:
            yield f"The heading “{words}” is missing from the contents.", None
    listed = [mark for mark, level, _ in marks if level <= depth]
    for row in rows:
        if row not in listed:
            yield f"The contents have a row for “{row}”, which is no heading of theirs.", None
    if rows != listed and set(rows) == set(listed):
        yield "The rows of the contents do not follow the headings.", None


def _bookmarks(look: Look) -> Iterator[Breach]:
    """Every heading has its own bookmark, so that links to a section lead to its heading."""
    from everyway.checking.word.check import bookmark_of

    asked = [bookmark_of(heading.id) for heading in expected(look.edition).headings]
    got = [mark for mark, _, _ in _marks_of_headings(look)]
    for identifier, mark in zip(asked, got, strict=False):
        if identifier != mark:
            yield f"The bookmark “{mark}” stands at the heading of “{identifier}”.", None


def _large_and_plain(look: Look) -> Iterator[Breach]:
    for name, tree in look.package.trees.items():
        for size in tree.iter(f"{W}sz"):
            if float(size.get(f"{W}val", "0")) / 2 < look.size:
                yield f"{name} has words of {float(size.get(f'{W}val', '0')) / 2:g} points.", None
        for mark in _LEANING:
            for element in tree.iter(f"{W}{mark}"):
                if element.get(f"{W}val") not in ("0", "false") and name != "word/theme1.xml":
                    yield f"{name} has words in “{mark}”.", None
        if any(element.get(f"{W}val") == "both" for element in tree.iter(f"{W}jc")):
            yield f"{name} has lines of words that are stretched to both margins.", None


def _letters(look: Look) -> Iterator[Breach]:
    """What abbreviations stand for is told after the text."""
    inside = {id(element) for element in body_of(look.package)}
    body = look.package.tree(DOCUMENT).find(f"{W}body")
    after = [element for element in (body if body is not None else ()) if id(element) not in inside]
    words = {"".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in after}
    for section in sections_of(look.edition):
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, Abbreviation) and not {inline.text, inline.expansion} <= words:
                    yield f"“{inline.text}” is nowhere explained.", sentence.source


def _tables(look: Look) -> Iterator[tuple[str, Element]]:
    """Every table, with a name for it that tells it from the others."""
    tables = (table for part in look.parts for table in part.iter(f"{W}tbl"))
    for number, table in enumerate(tables, start=1):
        words = next(filter(None, map(_own, table.iter(f"{W}p"))), "")
        yield (f"Table {number}, which begins with “{words}”," if words else f"Table {number}"), table


def _after(part: Element, element: Element) -> str:
    """After which words an element stands, to be told of it."""
    before = ""
    for paragraph in part.iter(f"{W}p"):
        if any(each is element for each in paragraph.iter()):
            before = _own(paragraph) or before
            break
        before = _own(paragraph) or before
    return f", which stands at “{before}”," if before else ""


def _own(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip()


def _headings_of(look: Look) -> Iterator[tuple[int, str]]:
    names = style_names(look.package)
    for paragraph in look.package.tree(DOCUMENT).iter(f"{W}p"):
        style = names.get(value(paragraph, "pPr", "pStyle"), "")
        if style.startswith("heading "):
            yield int(style[8:]), "".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip()


def _marks_of_headings(look: Look) -> list[tuple[str, int, str]]:
    """The bookmark, the level and the words of each heading of the text."""
    names = style_names(look.package)
    found, mark = [], ""
    for element in body_of(look.package):
        style = names.get(value(element, "pPr", "pStyle"), "") if element.tag == f"{W}p" else ""
        if element.tag == f"{W}bookmarkStart":
            mark = element.get(f"{W}name", "")
        elif style.startswith("heading "):
            found.append((mark, int(style[8:]), "".join(text.text or "" for text in element.iter(f"{W}t"))))
        elif element.tag != f"{W}bookmarkEnd":
            mark = ""
    return found


RULES: dict[str, Rule] = {
    "WORD016": _pictures,
    "WORD017": _header_rows,
    "WORD018": _simple_tables,
    "WORD019": _headings,
    "WORD020": _links,
    "WORD021": _properties,
    "WORD022": _floating,
    "WORD023": _empty,
    "WORD024": _contents,
    "WORD025": _bookmarks,
    "WORD026": _large_and_plain,
    "WORD014": _letters,
}
