"""What a reader can take away: the cards of the page "Get a copy", from the manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from everyway.manifest import Item, Manifest
from everyway.wording import Wording
from everyway.writing.formats import FORMATS

FOLDER = "downloads"


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that goes with another: the captions or the transcript of a recording. `name` is that of its wording."""

    name: str
    uri: str
    file: Path
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """One file to take away: what it is, what it is for, and what a reader should know before fetching it.

    `uri` is its place in the site, `file` where it lies now. `facts` are ready to be shown ("PDF", "1.2 MB").
    `language` is that of title and purpose, which stand in the table of formats. `beside` are files that go with it.
    `family` is what readers think of it as one with, and it `leads` where it is the first of its family.
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
    beside: tuple[Beside, ...] = ()
    family: str = ""
    leads: bool = True


def downloads_in(manifest: Manifest, folder: Path, wording: Wording) -> tuple[Download, ...]:
    """The manifest's files that lie under `folder` (the manifest's own), in its order; the site itself is none."""
    return tuple(_downloads(manifest, folder, wording))


def _downloads(manifest: Manifest, folder: Path, wording: Wording) -> Iterator[Download]:
    rows = {row.name: row for row in FORMATS}
    led: set[tuple[str, str]] = set()
    there = [item for item in manifest.items if item.edition and _for_readers(item) and (folder / item.path).is_file()]
    for item in there:
        file = folder / item.path
        if not _goes_along(item):
            row = rows[item.format]
            leads = (item.edition, row.family) not in led
            led.add((item.edition, row.family))
            yield Download(
                item.format,
                item.edition,
                item.title,
                row.purpose,
                f"{FOLDER}/{file.name}",
                file,
                item.media_type,
                tuple(_facts(item, wording)),
                beside=tuple(_beside(item, there, folder, wording)),
                family=row.family,
                leads=leads,
            )


def _beside(whole: Item, there: Iterable[Item], folder: Path, wording: Wording) -> Iterator[Beside]:
    for item in there:
        if _goes_along(item) and (item.format, item.edition) == (whole.format, whole.edition):
            file = folder / item.path
            yield Beside(str(item.facts["beside"]), f"{FOLDER}/{file.name}", file, tuple(_facts(item, wording)))


def _for_readers(item: Item) -> bool:
    return item.facts.get("audience") != "editor"


def _goes_along(item: Item) -> bool:
    """Whether a file is the words of a recording, which nobody would take away without it."""
    return "beside" in item.facts


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
        yield length_in_words(seconds, wording)
    if item.facts.get("voice"):
        yield wording("site-synthetic")
    if item.facts.get("proof_read") is False:
        yield wording("site-not-proof-read")


def length_in_words(seconds: float, wording: Wording) -> str:
    """A length as people tell it: "40 sec", "12 min", "1 h 35 min"."""
    if seconds < 59.5:
        return wording("site-seconds", number=max(1, round(seconds)))
    hours, minutes = divmod(round(seconds / 60), 60)
    return wording("site-hours", hours=hours, minutes=minutes) if hours else wording("site-minutes", number=minutes)


def size_in_words(size: int) -> str:
    """A size in bytes as people read it: "640 KB", "1.2 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
