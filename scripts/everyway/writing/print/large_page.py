"""A large print copy as one HTML document, of one volume or of several: what the template is filled with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from everyway.model import Edition, Place, Publication, Table
from everyway.wording import words_for
from everyway.writing.families import other_families
from everyway.writing.print import front
from everyway.writing.print.large_html import LargePrintWriter, notes_in
from everyway.writing.print.sheet import Sheet
from everyway.writing.print.template import fill
from everyway.writing.print.volumes import Volume
from everyway.writing.print.words import date_in_words

GIANT_FROM = 24
"""The size in points from which a copy is called giant print."""


LOW_UNDER = 15.0
"""Em: on a page that is lower than this, boxes and items may go on on the next one; it would stay empty otherwise."""


@dataclass(frozen=True, slots=True)
class VolumePage:
    """A volume as the template takes it: `href` gives the address of "#id" as this volume links to it."""

    id: str
    title: str
    href: Callable[[str], str]
    sections: tuple[Markup, ...]
    notes: Markup


@dataclass(frozen=True, slots=True)
class Copy:
    """An edition that is printed on a sheet under the name of a format; `listed` are the tables that do not fit.

    `special` is what tells the copy apart in its file's name, where its options are not the usual ones.
    """

    format: str
    publication: Publication
    edition: Edition
    sheet: Sheet
    listed: frozenset[Table]
    special: str

    def file(self, volume: Volume | None = None, edition: Edition | None = None) -> str:
        """The name of the file of a volume, or of another edition's copy. It tells nothing of any person."""
        parts = [self.publication.name, (edition or self.edition).name, self.format, self.special]
        if volume and volume.count > 1:
            parts.append(f"volume-{volume.number}-of-{volume.count}")
        return "-".join(filter(None, parts)) + ".pdf"

    @staticmethod
    def anchor(volume: Volume) -> str:
        """The id of a volume's title page."""
        return "top" if volume.number == 1 else f"volume-{volume.number}"

    def html(self, volumes: Sequence[Volume], tight: bool = False) -> str:
        """The document, as the press takes it; `tight` lets words in tables break at any letter."""
        edition, publication = self.edition, self.publication
        words = words_for(edition.language)
        size = self.sheet.options.size
        several = len(volumes) > 1
        flags = {
            str(edition.kind): True,
            "dark": self.sheet.options.pair.dark,
            "tight": tight,
            "stacked": self.sheet.stacked,
            "low": self.sheet.height < LOW_UNDER * size,
            self.sheet.options.sides: True,
        }
        return fill(
            "print",
            "large/document.html",
            publication=publication,
            edition=edition,
            classes=" ".join(name for name, wanted in flags.items() if wanted),
            words=words,
            keep=LargePrintWriter(edition, self.sheet, lambda place: "").words,
            copy=words("giant-print" if size >= GIANT_FROM else "large-print", size=size),
            title=front.title_lines(edition.title),
            date=date_in_words(publication.date, edition.language),
            contents=front.contents(edition, depth=1 if edition.easy_read else 2),
            new_volumes={f"#{volume.begins}": self._title(volume) for volume in volumes if several},
            volumes=[self._page(volume, volumes) for volume in volumes],
            addresses=front.web_addresses(edition),
            credits=front.credit_lines(edition),
            families=other_families(self.publication, self.format, words),
        )

    def _title(self, volume: Volume) -> str:
        return words_for(self.edition.language)("volume", number=volume.number, count=volume.count)

    def _page(self, volume: Volume, volumes: Sequence[Volume]) -> VolumePage:
        files = {place: self.file(other) for other in volumes if other is not volume for place in other.places}

        def inside(address: str) -> str:
            return files.get(address.removeprefix("#"), "") + address

        def href(place: Place) -> str:
            if place.edition != self.edition.name:
                other = self.file(edition=self.publication.edition(place.edition))
                return f"{other}#{place.section}" if place.section else other
            return inside(f"#{place.section}") if place.section else f"#{self.anchor(volume)}"

        writer = LargePrintWriter(self.edition, self.sheet, href, self.listed)
        return VolumePage(
            id=self.anchor(volume),
            title=self._title(volume) if volume.count > 1 else "",
            href=inside,
            sections=tuple(writer.section(section) for section in volume.sections),
            notes=writer.notes_list(notes_in(volume.sections)),
        )
