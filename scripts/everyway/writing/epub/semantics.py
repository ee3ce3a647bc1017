"""What elements are, said to reading systems (`epub:type`) and to those who listen (the roles of DPUB-ARIA 1.1)."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from everyway.model import Edition, Section
from everyway.reading.ids import Ids
from everyway.writing.epub.markup import classes, say, with_class

_TABLE: Mapping[str, str] = {
    "table": "table",
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "th": "columnheader",
    "td": "cell",
}


def tell(body: Element, edition: Edition, part: Section, ids: Ids) -> None:
    """Say of a part's page what it is, and of the words explained in it and the links to them; `ids` are the file's."""
    chapter = body[0]
    if part.id == edition.word_list:
        _glossary(chapter)
    else:
        say(chapter, "chapter", "doc-chapter")
    heading = next(chapter.iter("h1"))
    name = ids.take(f"{part.id}-heading")
    heading.set("id", name)
    chapter.set("aria-labelledby", name)
    if edition.word_list:
        for link in body.iter("a"):
            if "term" in classes(link):
                say(link, "glossref", "doc-glossref")
    for words in with_class(body, "part-label"):
        say(words, "ordinal")
    for table in body.iter("table"):
        _table(table)


def _table(table: Element) -> None:
    """A table stays one to those who listen when its rows are shown as blocks: some reading systems go by the look."""
    for element in table.iter():
        role = "rowheader" if element.get("scope") == "row" else _TABLE.get(element.tag)
        if role:
            element.set("role", role)


def _glossary(chapter: Element) -> None:
    say(chapter, "glossary", "doc-glossary")
    for words in chapter.iter("dl"):
        for term in words.iter("dt"):
            say(term, "glossterm")
        for meaning in words.iter("dd"):
            say(meaning, "glossdef")
