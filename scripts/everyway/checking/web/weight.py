"""How heavy a page is to load: its HTML with the style sheets and scripts it loads, compressed as a web host does."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence

from everyway.checking.web.documents import Document, Site
from everyway.checking.web.verdict import Sighting

MOST_BYTES = 15 * 1024
_LEVEL = 6  # what nginx, Apache and most hosts of static sites compress with, or better


def heavy_pages(site: Site, documents: Sequence[Document]) -> Iterator[Sighting]:
    """Pages over 15 KB without pictures, sound and typefaces."""
    for document in documents:
        total = page_weight(site, document)
        if total > MOST_BYTES:
            message = f"The page loads {total / 1024:.1f} KB; the most is {MOST_BYTES // 1024} KB."
            yield Sighting("WEB063", message, document.path)


def page_weight(site: Site, document: Document) -> int:
    """The compressed bytes of one page with the style sheets and scripts that load with it."""
    loaded = (site.file_at(document, address) for address in document.loads)
    files = dict.fromkeys((document.file, *(file for file in loaded if file)))
    return sum(len(gzip.compress(file.read_bytes(), _LEVEL)) for file in files)
