"""Links that lead nowhere: to a file that is not in the site, or to a place that is not on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from everyway.checking.web.documents import Document, Reference, Site, addresses_in_css
from everyway.checking.web.verdict import Sighting


def broken_links(site: Site, documents: Sequence[Document]) -> Iterator[Sighting]:
    """Every address within the site is followed, by its file; addresses of other sites are not opened."""
    for document in documents:
        for reference in document.references:
            yield from _follow(site, document, reference)
    for sheet in site.stylesheets:
        page = site.path_of(sheet)
        for address in addresses_in_css(sheet.read_text("utf-8", "replace")):
            file = site.file_at(page, address) if not address.startswith("#") else None
            if file is not None and not file.is_file():
                yield Sighting("WEB061", f"The style sheet asks for “{address}”, which is not in the site.", page)


def _follow(site: Site, document: Document, reference: Reference) -> Iterator[Sighting]:
    file = site.file_at(document.path, reference.address)
    if file is None:
        return
    element = f'{reference.element}[…="{reference.address}"]'
    if not file.is_file():
        yield Sighting("WEB061", f"“{reference.address}” leads to nothing in the site.", document.path, element)
        return
    place = unquote(urlsplit(reference.address).fragment)
    target = site.by_path.get(site.path_of(file)) if file.is_relative_to(site.folder) else None
    if place and place != "top" and target and place not in target.ids and not reference.fetched:
        yield Sighting(
            "WEB062",
            f"“{reference.address}” leads to a page that has no place of the name “{place}”.",
            document.path,
            element,
        )
