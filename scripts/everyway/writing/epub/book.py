"""A book put together: pages, sounds, pictures and what the package document says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from everyway.model import Edition, Publication
from everyway.speech.recording import Recording, Track
from everyway.wording import words_for
from everyway.writing.epub.accessibility import Facts, accessibility, certificate, may_move
from everyway.writing.epub.addresses import Addresses
from everyway.writing.epub.announcements import announce
from everyway.writing.epub.archive import File, pack
from everyway.writing.epub.chapters import chapters
from everyway.writing.epub.front import THEME, Front
from everyway.writing.epub.look import style_sheet
from everyway.writing.epub.markup import inside
from everyway.writing.epub.overlays import Overlay, overlay
from everyway.writing.epub.package import Item, package
from everyway.writing.epub.page import Page
from everyway.writing.epub.page_marks import PageMark, PageMarks, words_after
from everyway.writing.epub.pictures import MEDIA_TYPES, PictureFiles
from everyway.writing.epub.spoken import spoken
from everyway.writing.epub.stretches import stretches
from everyway.writing.html import RIGHT_TO_LEFT
from everyway.writing.parts import Parts
from everyway.writing.print.front import pictures_of
from everyway.writing.print.template import fill

STYLE = "book.css"


@dataclass(frozen=True, slots=True)
class Book:
    """A book as bytes, and the pages that can be gone to in it."""

    content: bytes
    page_marks: int


def book(publication: Publication, edition: Edition, format_name: str, parts: Parts) -> Book:
    """The book of an edition, with its voice where `parts` have a recording."""
    addresses = Addresses(publication, edition)
    pictures = PictureFiles(edition)
    marks = PageMarks(parts.pages, words_for(edition.language))
    front = Front(publication, edition, addresses)
    title, text, about = (
        front.title_page(pictures),
        list(chapters(edition, addresses, pictures, marks)),
        front.about(format_name),
    )
    contents = front.contents(text, marks.marks)
    heard = [title, *text, about]
    overlays = _overlays(heard, marks.marks, parts.recording) if parts.recording else {}
    made = _Files(publication, edition)
    for page in (title, contents, *text, about):
        made.page(page, overlays.get(page.name), "nav" if page is contents else "")
    made.add("style", STYLE, "text/css", style_sheet().encode())
    for number, (name, file) in enumerate(pictures.files(), start=1):
        made.add(f"picture-{number}", name, MEDIA_TYPES[file.suffix.lower()], file.read_bytes())
    facts = _facts(publication, edition, parts, bool(marks.marks), [file for _, file in pictures.files()])
    access = accessibility(facts, words_for(edition.language))
    document = package(publication, edition, format_name, made.items, access, _narrator(edition, parts.recording))
    return Book(pack(document, made.files), len(marks.marks))


@dataclass(frozen=True, slots=True)
class _Heard:
    overlay: Overlay
    sound: str
    track: Track


def _overlays(pages: Sequence[Page], marks: Sequence[PageMark], recording: Recording) -> dict[str, _Heard]:
    """What is heard with each page: the recording has a chapter for each, and those of the title and the last page."""
    found = {}
    begins = words_after(marks, pages)
    for page, track in zip(pages, recording.tracks, strict=True):
        if page.matter != "bodymatter":
            announce(page, track.chapter.clips)
        own = {mark.number: mark.id for mark in marks if mark.file == page.file}
        sound = f"audio/{page.name}.mp3"
        said = spoken(tuple(stretches(track, begins)), page, own)
        found[page.name] = _Heard(overlay(said, page, sound), sound, track)
    return found


class _Files:
    """The files of a book and their lines in its manifest, as they are made."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._edition = edition
        self.items: list[Item] = []
        self.files: list[File] = []

    def page(self, page: Page, heard: _Heard | None, properties: str) -> None:
        """A page in the order of reading, with what is heard of it."""
        number = sum(item.read for item in self.items) + 1
        content = fill(
            THEME,
            "document.xhtml",
            title=page.title,
            language=page.language,
            rtl=page.language.split("-")[0].lower() in RIGHT_TO_LEFT,
            kind=self._edition.kind,
            matter=page.matter,
            body=inside(page.body),
            lexicons=(),
        )
        own = Item(
            f"page-{number}", page.file, "application/xhtml+xml", properties, f"overlay-{number}" if heard else "", True
        )
        self._add(own, content.encode())
        if heard:
            smil = fill(THEME, "overlay.smil", file=page.file, body=heard.overlay.body)
            length = heard.overlay.milliseconds
            self._add(
                Item(f"overlay-{number}", f"{page.name}.smil", "application/smil+xml", milliseconds=length),
                smil.encode(),
            )
            self.add(f"sound-{number}", heard.sound, "audio/mpeg", heard.track.mp3.read_bytes())

    def add(self, name: str, file: str, media_type: str, content: bytes, properties: str = "") -> None:
        """A file that no reader goes to by itself."""
        self._add(Item(name, file, media_type, properties), content)

    def _add(self, item: Item, content: bytes) -> None:
        self.items.append(item)
        self.files.append(File(item.name, content))


def _facts(publication: Publication, edition: Edition, parts: Parts, pages: bool, files: Sequence[Path]) -> Facts:
    certified_by, credential, report = certificate(publication.settings)
    telling = [picture for picture in pictures_of(edition) if picture.alt]
    return Facts(
        pictures=bool(telling),
        described=any(picture.description for picture in telling),
        moving=may_move(file.read_bytes() for file in files),
        spoken=parts.recording is not None,
        pages=f"{edition.title}, PDF, {publication.date.isoformat()}" if pages else "",
        certified_by=certified_by,
        credential=credential,
        report=report,
    )


def _narrator(edition: Edition, recording: Recording | None) -> str:
    return words_for(edition.language)("ebook-narrator", voice=recording.voice) if recording else ""
