"""An edition as one file of HTML that loads nothing: pictures are `data:` addresses, the style sheet stands in it."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from markupsafe import Markup

from everyway.model import Artifact, Edition, Picture, Place, Publication, Section
from everyway.model.walk import plain_text, sections_of
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.closing import closing
from everyway.writing.html import Flavour, HtmlWriter, language_attributes
from everyway.writing.print.local import MEDIA_TYPES
from everyway.writing.print.press import deliver
from everyway.writing.print.template import fill
from everyway.writing.print.words import date_in_words
from everyway.writing.site.pictures import size_of
from everyway.writing.tokens import read_tokens

NAME, THEME = "html", "one-page"


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """One line of the contents, with the lines under it."""

    id: str
    label: str
    words: str
    language: Markup
    rows: tuple[ContentsRow, ...]


class _Writer(HtmlWriter):
    """Headings are one level lower than in the model: the title of the page is above them."""

    def heading(self, section: Section) -> Markup:
        return super().heading(replace(section, level=section.level + 1))


def make_html(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """The HTML of an edition in one file, in the folder; WritingError when there is no room."""
    content = page_of(publication, edition).encode()
    target = folder / file_name(publication, edition.name)
    deliver(content, target)
    return [Artifact(NAME, edition.name, target, "text/html; charset=utf-8", len(content), {})]


def file_name(publication: Publication, edition: str) -> str:
    """The name of an edition's file."""
    return f"{publication.name}-{edition}-{NAME}.html"


def page_of(publication: Publication, edition: Edition) -> str:
    """The whole page."""
    words = words_for(edition.language)

    def href(place: Place) -> str:
        if place.edition == edition.name:
            return f"#{place.section or 'top'}"
        return file_name(publication, place.edition) + (f"#{place.section}" if place.section else "")

    shown: dict[Path, str] = {}
    flavour = Flavour(
        href=href,
        src=lambda picture: shown.setdefault(picture.file, _address(picture)),
        size=lambda picture: size_of(picture.file),
        stacking_tables=True,
    )
    writer = _Writer(edition, flavour)
    same = publication.language.split("-")[0].lower() == edition.language.split("-")[0].lower()
    return fill(
        THEME,
        "page.html",
        publication=publication,
        edition=edition,
        words=words,
        direction=Markup(' dir="rtl"') if "rtl" in language_attributes(edition.language) else "",
        own="" if same else language_attributes(publication.language),
        date=date_in_words(publication.date, edition.language),
        style=Markup(_style()),
        contents=[_row(section, 1 if edition.easy_read else 2) for section in edition.sections],
        parts=[_part(writer, section) for section in edition.sections],
        after=[writer.section(section) for section in closing(publication, edition, NAME, expansions=False)],
    )


def _part(writer: HtmlWriter, part: Section) -> Markup:
    """A part, and its notes after it."""
    notes = [note for section in (part, *sections_of(part)) for note in section.notes]
    return writer.section(part) + writer.notes_list(notes)


def _row(section: Section, depth: int) -> ContentsRow:
    return ContentsRow(
        id=section.id,
        label=section.opening.label if section.opening else "",
        words=" ".join(plain_text(section.heading.inlines).split()),
        language=language_attributes(section.language),
        rows=tuple(_row(inner, depth) for inner in section.sections if inner.level <= depth),
    )


def _address(picture: Picture) -> str:
    """A picture as a `data:` address."""
    kind = MEDIA_TYPES[picture.file.suffix.lower()]
    return f"data:{kind};base64,{base64.b64encode(picture.file.read_bytes()).decode('ascii')}"


@cache
def _style() -> str:
    """The style sheet behind the colours of the theme, light and dark, without what only its editors read."""
    folder = theme_folder(THEME)
    tokens = read_tokens(folder.parent / "tokens.yml")
    dark = f"@media (prefers-color-scheme: dark){{:root{{{tokens.properties('dark')}}}}}"
    light = f":root{{{tokens.properties('light')}{tokens.measures()}}}"
    paper = f"@media print{{:root{{{tokens.properties('light')}}}}}"
    return f"{light}{dark}{paper}\n{(folder / 'page.css').read_text('utf-8')}"
