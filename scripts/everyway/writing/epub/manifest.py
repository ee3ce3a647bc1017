"""The files of a book and their lines in its manifest, as they are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everyway.model import Edition
from everyway.speech.pls import MEDIA_TYPE as LEXICON
from everyway.speech.recording import Track
from everyway.writing.epub.archive import File
from everyway.writing.epub.front import THEME
from everyway.writing.epub.markup import inside
from everyway.writing.epub.overlays import Overlay
from everyway.writing.epub.package import Item
from everyway.writing.epub.page import Page
from everyway.writing.html import RIGHT_TO_LEFT
from everyway.writing.print.template import fill

PAGE, OVERLAY, SOUND = "application/xhtml+xml", "application/smil+xml", "audio/mpeg"


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard of a page: `sound` is the book's name for the sound of the track."""

    overlay: Overlay
    sound: str
    track: Track


class Manifest:
    """Collects files; `lexicons` are those that every page names, by language."""

    def __init__(self, edition: Edition, lexicons: Mapping[str, str]) -> None:
        self.items: list[Item] = []
        self.files: list[File] = []
        self._edition = edition
        self._lexicons = {language: f"lexicon-{language.lower()}.pls" for language in lexicons}
        for language, document in lexicons.items():
            name = self._lexicons[language]
            self.add(name.removesuffix(".pls"), name, LEXICON, document.encode())

    def pages(self, pages: Sequence[Page], contents: Page, heard: Mapping[str, Heard]) -> None:
        """The pages in the order of reading, with what is heard of them, by their names."""
        for number, page in enumerate(pages, start=1):
            voice = heard.get(page.name)
            overlay = f"overlay-{number}" if voice else ""
            properties = "nav" if page is contents else ""
            self._add(Item(f"page-{number}", page.file, PAGE, properties, overlay, read=True), self._document(page))
            if voice:
                smil = fill(THEME, "overlay.smil", file=page.file, body=voice.overlay.body)
                item = Item(overlay, f"{page.name}.smil", OVERLAY, milliseconds=voice.overlay.milliseconds)
                self._add(item, smil.encode())
                self.add(f"sound-{number}", voice.sound, SOUND, voice.track.mp3.read_bytes())

    def add(self, name: str, file: str, media_type: str, content: bytes, properties: str = "") -> None:
        """A file that no reader goes to by itself."""
        self._add(Item(name, file, media_type, properties), content)

    def _document(self, page: Page) -> bytes:
        return fill(
            THEME,
            "document.xhtml",
            title=page.title,
            language=page.language,
            rtl=page.language.split("-")[0].lower() in RIGHT_TO_LEFT,
            kind=self._edition.kind,
            matter=page.matter,
            body=inside(page.body),
            lexicons=self._lexicons,
        ).encode()

    def _add(self, item: Item, content: bytes) -> None:
        self.items.append(item)
        self.files.append(File(item.name, content))
