"""The tagged PDF of an edition: standard or Easy Read, to read on a screen or to print (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from everyway.model import Artifact, Edition, EditionKind, Place, Publication
from everyway.model.walk import sections_of
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.families import other_families
from everyway.writing.html import Flavour, HtmlWriter
from everyway.writing.print import front
from everyway.writing.print.local import address_of
from everyway.writing.print.options import settings_of
from everyway.writing.print.press import LaidOut, Press, Printed, deliver, may_need_emoji
from everyway.writing.print.problems import problems, stop_for
from everyway.writing.print.template import fill
from everyway.writing.print.variants import ARCHIVE, UA
from everyway.writing.print.words import date_in_words
from everyway.writing.tokens import read_tokens

NAME = "pdf"

SHEETS: Mapping[EditionKind, tuple[str, ...]] = {
    EditionKind.STANDARD: ("print.css", "standard.css"),
    EditionKind.EASY_READ: ("print.css", "easy-read.css"),
}


def make_pdf(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """The PDF of an edition, in the folder.

    Facts: `pages`; `tags` ("own", or "native: " and why our own could not be used); `typefaces`, the families used;
    `archive`: whether it is PDF/A-2a too, as the option of that name or the publication's print settings ask. Its
    `places` tell on which page each section and sentence begins.
    FindingsError when the text or its pictures cannot be printed as they are; WritingError when there is no room.
    """
    target = folder / file_name(publication, edition)
    html = page_html(publication, edition)
    press = _press_for(edition, html)
    archive = _to_be_kept(publication, edition, options)
    variant = ARCHIVE if archive else UA
    printed = press.print(html, front.pictures_of(edition), variant=variant)
    if printed.too_wide:
        html = page_html(publication, edition, tight=True)
        printed = press.print(html, front.pictures_of(edition), variant=variant)
    stop_for(problems(printed, edition), edition)
    deliver(printed.content, target)
    return [
        Artifact(
            format=NAME,
            edition=edition.name,
            path=target,
            media_type="application/pdf",
            size=len(printed.content),
            facts={
                "pages": printed.pages,
                "tags": printed.tags,
                "typefaces": ", ".join(printed.typefaces),
                "archive": archive,
            },
            places=places_of(printed, edition),
        )
    ]


def pages_of(publication: Publication, edition: Edition) -> Mapping[str, int]:
    """The pages that `make_pdf` would tell as the artifact's `places`, without making it."""
    html, pictures = page_html(publication, edition), tuple(front.pictures_of(edition))
    press = _press_for(edition, html)
    variant = ARCHIVE if _to_be_kept(publication, edition, {}) else UA
    laid_out = press.lay_out(html, pictures, variant)
    if laid_out.too_wide:
        laid_out = press.lay_out(page_html(publication, edition, tight=True), pictures, variant)
    return places_of(laid_out, edition)


def places_of(printed: Printed | LaidOut, edition: Edition) -> Mapping[str, int]:
    """The page on which each section and each sentence of an edition begins, by id: `Parts.pages`."""
    sections = {section.id: printed.places[section.id] for section in sections_of(edition)}
    return {**sections, **printed.sentences}


def file_name(publication: Publication, edition: Edition) -> str:
    """The name of an edition's PDF."""
    return f"{publication.name}-{edition.name}-{NAME}.pdf"


def page_html(publication: Publication, edition: Edition, tight: bool = False) -> str:
    """The whole document as HTML, as the press takes it; `tight` lets words in tables break at any letter."""
    names = {other.name: file_name(publication, other) for other in publication.editions}

    def href(place: Place) -> str:
        inside = f"#{place.section}" if place.section else ""
        return inside or "#top" if place.edition == edition.name else names[place.edition] + inside

    writer = HtmlWriter(edition, Flavour(href=href, src=address_of, notes="foot", bookmarks=True, sentence_marks=True))
    return fill(
        "print",
        "document.html",
        publication=publication,
        edition=edition,
        theme=theme_folder("print").resolve().as_uri(),
        tight=tight,
        words=words_for(edition.language),
        title=front.title_lines(edition.title),
        date=date_in_words(publication.date, edition.language),
        pictures=front.title_pictures(edition),
        contents=front.contents(edition, depth=1 if edition.easy_read else 2),
        sections=[writer.section(section) for section in edition.sections],
        addresses=front.web_addresses(edition),
        credits=front.credit_lines(edition),
        families=other_families(publication, NAME, words_for(edition.language)),
    )


def _to_be_kept(publication: Publication, edition: Edition, options: Mapping[str, object]) -> bool:
    return bool({**settings_of(publication, edition), **options}.get("archive"))


def _press_for(edition: Edition, html: str) -> Press:
    return _press(edition.kind, may_need_emoji(html))


@cache
def _press(kind: EditionKind, emoji: bool) -> Press:
    theme, fonts = theme_folder("print"), theme_folder("fonts")
    colours = read_tokens(theme.parent / "tokens.yml").colours["light"]
    tokens = "".join(f"--{name}:{value};" for name, value in colours.items())
    faces = ("faces.css", "emoji.css") if emoji else ("faces.css",)
    sheets = [*(fonts / sheet for sheet in faces), *(theme / sheet for sheet in SHEETS[kind])]
    return Press(sheets, [theme, fonts], f":root{{{tokens}}}")
