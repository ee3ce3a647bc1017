"""What an OpenDocument text must not do to its readers; each rule is one function in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from everyway.checking.opendocument.account import body_of, language_of, words_of
from everyway.checking.opendocument.package import DRAW, FO, LOEXT, STYLE, SVG, TABLE, TEXT, XLINK, Package
from everyway.model import Abbreviation, Edition, Source
from everyway.model.walk import inlines_of, sections_of, sentences_of

_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True, slots=True)
class Look:
    """A text to look at, the edition that it tells, and the size in points below which nothing may be."""

    package: Package
    edition: Edition
    size: int


Breach = tuple[str, Source | None]


def breaches(look: Look) -> Iterator[tuple[str, str, Source | None]]:
    """Every breach: the rule, what is wrong, and where in the sources where that is known."""
    for code, rule in RULES.items():
        for message, where in rule(look):
            yield code, message, where


def _pictures(look: Look) -> Iterator[Breach]:
    decorations = {
        name
        for name, style in look.package.styles().items()
        for words in style.iter(f"{STYLE}graphic-properties")
        if words.get(f"{LOEXT}decorative") == "true"
    }
    for frame in look.package.content.iter(f"{DRAW}frame"):
        name, title = frame.get(f"{DRAW}name", "A picture"), frame.findtext(f"{SVG}title", "").strip()
        decorative = frame.get(f"{DRAW}style-name") in decorations
        if not title and not decorative:
            yield f"{name}{_at(look, frame)} has no alternative text and is not marked as decoration.", None
        if title and decorative:
            yield f"{name} is marked as decoration, but has the alternative text “{title}”.", None


def _tables(look: Look) -> Iterator[Breach]:
    for table in look.package.content.iter(f"{TABLE}table"):
        words = next(filter(None, (words_of(cell) for cell in table.iter(f"{TEXT}p"))), "")
        name = table.get(f"{TABLE}name", "A table") + (f", which begins with “{words}”," if words else "")
        if len(table.findall(f"{TABLE}table-header-rows/{TABLE}table-row")) != 1:
            yield f"{name} has no header row.", None
        rows = list(table.iter(f"{TABLE}table-row"))
        spanned = any(key.endswith("-spanned") for cell in table.iter(f"{TABLE}table-cell") for key in cell.attrib)
        if spanned or len({len(row.findall(f"{TABLE}table-cell")) for row in rows}) != 1:
            yield f"{name} has merged or missing cells.", None


def _headings(look: Look) -> Iterator[Breach]:
    before = 0
    for heading in look.package.content.iter(f"{TEXT}h"):
        level, words = int(heading.get(f"{TEXT}outline-level", "1")), words_of(heading)
        if level > before + 1:
            yield f"The heading “{words}” is of level {level}, but the one before is of level {before}.", None
        before = level


def _links(look: Look) -> Iterator[Breach]:
    marks = {mark.get(f"{TEXT}name") for mark in look.package.content.iter(f"{TEXT}bookmark")}
    for link in look.package.content.iter(f"{TEXT}a"):
        target, words = link.get(f"{XLINK}href", ""), words_of(link)
        pictured = any(frame.findtext(f"{SVG}title") for frame in link.iter(f"{DRAW}frame"))
        if not words and not pictured:
            yield f"A link to “{target}”{_at(look, link)} has no words.", None
        if target.startswith("#") and target[1:] not in marks:
            yield f"The link “{words}” leads to the bookmark “{target[1:]}”, which is not there.", None


def _properties(look: Look) -> Iterator[Breach]:
    meta, edition = look.package.tree("meta.xml"), look.edition
    said = {
        name: next((row.text or "" for row in meta.iter(f"{_DC}{name}")), "")
        for name in ("title", "language", "creator")
    }
    if said["title"] != edition.title:
        yield f"The document's title is “{said['title']}”; the edition's is “{edition.title}”.", edition.source
    told = language_of(look.package)
    if {told.casefold(), said["language"].casefold()} != {edition.language.casefold()}:
        yield (
            f"The document's language is “{told}” (“{said['language']}”); the edition's is “{edition.language}”.",
            edition.source,
        )
    if not said["creator"].strip():
        yield "The document does not say who published it.", edition.source


def _floating(look: Look) -> Iterator[Breach]:
    for frame in look.package.content.iter(f"{DRAW}frame"):
        if frame.get(f"{TEXT}anchor-type") != "as-char" or next(frame.iter(f"{DRAW}text-box"), None) is not None:
            title = frame.findtext(f"{SVG}title", "").strip()
            name = f"The picture “{title}”" if title else f"{frame.get(f'{DRAW}name', 'A frame')}{_at(look, frame)}"
            yield f"{name} does not stand in the line.", None


def _empty(look: Look) -> Iterator[Breach]:
    cells = {id(words) for cell in look.package.content.iter(f"{TABLE}table-cell") for words in cell}
    last = ""
    for paragraph in look.package.content.iter(f"{TEXT}p"):
        pictured = next(paragraph.iter(f"{DRAW}frame"), None) is not None
        if id(paragraph) not in cells and not words_of(paragraph) and not pictured:
            after = f" after “{last}”" if last else ""
            yield f"A paragraph{after} is empty: it is announced, and says nothing.", None
        last = words_of(paragraph) or last


def _contents(look: Look) -> Iterator[Breach]:
    body = body_of(look.package)
    depth = 1 if look.edition.easy_read else 2
    asked = []
    for heading in body.iter(f"{TEXT}h") if body is not None else ():
        marks = [mark.get(f"{TEXT}name", "") for mark in heading.iter(f"{TEXT}bookmark")]
        if int(heading.get(f"{TEXT}outline-level", "1")) <= depth:
            asked.append(f"#{marks[0]}" if marks else words_of(heading))
    index = next(look.package.content.iter(f"{TEXT}table-of-content"), Element("none"))
    rows = [link.get(f"{XLINK}href", "") for link in index.iter(f"{TEXT}a")]
    for row in asked:
        if row not in rows:
            yield f"The heading “{row.removeprefix('#')}” is missing from the contents.", None
    for row in rows:
        if row not in asked:
            yield f"The contents have a row for “{row.removeprefix('#')}”, which is no heading of theirs.", None
    if rows != asked and set(asked) == set(rows):
        yield "The rows of the contents do not follow the headings.", None


def _bookmarks(look: Look) -> Iterator[Breach]:
    from everyway.checking.word.check import bookmark_of

    body = body_of(look.package)
    headings = list(body.iter(f"{TEXT}h")) if body is not None else []
    for section, heading in zip(sections_of(look.edition), headings, strict=False):
        marks = [mark.get(f"{TEXT}name", "") for mark in heading.iter(f"{TEXT}bookmark")]
        if marks[:1] != [bookmark_of(section.id)]:
            yield f"The bookmark {marks[:1]} stands at the heading of “{section.id}”.", section.source


def _at(look: Look, element: Element) -> str:
    """At which words an element stands, to be told of it."""
    before = ""
    for paragraph in look.package.content.iter():
        if paragraph.tag in (f"{TEXT}p", f"{TEXT}h"):
            before = words_of(paragraph) or before
            if any(each is element for each in paragraph.iter()):
                break
    return f", which stands at “{before}”," if before else ""


def _plain(look: Look) -> Iterator[Breach]:
    for name, tree in look.package.trees.items():
        for words in tree.iter():
            size = words.get(f"{FO}font-size", "")
            if size.endswith("pt") and float(size[:-2]) < look.size:
                yield f"{name} has words of {size}.", None
            if words.get(f"{FO}font-style") == "italic" or words.get(f"{FO}text-transform") == "uppercase":
                yield f"{name} has words in italics or capitals.", None
            if words.get(f"{FO}text-align") == "justify":
                yield f"{name} has lines of words that are stretched to both margins.", None


def _letters(look: Look) -> Iterator[Breach]:
    """What abbreviations stand for is told after the text."""
    body = body_of(look.package)
    inside = {id(element) for element in body.iter()} if body is not None else set()
    words = {words_of(row) for row in look.package.content.iter(f"{TEXT}p") if id(row) not in inside}
    for section in sections_of(look.edition):
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, Abbreviation) and not {inline.text, inline.expansion} <= words:
                    yield f"“{inline.text}” is nowhere explained.", sentence.source


RULES: dict[str, Callable[[Look], Iterator[Breach]]] = {
    "ODT014": _letters,
    "ODT016": _pictures,
    "ODT017": _tables,
    "ODT018": _headings,
    "ODT019": _links,
    "ODT020": _properties,
    "ODT021": _floating,
    "ODT022": _empty,
    "ODT023": _contents,
    "ODT024": _bookmarks,
    "ODT025": _plain,
}
