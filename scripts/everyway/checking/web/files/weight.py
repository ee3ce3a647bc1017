"""How heavy a page is to load: its HTML with the style sheets and scripts it loads, compressed as a web host does."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

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
    """The compressed bytes of one page with its style sheets and scripts."""
    files = loaded_files(site, document)
    return sum(len(gzip.compress(data, _LEVEL)) for data in (document.html, *(file.read_bytes() for file in files)))


def loaded_files(site: Site, document: Document) -> tuple[Path, ...]:
    """The style sheets and scripts that load with a page, each once."""
    wanted = (
        site.file_at(document.path, reference.address)
        for reference in document.references
        if reference.element == "script" or "stylesheet" in reference.rel or "modulepreload" in reference.rel
    )
    return tuple(dict.fromkeys(file for file in wanted if file and file.is_file()))
