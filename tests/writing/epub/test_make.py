"""The book as a whole: what is in it, the same bytes every time, with a voice and without."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from everyway.errors import WritingError
from everyway.model import Publication
from everyway.writing.epub.make import make_epub, make_light_epub
from everyway.writing.parts import Parts
from tests.conftest import Golden
from tests.writing.daisy.recordings import recording_of
from tests.writing.epub.books import constructs, spoken_book

SHOWN = (".xhtml", ".smil", ".opf", ".pls")


@pytest.fixture(scope="module")
def publication() -> Publication:
    return constructs()


@pytest.mark.parametrize("name", ["full", "short"])
def test_every_construct_as_a_book(publication: Publication, name: str, tmp_path: Path, golden: Golden) -> None:
    files = spoken_book(publication, publication.edition(name), tmp_path)
    shown = [
        f"==== {file}\n{content.decode()}"
        for file, content in files.items()
        if file.endswith(SHOWN) and content.strip()
    ]
    golden(f"epub/{name}.txt", "\n".join(["\n".join(files), *shown]) + "\n")


def test_the_same_book_is_the_same_bytes(publication: Publication, tmp_path: Path) -> None:
    edition = publication.edition("short")
    recording = recording_of(publication, edition, tmp_path / "sound")
    made = []
    for number in ("1", "2"):
        folder = tmp_path / number
        folder.mkdir()
        for make in (make_epub, make_light_epub):
            (artifact,) = make(publication, edition, {}, folder, Parts(recording))
            made.append((artifact.path.name, artifact.path.read_bytes(), artifact.size))
    assert made[:2] == made[2:]
    assert [name for name, _, _ in made[:2]] == ["constructs-short-epub.epub", "constructs-short-epub-light.epub"]
    assert all(len(content) == size for _, content, size in made)


def test_a_reading_system_knows_the_file_by_its_first_bytes(publication: Publication, tmp_path: Path) -> None:
    (made,) = make_light_epub(publication, publication.edition("short"), {}, tmp_path, Parts())
    assert made.path.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(made.path) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_light_book_has_the_same_words_and_no_voice(publication: Publication, tmp_path: Path) -> None:
    edition = publication.edition("short")
    recording = recording_of(publication, edition, tmp_path / "sound")
    (made,) = make_light_epub(publication, edition, {}, tmp_path, Parts(recording, {}))
    assert made.media_type == "application/epub+zip"
    assert made.facts == {"page_marks": 0}
    with zipfile.ZipFile(made.path) as book:
        names = book.namelist()
        package = book.read("EPUB/package.opf").decode()
    assert not [name for name in names if name.endswith((".mp3", ".smil"))]
    assert "auditory" not in package and "media:" not in package and "pageNavigation" not in package


def test_the_book_tells_how_long_it_is_and_who_speaks(publication: Publication, tmp_path: Path) -> None:
    edition = publication.edition("short")
    recording = recording_of(publication, edition, tmp_path / "sound")
    (made,) = make_epub(publication, edition, {}, tmp_path, Parts(recording))
    length = sum(track.chapter.seconds for track in recording.tracks)
    assert made.facts == {"page_marks": 0, "seconds": pytest.approx(length, abs=0.001), "voice": "tones"}


def test_a_book_that_cannot_be_written_leaves_nothing(publication: Publication, tmp_path: Path) -> None:
    (tmp_path / "constructs-short-epub-light.epub").mkdir()
    with pytest.raises(WritingError, match="could not be written"):
        make_light_epub(publication, publication.edition("short"), {}, tmp_path, Parts())
    assert [path.name for path in tmp_path.iterdir()] == ["constructs-short-epub-light.epub"]
