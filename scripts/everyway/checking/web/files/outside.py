"""Anything that a page or style sheet would fetch from another site by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from everyway.checking.web.documents import Document, Site, addresses_in_css
from everyway.checking.web.verdict import Sighting


def outside_addresses(site: Site, documents: Sequence[Document]) -> Iterator[Sighting]:
    """Fetched addresses with a host: in elements, in `style`, in style sheets. Links may lead where they like."""
    for document in documents:
        fetched = [reference.address for reference in document.references if reference.fetched]
        for address in (*fetched, *addresses_in_css(document.inline_styles)):
            yield from _outside(document.path, address)
    for sheet in site.stylesheets:
        for address in addresses_in_css(sheet.read_text("utf-8", "replace")):
            yield from _outside(site.path_of(sheet), address)


def _outside(page: str, address: str) -> Iterator[Sighting]:
    host = urlsplit(address).hostname
    if host:
        yield outside_request(page, host)


def outside_request(page: str, host: str) -> Sighting:
    """The sighting of a request that leaves the site; the same words however it was noticed."""
    return Sighting("WEB060", f"The page asks {host} for something.", page)
