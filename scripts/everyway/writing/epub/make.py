"""The makers of EPUB: one edition's book, with its voice or without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from everyway.model import Artifact, Edition, Publication
from everyway.model.artifact import Fact
from everyway.writing.epub.archive import MEDIA_TYPE
from everyway.writing.epub.book import book
from everyway.writing.parts import Parts
from everyway.writing.print.press import deliver

NAME = "epub"
LIGHT = "epub-light"


def make_epub(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path, parts: Parts
) -> Sequence[Artifact]:
    """The book that reads itself aloud, from `parts.recording`, with the pages of `parts.pages`, in the folder.

    Facts: `seconds`, `voice`, and `page_marks`, the number of pages that can be gone to. WritingError when it cannot be
    written.
    """
    assert parts.recording is not None
    return [_make(publication, edition, NAME, folder, parts)]


def make_light_epub(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path, parts: Parts
) -> Sequence[Artifact]:
    """The same book without its voice, with the pages of `parts.pages`, in the folder."""
    return [_make(publication, edition, LIGHT, folder, replace(parts, recording=None))]


def _make(publication: Publication, edition: Edition, format_name: str, folder: Path, parts: Parts) -> Artifact:
    made = book(publication, edition, format_name, parts)
    target = folder / f"{publication.name}-{edition.name}-{format_name}.epub"
    deliver(made.content, target)
    facts: dict[str, Fact] = {"page_marks": made.page_marks}
    if parts.recording:
        seconds = sum(track.chapter.seconds for track in parts.recording.tracks)
        facts |= {"seconds": round(seconds, 3), "voice": parts.recording.voice}
    return Artifact(format_name, edition.name, target, MEDIA_TYPE, len(made.content), facts, parts.pages)
