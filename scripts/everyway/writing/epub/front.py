"""What stands round the parts: the title page, the contents and the last page, from templates of `themes/ebook/`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from everyway.model import Edition, Place, Publication, Section
from everyway.speech.blocks import sentences_of_text
from everyway.wording import words_for
from everyway.writing.epub.addresses import ABOUT, CONTENTS, TITLE, Addresses
from everyway.writing.epub.markup import inside, parse
from everyway.writing.epub.page import Page
from everyway.writing.epub.page_marks import PageMark
from everyway.writing.epub.pictures import PictureFiles
from everyway.writing.families import other_families
from everyway.writing.html import Flavour, HtmlWriter, language_attributes
from everyway.writing.print.front import credit_lines, title_lines, title_tiles
from everyway.writing.print.template import fill
from everyway.writing.print.words import date_in_words

THEME = "ebook"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the contents, with the lines under it; `language` are its attributes where it is another."""

    address: str
    label: str
    words: Markup
    language: Markup
    rows: tuple[Row, ...]


class Front:
    """The pages of one edition's book that are no part of it."""

    def __init__(self, publication: Publication, edition: Edition, addresses: Addresses) -> None:
        self._publication = publication
        self._edition = edition
        self._addresses = addresses
        self._words = words_for(edition.language)
        self._values: dict[str, object] = {
            "publication": publication,
            "edition": edition,
            "words": self._words,
            "language": self._language,
        }

    def title_page(self, pictures: PictureFiles) -> Page:
        """The title page."""
        return self._page(
            TITLE,
            self._edition.title,
            title=title_lines(self._edition.title),
            pictures=[pictures.source(picture) for picture in title_tiles(self._edition)],
            date=date_in_words(self._publication.date, self._edition.language),
        )

    def contents(self, parts: Sequence[Page], marks: Sequence[PageMark]) -> Page:
        """The navigation document: contents, ways to the main places, and the pages of the printed edition."""
        glossary = self._edition.word_list
        return self._page(
            CONTENTS,
            self._words("contents"),
            contents=(*self._rows(), Row(ABOUT, "", escape(self._words("contact")), Markup(""), ())),
            page_marks=marks,
            title_file=TITLE,
            start=parts[0].file if parts else TITLE,
            glossary=self._addresses.href(Place(self._edition.name, glossary)) if glossary else "",
            about=ABOUT,
        )

    def about(self, format_name: str) -> Page:
        """The last page: how to reach the publisher, other formats, and whose words and pictures these are."""
        return self._page(
            ABOUT,
            self._words("contact"),
            sentences_of=sentences_of_text,
            credits=credit_lines(self._edition),
            families=other_families(self._publication, format_name, self._words),
        )

    def _page(self, file: str, name: str, **values: object) -> Page:
        stem = file.removesuffix(".xhtml")
        body = parse(Markup(fill(THEME, f"{stem}.html", **self._values, **values)))
        matter = "backmatter" if file == ABOUT else "frontmatter"
        return Page(stem, name, matter, self._edition.language, body)

    def _rows(self) -> tuple[Row, ...]:
        flavour = Flavour(href=self._addresses.href, src=lambda picture: "", words_only=True)
        writer = HtmlWriter(self._edition, flavour)
        return tuple(self._row(section, writer) for section in self._edition.sections)

    def _row(self, section: Section, writer: HtmlWriter) -> Row:
        return Row(
            self._addresses.href(Place(self._edition.name, section.id)),
            section.opening.label if section.opening else "",
            _line(section, writer),
            self._language(section.language or self._edition.language),
            tuple(self._row(inner, writer) for inner in section.sections),
        )

    def _language(self, own: str) -> Markup:
        """The attributes of words in a language: none where it is the edition's."""
        return language_attributes("" if own == self._edition.language else own)


def _line(section: Section, writer: HtmlWriter) -> Markup:
    """The words of a heading as a line of contents: nothing in it may be empty (EPUB 3.3, 7.2)."""
    words = parse(writer.sentence(section.heading))
    for parent in list(words.iter()):
        for child in [child for child in parent if child.tag != "br" and not "".join(child.itertext()).strip()]:
            before = list(parent).index(child)
            rest = f"{child.text or ''}{child.tail or ''}"
            if before:
                parent[before - 1].tail = f"{parent[before - 1].tail or ''}{rest}"
            else:
                parent.text = f"{parent.text or ''}{rest}"
            parent.remove(child)
    return inside(words)
