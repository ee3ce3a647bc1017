"""What a reader can take away: the cards of the page "Get a copy", from the manifest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from everyway.manifest import Item, Manifest
from everyway.wording import Wording
from everyway.writing.formats import FORMATS

FOLDER = "downloads"


@dataclass(frozen=True, slots=True)
class Download:
    """One file to take away: what it is, what it is for, and what a reader should know before fetching it.

    `uri` is its place in the site, `file` where it lies now. `facts` are ready to be shown ("PDF", "1.2 MB").
    `language` is that of title and purpose, which stand in the table of formats.
    """

    format: str
    edition: str
    title: str
    purpose: str
    uri: str
    file: Path
    media_type: str
    facts: tuple[str, ...]
    language: str = "en"


def downloads_in(manifest: Manifest, folder: Path, wording: Wording) -> tuple[Download, ...]:
    """The manifest's files that lie under `folder` (the manifest's own), in its order; the site itself is none."""
    return tuple(_downloads(manifest, folder, wording))


def _downloads(manifest: Manifest, folder: Path, wording: Wording) -> Iterator[Download]:
    purposes = {row.name: row.purpose for row in FORMATS}
    for item in manifest.items:
        file = folder / item.path
        if item.edition and file.is_file():
            yield Download(
                item.format,
                item.edition,
                item.title,
                purposes.get(item.format, ""),
                f"{FOLDER}/{file.name}",
                file,
                item.media_type,
                tuple(_facts(item, wording)),
            )


def _facts(item: Item, wording: Wording) -> Iterator[str]:
    if item.facts.get("volumes", 1) != 1:
        yield wording("volume", number=item.facts["volume"], count=item.facts["volumes"])
    yield Path(item.path).suffix.removeprefix(".").upper()
    yield size_in_words(item.size)
    pages = item.facts.get("pages")
    if isinstance(pages, int):
        yield wording("site-pages-one" if pages == 1 else "site-pages", number=pages)
    seconds = item.facts.get("seconds")
    if isinstance(seconds, int | float):
        yield wording("site-minutes", number=max(1, round(seconds / 60)))


def size_in_words(size: int) -> str:
    """A size in bytes as people read it: "640 KB", "1.2 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
