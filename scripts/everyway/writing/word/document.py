"""A whole document for pandoc: what stands before the text, its contents, the text, and what stands after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from everyway.model import Edition, Place, Publication, Section
from everyway.model.walk import plain_text
from everyway.wording import words_for
from everyway.writing.closing import closing
from everyway.writing.print.words import date_in_words
from everyway.writing.word import nodes
from everyway.writing.word.bookmarks import Bookmarks
from everyway.writing.word.nodes import Node
from everyway.writing.word.pictures import Pictures
from everyway.writing.word.text import WordText

_MARK = 1_000_000
"""Ids of our own bookmarks in the tree; mending counts all of them anew."""


def document(publication: Publication, edition: Edition, name: str, pictures: Pictures) -> Node:
    """The document tree of an edition, in a format of that name."""
    after = closing(publication, edition, name, expansions=True)
    bookmarks = Bookmarks(replace(edition, sections=(*edition.sections, *after)))
    words = WordText(edition, pictures, bookmarks, _href(publication, name))
    blocks = [
        *_front(publication, edition),
        nodes.raw_block(_contents(edition, bookmarks)),
        nodes.raw_block(f'<w:bookmarkStart w:id="{_MARK + 1}" w:name="{Bookmarks.text}"/>'),
        *(node for section in edition.sections for node in words.section(section)),
        nodes.raw_block(f'<w:bookmarkEnd w:id="{_MARK + 1}"/>'),
        *(node for section in after for node in words.section(section)),
    ]
    return nodes.document(edition.language, blocks)


def file_name(publication: Publication, edition: str, name: str) -> str:
    """The name of an edition's document in a format of that name."""
    return f"{publication.name}-{edition}-{name}.docx"


def _href(publication: Publication, name: str):  # type: ignore[no-untyped-def]
    marks = {edition.name: Bookmarks(edition) for edition in publication.editions}

    def href(place: Place) -> str:
        inside = f"#{marks[place.edition][place.section]}" if place.section else ""
        return file_name(publication, place.edition, name) + inside

    return href


def _front(publication: Publication, edition: Edition) -> Iterator[Node]:
    words = words_for(edition.language)
    own = edition.language.split("-")[0].lower() == publication.language.split("-")[0].lower()
    if edition.easy_read:
        yield nodes.paragraph("Badge", [nodes.text(words("easy-read"))])
    yield nodes.paragraph("Title", [nodes.span([nodes.text(edition.title)], identifier=Bookmarks.top)])
    summary = edition.summary or publication.summary
    if summary:
        yield nodes.paragraph("Subtitle", [nodes.text(summary)])
    publisher = nodes.text(publication.publisher)
    yield nodes.paragraph("Imprint", [publisher if own else nodes.span([publisher], language=publication.language)])
    yield nodes.paragraph("Imprint", [nodes.text(date_in_words(publication.date, edition.language))])


def _contents(edition: Edition, bookmarks: Bookmarks) -> str:
    """A field of contents, filled in: its rows lead to their headings at once, and Word can renew it.

    It shows no page numbers: only Word knows them, and it asks every reader a question before it looks.
    """
    depth = 1 if edition.easy_read else 2
    rows = [row for section in edition.sections for row in _rows(section, depth)]
    code = f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\n \\h \\u </w:instrText></w:r>'
    begin, between, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    made = []
    for at, row in enumerate(rows):
        language = f'<w:rPr><w:lang w:val="{row.language}"/></w:rPr>' if row.language else ""
        words = " ".join(filter(None, (row.opening.label if row.opening else "", plain_text(row.heading.inlines))))
        made.append(
            f'<w:p><w:pPr><w:pStyle w:val="TOC{row.level}"/></w:pPr>{begin + code + between if at == 0 else ""}'
            f'<w:hyperlink w:anchor="{bookmarks[row.id]}" w:history="1"><w:r>{language}'
            f'<w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r></w:hyperlink>'
            f"{end if at == len(rows) - 1 else ''}</w:p>"
        )
    heading = escape(words_for(edition.language)("contents"), quote=False)
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        '</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{heading}</w:t></w:r></w:p>{"".join(made)}</w:sdtContent></w:sdt>'
    )


def _rows(section: Section, depth: int) -> Iterator[Section]:
    yield section
    for inner in section.sections:
        if inner.level <= depth:
            yield from _rows(inner, depth)
