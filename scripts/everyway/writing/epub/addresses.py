"""Which file of the book holds which place of the edition, and how one file leads to another."""

from __future__ import annotations

from collections.abc import Mapping

from everyway.model import Edition, Place, Publication, Section
from everyway.reading.ids import Ids, slug
from everyway.writing.site.pages import Whereabouts, ids_of

TITLE = "title.xhtml"
CONTENTS = "contents.xhtml"
ABOUT = "about.xhtml"


class Addresses:
    """The files of one edition's book. A name is plain ASCII in small letters: the part's id, as far as it can be."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._edition = edition
        self._site = site_address(publication.settings)
        self._whereabouts = Whereabouts(publication)
        taken = Ids()
        for name in (TITLE, CONTENTS, ABOUT):
            taken.take(name.removesuffix(".xhtml"))
        self._names = {part.id: taken.take(slug(part.id) or "part") for part in edition.sections}
        self._holders = {name: part.id for part in edition.sections for name in ids_of(part)}

    def name(self, part: Section) -> str:
        """The name of a part's files, without an ending."""
        return self._names[part.id]

    def file(self, part: Section) -> str:
        """The file of a part's words."""
        return f"{self.name(part)}.xhtml"

    def href(self, place: Place) -> str:
        """The address of a place, as any file of the book writes it; empty when no reader could get there.

        Books cannot lead to one another, so another edition is found on the site, where there is one.
        """
        if place.edition != self._edition.name:
            return self._on_site(place)
        holder = self._holders.get(place.section)
        if holder is None:
            return TITLE
        file = f"{self._names[holder]}.xhtml"
        return file if place.section == holder else f"{file}#{place.section}"

    def _on_site(self, place: Place) -> str:
        if not self._site:
            return ""
        page = self._whereabouts.page_of(place).removesuffix(".md") + ".html"
        anchor = self._whereabouts.anchor_of(place)
        return f"{self._site}/{page}#{anchor}" if anchor else f"{self._site}/{page}"


def site_address(settings: Mapping[str, object]) -> str:
    """The address of the publication's site, without a last slash; empty when its settings name none."""
    site = settings.get("site")
    address = site.get("url") if isinstance(site, Mapping) else None
    return address.rstrip("/") if isinstance(address, str) and address.startswith(("https://", "http://")) else ""
