"""What can be told of a site from its files alone, without a browser. One look a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from everyway.checking.web.documents import Document, Site
from everyway.checking.web.files.links import broken_links
from everyway.checking.web.files.outside import outside_addresses
from everyway.checking.web.files.weight import heavy_pages
from everyway.checking.web.verdict import Sighting

FileLook = Callable[[Site, Sequence[Document]], Iterable[Sighting]]

FILE_LOOKS: Mapping[str, FileLook] = {
    "links": broken_links,
    "outside": outside_addresses,
    "weight": heavy_pages,
}
