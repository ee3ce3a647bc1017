"""Large print and giant print of an edition: a document of its own, not an enlarged one (UKAAF G003; PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from everyway.model import Artifact, Edition, Place, Publication
from everyway.model.artifact import Fact
from everyway.model.walk import plain_text, sections_of, tables_of
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.formats import FORMATS
from everyway.writing.pdf import date_in_words
from everyway.writing.print import front
from everyway.writing.print.large_html import LargePrintWriter, all_notes
from everyway.writing.print.options import PrintOptions
from everyway.writing.print.press import Press, deliver, may_need_emoji
from everyway.writing.print.problems import problems, stop_for
from everyway.writing.print.sheet import Sheet
from everyway.writing.print.template import fill
from everyway.writing.print.wide_tables import listed_tables

LARGE = "large-print"
GIANT = "giant-print"
USUAL: Mapping[str, PrintOptions] = {LARGE: PrintOptions(size=18), GIANT: PrintOptions(size=28)}
"""The options of each format when nobody asks for others."""

GIANT_FROM = 24
"""The size in points from which a copy is called giant print."""


def make_large_print(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """Large print of an edition, 18 point unless the options say otherwise."""
    return make_copy(LARGE, publication, edition, _with(LARGE, options), folder)


def make_giant_print(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """Giant print of an edition, 28 point unless the options say otherwise."""
    return make_copy(GIANT, publication, edition, _with(GIANT, options), folder)


def _with(name: str, options: Mapping[str, object]) -> PrintOptions:
    return PrintOptions.of({"size": USUAL[name].size, **options})


def make_copy(
    name: str, publication: Publication, edition: Edition, options: PrintOptions, folder: Path
) -> Sequence[Artifact]:
    """A copy of an edition by these options, under the name of a format, in the folder.

    Facts: `pages`, `tags` ("own", or "native: " and why), `typefaces`, and the options: `size`, `colours`, `paper`,
    `typeface`, `spacing`, `sides`, `archive`. FindingsError when the text or a picture cannot be printed as it is.
    """
    target = folder / file_name(name, publication, edition, options)
    sheet = Sheet(options)
    html = page_html(name, publication, edition, sheet)
    press = _press(options, _longest_word(edition, sheet), may_need_emoji(html))
    printed = press.print(html, front.pictures_of(edition))
    if printed.too_wide:
        html = page_html(name, publication, edition, sheet, tight=True)
        printed = press.print(html, front.pictures_of(edition))
    stop_for(problems(printed, edition), edition)
    deliver(printed.content, target)
    facts: dict[str, Fact] = {
        "pages": printed.pages,
        "tags": printed.tags,
        "typefaces": ", ".join(printed.typefaces),
        "size": options.size,
        "colours": options.colours,
        "paper": options.paper,
        "typeface": options.typeface,
        "spacing": options.spacing,
        "sides": options.sides,
        "archive": options.archive,
        "tables_as_lists": " ".join(
            str(number) for number, table in enumerate(tables_of(edition), 1) if table in listed_tables(edition, sheet)
        ),
        "volume": 1,
        "volumes": 1,
    }
    return [Artifact(name, edition.name, target, "application/pdf", len(printed.content), facts)]


def file_name(name: str, publication: Publication, edition: Edition, options: PrintOptions) -> str:
    """The name of a copy's file; it tells the options that are not the usual ones, and nothing of a person."""
    parts = (publication.name, edition.name, name, options.name(USUAL[name]))
    return "-".join(part for part in parts if part) + ".pdf"


def page_html(name: str, publication: Publication, edition: Edition, sheet: Sheet, tight: bool = False) -> str:
    """The whole document as HTML, as the press takes it; `tight` lets words in tables break at any letter."""
    options = sheet.options
    names = {other.name: file_name(name, publication, other, options) for other in publication.editions}

    def href(place: Place) -> str:
        inside = f"#{place.section}" if place.section else ""
        return inside or "#top" if place.edition == edition.name else names[place.edition] + inside

    words = words_for(edition.language)
    writer = LargePrintWriter(edition, sheet, href, listed_tables(edition, sheet))
    classes = [str(edition.kind), "dark" if options.pair.dark else "", "tight" if tight else ""]
    return fill(
        "print",
        "large/document.html",
        publication=publication,
        edition=edition,
        classes=" ".join(filter(None, classes)),
        words=words,
        copy=words(GIANT if options.size >= GIANT_FROM else LARGE, size=options.size),
        title=front.title_lines(edition.title),
        date=date_in_words(publication.date, edition.language),
        contents=front.contents(edition, depth=1 if edition.easy_read else 2),
        sections=[writer.section(section) for section in edition.sections],
        notes=writer.notes_list(all_notes(edition)),
        addresses=front.web_addresses(edition),
        credits=front.credit_lines(edition),
        formats=[row for row in FORMATS if row.name != name and row.name in (publication.formats or {row.name})],
    )


def _longest_word(edition: Edition, sheet: Sheet) -> float:
    """The width in em of the longest word in a heading."""
    texts = [edition.title, *(plain_text(section.heading.inlines) for section in sections_of(edition))]
    return round(sheet.measure.widest(word for text in texts for word in text.split()), 3)


@cache
def _press(options: PrintOptions, longest: float, emoji: bool) -> Press:
    theme, fonts = theme_folder("print"), theme_folder("fonts")
    faces = ["faces.css"] + ["lexend.css"] * (options.typeface == "lexend") + ["emoji.css"] * emoji
    sheets = [*(fonts / face for face in faces), theme / "large" / "large.css"]
    return Press(sheets, [theme, fonts], Sheet(options).css(longest))
