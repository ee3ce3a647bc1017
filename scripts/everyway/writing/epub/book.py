"""A book put together: pages, sounds, pictures and what the package document says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from everyway.model import Edition, Publication
from everyway.speech.lexicon import lexicon_of
from everyway.speech.pls import pronunciation_lexicons
from everyway.speech.recording import Recording
from everyway.wording import words_for
from everyway.writing.epub.accessibility import Facts, accessibility, certificate, may_move
from everyway.writing.epub.addresses import Addresses
from everyway.writing.epub.announcements import announce
from everyway.writing.epub.archive import pack
from everyway.writing.epub.chapters import chapters
from everyway.writing.epub.cover import cover
from everyway.writing.epub.front import Front
from everyway.writing.epub.look import style_sheet
from everyway.writing.epub.manifest import Heard, Manifest
from everyway.writing.epub.markup import with_class
from everyway.writing.epub.overlays import overlay
from everyway.writing.epub.package import package
from everyway.writing.epub.page import Page
from everyway.writing.epub.page_marks import PageMark, PageMarks, words_after
from everyway.writing.epub.pictures import MEDIA_TYPES, PictureFiles
from everyway.writing.epub.spoken import spoken
from everyway.writing.epub.stretches import stretches
from everyway.writing.parts import Parts
from everyway.writing.print.front import pictures_of


@dataclass(frozen=True, slots=True)
class Book:
    """A book as bytes, and how many printed pages can be gone to in it."""

    content: bytes
    page_marks: int


def book(publication: Publication, edition: Edition, format_name: str, parts: Parts) -> Book:
    """The book of an edition, with its voice where `parts` have a recording."""
    words = words_for(edition.language)
    addresses = Addresses(publication, edition)
    pictures = PictureFiles(edition)
    marks = PageMarks(parts.pages, words)
    front = Front(publication, edition, addresses)
    title, about = front.title_page(pictures), front.about(format_name)
    text = list(chapters(edition, addresses, pictures, marks))
    contents = front.contents(text, marks.marks)
    heard = _heard([title, *text, about], marks.marks, parts.recording) if parts.recording else {}

    lexicons = pronunciation_lexicons(lexicon_of(publication, edition), edition.language)
    made = Manifest(edition, lexicons)
    made.pages([title, contents, *text, about], contents, heard)
    made.add("style", "book.css", "text/css", style_sheet().encode())
    made.add("cover", "cover.png", "image/png", cover(publication, edition), "cover-image")
    files = {name: file.read_bytes() for name, file in pictures.files()}
    for number, (name, content) in enumerate(files.items(), start=1):
        made.add(f"picture-{number}", name, MEDIA_TYPES[name[name.rindex(".") :]], content)

    telling = [picture for picture in pictures_of(edition) if picture.alt]
    facts = Facts(
        pictures=bool(telling),
        described=any(True for page in text for _ in with_class(page.body, "description")),
        moving=may_move(files.values()),
        spoken=bool(heard),
        pages=f"{edition.title}, PDF, {publication.date.isoformat()}" if marks.marks else "",
        lexicon=bool(lexicons),
        certificate=certificate(publication.settings),
    )
    narrator = words("ebook-narrator", voice=parts.recording.engine) if parts.recording else ""
    document = package(publication, edition, format_name, made.items, accessibility(facts, words), narrator)
    return Book(pack(document, made.files), len(marks.marks))


def _heard(pages: Sequence[Page], marks: Sequence[PageMark], recording: Recording) -> dict[str, Heard]:
    """What is heard of each page: the recording has a chapter for each, and those of the title and the last page."""
    found = {}
    begins = words_after(marks, pages)
    for page, track in zip(pages, recording.tracks, strict=True):
        if page.matter != "bodymatter":
            announce(page, track.chapter.clips)
        own = {mark.number: mark.id for mark in marks if mark.file == page.file}
        sound = f"audio/{page.name}.mp3"
        said = spoken(tuple(stretches(track, begins)), page, own)
        found[page.name] = Heard(overlay(said, page, sound), sound, track)
    return found
