"""Books made for tests, and what is in them as text that a person can read."""

from __future__ import annotations

import zipfile
from pathlib import Path

from everyway.model import Edition, Publication
from everyway.reading.publication import read_publication
from everyway.writing.epub.make import make_epub
from everyway.writing.parts import Parts
from tests.writing.daisy.recordings import recording_of

CONSTRUCTS = Path(__file__).parents[2] / "publications" / "constructs"


def constructs() -> Publication:
    """The publication that uses everything that an editor can type."""
    publication = read_publication(CONSTRUCTS).publication
    assert publication is not None
    return publication


def spoken_book(publication: Publication, edition: Edition, folder: Path) -> dict[str, bytes]:
    """The files of a book with a voice of silence; every seventh thing that is said begins a page."""
    recording = recording_of(publication, edition, folder / "sound")
    said = [clip.id for track in recording.tracks[1:-1] for clip in track.chapter.clips]
    pages = {name: 3 + place // 7 for place, name in enumerate(said)}
    (made,) = make_epub(publication, edition, {}, folder, Parts(recording, pages))
    return files_of(made.path)


def files_of(path: Path) -> dict[str, bytes]:
    """The files of a book, by name, in order."""
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}
