"""Large print and giant print of an edition: a document of its own, not an enlarged one (UKAAF G003; PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from everyway.errors import UsageError
from everyway.model import Artifact, Edition, Publication
from everyway.model.artifact import Fact
from everyway.model.walk import plain_text, sections_of, sentences_of, tables_of
from everyway.themes import theme_folder
from everyway.writing.print import front
from everyway.writing.print.large_page import Copy
from everyway.writing.print.options import PrintOptions, settings_of
from everyway.writing.print.press import Press, Printed, deliver, may_need_emoji
from everyway.writing.print.problems import problems, stop_for
from everyway.writing.print.sheet import Sheet
from everyway.writing.print.variants import ARCHIVE, UA
from everyway.writing.print.volumes import Volume, estimated, front_pages, measured, starts_for, volumes_of
from everyway.writing.print.wide_tables import listed_tables

LARGE = "large-print"
GIANT = "giant-print"
SIZES: Mapping[str, int] = {LARGE: 18, GIANT: 28}
"""The size of each format in points when nobody asks for another."""


TRIES = 3
"""How often a book is laid out, to find volumes that are thin enough, before the best there is has to do."""


EVERYDAY = 9.0
"""Em: words up to this width ("responsibilities") have to fit on a line."""


def make_large_print(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """Large print of an edition: 18 point, by the print settings of the publication, unless the options differ."""
    return make_copy(LARGE, publication, edition, options, folder)


def make_giant_print(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """Giant print of an edition: 28 point, by the print settings of the publication, unless the options differ."""
    return make_copy(GIANT, publication, edition, options, folder)


def make_copy(
    name: str, publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """A copy of an edition under the name of a format, in the folder: one file, or one for each volume.

    Facts: `pages`; `tags` ("own", or "native: " and why); `typefaces`; the options `size`, `colours`, `paper`,
    `typeface`, `spacing`, `sides`, `leaves` (of a volume at most), `archive`; `tables_as_lists`, the numbers of tables
    that do not fit; and `volume` of so many `volumes`, the ids `begins` and `ends` of its first section and of the
    next volume's, and its `first_page`. UsageError for options that cannot be; FindingsError when the text or a
    picture cannot be printed as it is.
    """
    usual = PrintOptions.of({"size": SIZES[name], **settings_of(publication, edition)})
    chosen = PrintOptions.of({"size": SIZES[name], **settings_of(publication, edition), **options})
    sheet = Sheet(chosen)
    _refuse_too_narrow(edition, sheet)
    copy = Copy(name, publication, edition, sheet, listed_tables(edition, sheet), chosen.name(usual))
    volumes, printed = _print(copy)
    artifacts = []
    for volume, one in zip(volumes, printed, strict=True):
        target = folder / copy.file(volume)
        deliver(one.content, target)
        facts = _facts(copy, volume, one)
        artifacts.append(Artifact(name, edition.name, target, "application/pdf", len(one.content), facts))
    return artifacts


def _refuse_too_narrow(edition: Edition, sheet: Sheet) -> None:
    """UsageError where an everyday word is wider than a line; a longer one is parted where it must be."""
    texts = (plain_text(each.inlines) for section in sections_of(edition) for each in sentences_of(section))
    words = {word for text in texts for word in text.split()}
    widths = {word: sheet.measure.width(word) for word in sorted(words)}
    word, width = max(
        ((word, width) for word, width in widths.items() if width <= EVERYDAY),
        key=lambda each: each[1],
        default=("", 0.0),
    )
    if width > sheet.ems:
        options = sheet.options
        larger = ", or larger paper (A3)" if options.paper != "A3" else ""
        raise UsageError(
            "too-large-for-the-paper",
            f"At {options.size} point the word “{word}” does not fit on a line of {options.paper}.",
            why="Words that are parted are hard to read, most of all in large letters.",
            fix=f"Choose {int(sheet.column / width)} point or less{larger}.",
        )


def _print(copy: Copy) -> tuple[tuple[Volume, ...], tuple[Printed, ...]]:
    """The volumes of a copy, printed; where they turn out too thick, they are parted anew by the pages they have."""
    most = copy.sheet.options.pages_a_volume
    starts = starts_for(estimated(copy.edition, copy.sheet), most - front_pages(copy.edition, copy.sheet))
    tried: set[tuple[str, ...]] = set()
    while True:
        volumes, printed = _print_volumes(copy, starts)
        tried.add(starts)
        if max(one.pages for one in printed) <= most:
            return volumes, printed
        firsts = [one.first for one in printed]
        end = printed[-1].first + printed[-1].pages
        candidates, front = measured(copy.edition, volumes, printed[0].places, firsts, end)
        starts = starts_for(candidates, most - front - 1)  # a page may stay empty before the next volume
        if starts in tried or len(tried) == TRIES:
            return volumes, printed


def _print_volumes(copy: Copy, starts: Sequence[str]) -> tuple[tuple[Volume, ...], tuple[Printed, ...]]:
    options = copy.sheet.options
    volumes = volumes_of(copy.edition, starts)
    printed: tuple[Printed, ...] = ()
    for tight in (False, True):
        html = copy.html(volumes, tight=tight)
        press = _press(options, _longest_word(copy.edition, copy.sheet), may_need_emoji(html))
        pictures, variant = front.pictures_of(copy.edition), ARCHIVE if options.archive else UA
        if len(volumes) == 1:
            printed = (press.print(html, pictures, variant=variant),)
        else:
            printed = press.print_volumes(html, pictures, [copy.anchor(volume) for volume in volumes], variant=variant)
        if not any(one.too_wide for one in printed):
            break
    for one in printed:
        stop_for(problems(one, copy.edition), copy.edition)
    return volumes, printed


def _facts(copy: Copy, volume: Volume, printed: Printed) -> Mapping[str, Fact]:
    options = copy.sheet.options
    listed = [str(number) for number, table in enumerate(tables_of(copy.edition), 1) if table in copy.listed]
    return {
        "pages": printed.pages,
        "tags": printed.tags,
        "typefaces": ", ".join(printed.typefaces),
        "size": options.size,
        "colours": options.colours,
        "paper": options.paper,
        "typeface": options.typeface,
        "spacing": options.spacing,
        "sides": options.sides,
        "leaves": options.volume_pages,
        "archive": options.archive,
        "tables_as_lists": " ".join(listed),
        "volume": volume.number,
        "volumes": volume.count,
        "begins": volume.begins,
        "ends": volume.ends,
        "first_page": printed.first,
    }


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
