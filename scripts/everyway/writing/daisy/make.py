"""The files of a talking book, and the zip and folder that they go into."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from markupsafe import Markup

from everyway.model import Artifact, Edition, Publication
from everyway.model.artifact import Fact
from everyway.themes import theme_folder
from everyway.writing.daisy.book import Book, book_of, clock, sound_file
from everyway.writing.daisy.containers import spots_of
from everyway.writing.daisy.metadata import GENERATOR, identifier, metadata
from everyway.writing.daisy.phrases import spoken_chapters
from everyway.writing.daisy.text import text_of
from everyway.writing.parts import Parts
from everyway.writing.print.template import fill
from everyway.writing.tokens import read_tokens

NAME = "daisy"

Files = Mapping[str, bytes | Path]
"""What is in a book, by name: its content, or the file that has it."""


def make_daisy(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path, parts: Parts
) -> Sequence[Artifact]:
    """The talking book of an edition as a zip and, with the option `unpacked`, as a folder to copy onto a card too.

    Facts: `seconds`; `pages`, how many can be gone to, by the numbers that they have in the PDF; `chapters`; `voice`.
    OSError when the files cannot be written.
    """
    recording = parts.recording
    assert recording is not None, "a talking book is made from a recording"
    chapters = spoken_chapters(recording, parts.pages)
    spots = spots_of(edition, [clip for track in recording.tracks for clip in track.chapter.clips])
    book = book_of(edition.title, chapters, spots)
    text = text_of(edition, chapters, spots, book)
    sounds = {sound_file(number): chapter.track.mp3 for number, chapter in enumerate(chapters, 1)}
    files = _files(publication, edition, book, text, recording.engine, sounds)
    facts: Mapping[str, Fact] = {
        "seconds": round(book.length / 1000),
        "pages": sum(entry.kind == "page-normal" for entry in book.entries),
        "chapters": len(chapters),
        "voice": recording.engine,
    }
    target = folder / f"{publication.name}-{edition.name}-{NAME}.zip"
    _pack(files, target, publication.date.timetuple()[:3])
    artifacts = [Artifact(NAME, edition.name, target, "application/zip", target.stat().st_size, facts)]
    if options.get("unpacked"):
        _unpack(files, target.with_suffix(""))
        size = sum(map(_size, files.values()))
        artifacts.append(Artifact(NAME, edition.name, target.with_suffix(""), "application/x-daisy", size, facts))
    return artifacts


def _files(
    publication: Publication, edition: Edition, book: Book, text: Markup, voice: str, sounds: Mapping[str, Path]
) -> Files:
    """Every file of the book; the navigation control centre first, which says how large they are all together."""
    shared = {
        "title": edition.title,
        "language": edition.language,
        "identifier": identifier(publication, edition),
        "generator": GENERATOR,
    }
    colours = read_tokens(theme_folder("print").parent / "tokens.yml").colours["light"]

    def page(name: str, **values: object) -> bytes:
        return fill(NAME, name, **shared, **values).encode()

    files: dict[str, bytes | Path] = {
        "ncc.html": b"",
        "master.smil": page("master.smil", parts=book.parts, time=clock(book.length)),
        **{part.file: page("part.smil", part=part) for part in book.parts},
        "content.html": page("content.html", text=text),
        "content.css": page("content.css", colours=colours),
        **sounds,
    }
    kilobytes = -1
    while kilobytes != (kilobytes := round(sum(map(_size, files.values())) / 1024)):
        about = metadata(publication, edition, book, voice, len(files), kilobytes)
        files["ncc.html"] = page("ncc.html", metadata=about, entries=book.entries)
    return files


def _size(content: bytes | Path) -> int:
    return len(content) if isinstance(content, bytes) else content.stat().st_size


def _pack(files: Files, target: Path, date: tuple[int, ...]) -> None:
    """The files at the top of a zip, all of one date. Sound is not pressed again: it would not become smaller."""
    with _aside(target) as aside, zipfile.ZipFile(aside, "w") as book:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (date[0], date[1], date[2], 0, 0, 0))
            entry.external_attr = 0o644 << 16
            if isinstance(content, bytes):
                book.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
            else:
                book.writestr(entry, content.read_bytes())


def _unpack(files: Files, target: Path) -> None:
    with _aside(target) as aside:
        aside.mkdir()
        for name, content in files.items():
            if isinstance(content, bytes):
                (aside / name).write_bytes(content)
            else:
                shutil.copyfile(content, aside / name)
        if target.exists():
            shutil.rmtree(target)


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """A place to write beside a file or folder, which takes its place at the end and is gone if anything fails."""
    aside = target.with_name(target.name + ".part")
    try:
        yield aside
        aside.replace(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        aside.unlink(missing_ok=True)
