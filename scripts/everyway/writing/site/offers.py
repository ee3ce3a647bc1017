"""What the site offers beside its pages: files to take away, recordings to listen to, and feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from everyway.writing.site.downloads import Download
from everyway.writing.site.listening import Listened, Listening
from everyway.writing.site.pages import SitePage


@dataclass(frozen=True, slots=True)
class Offers:
    """Downloads in the order of the formats, what there is to listen to, and the whole address of each feed.

    Feeds are told by the name of their edition.
    """

    downloads: tuple[Download, ...] = ()
    listening: tuple[Listening, ...] = ()
    feeds: Mapping[str, str] = field(default_factory=dict)

    def files(self) -> Iterator[tuple[str, Path]]:
        """Each file's place in the site, and where it lies."""
        for download in self.downloads:
            yield download.uri, download.file
            yield from ((beside.uri, beside.file) for beside in download.beside)
        for each in self.listening:
            yield from each.files.items()

    def listened(self, page: SitePage) -> Listened | None:
        """What the page of a part can be listened to by; None for other pages, and where there is no recording."""
        for each in self.listening:
            if page.edition and page.section and each.edition == page.edition.name:
                return each.to(page.section)
        return None
