"""eBraille of an edition (.ebrl): XHTML in Unicode braille, for displays of any length.

Follows eBraille 1.0, DAISY specification of 14 August 2025 (https://daisy.org/s/ebraille/1.0/FINAL-ebraille-20250814/).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from everyway.braille.addresses import addresses_of
from everyway.braille.codes import code_for
from everyway.braille.front import Front
from everyway.braille.louis import louis
from everyway.braille.pef import identifier
from everyway.braille.phrases import Transcriber
from everyway.braille.styles import style_named
from everyway.model import Artifact, Edition, Place, Publication, Section
from everyway.model.artifact import Fact
from everyway.model.walk import sections_of
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.braille.copy import Copy, deliver
from everyway.writing.braille.ebraille_words import Words, braille_tag

NAME = "ebrl"
MEDIA_TYPE = "application/ebrl+zip"
FOLDER = "ebraille"
VERSION = "eBraille 1.0"

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}">
<head>
<meta charset="UTF-8"/>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="{style}"/>
</head>
<body>
"""
_MARKS = re.compile("<[^>]+>")
_FOOT = "</body>\n</html>\n"
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def make_ebrl(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """eBraille of an edition. Of the braille settings it takes the grade: its lines are as long as the display.

    Facts: `specification`, `code`, `translator`, `grade`, `proof_read`.
    """
    copy = Copy.of(publication, edition, {name: value for name, value in options.items() if name == "grade"})
    target = folder / copy.file(NAME, "ebrl")
    package = _Package(copy)
    content = package.content()
    deliver(content, target)
    facts: dict[str, Fact] = {
        "specification": VERSION,
        "code": package.system,
        "translator": f"liblouis {louis().version}",
        "grade": copy.options.grade,
        "proof_read": bool(edition.proof_read_by),
    }
    return [Artifact(NAME, edition.name, target, MEDIA_TYPE, len(content), facts)]


class _Package:
    """One eBraille publication on its way to a file."""

    def __init__(self, copy: Copy) -> None:
        self.copy = copy
        self.edition = copy.edition
        self.wording = words_for(copy.edition.language)
        code = code_for(copy.edition.language)
        self.system = code.registered.format(grade=copy.options.grade)
        self.tag = braille_tag(copy.edition.language)
        transcriber = Transcriber(louis(), code, copy.options.grade)
        addresses = addresses_of(copy.edition, self.wording)
        self.parts = copy.edition.sections + ((addresses,) if addresses else ())
        self.file_of = {
            section.id: f"part-{number:02}.html"
            for number, part in enumerate(self.parts, 1)
            for section in (part, *sections_of(part))
        }
        notes = {
            note.number: f"{self.file_of[section.id]}#{note.id}"
            for section in sections_of(copy.edition)
            for note in section.notes
        }
        self.words = Words(transcriber, self.wording, self._href, notes)
        style = style_named(copy.options.style)
        self.front = Front(copy.publication, copy.edition, copy.options, style, transcriber, self.wording)

    def content(self) -> bytes:
        """The bytes of the file: a ZIP whose first entry is its media type, unpacked (EPUB 3.3, OCF ZIP container)."""
        files = {
            "META-INF/container.xml": _CONTAINER,
            "package.opf": "".join(self._opf()),
            "index.html": "".join(self._index()),
            f"{FOLDER}/style.css": (theme_folder("braille") / "ebraille.css").read_text("utf-8"),
            f"{FOLDER}/title.html": "".join(self._title()),
            **{
                f"{FOLDER}/{self.file_of[part.id]}": self._document(
                    self.words.heading(part, calls=False), "".join(self.words.section(part)), "style.css"
                )
                for part in self.parts
            },
        }
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), "application/epub+zip")
            for name, text in files.items():
                archive.writestr(_entry(name, zipfile.ZIP_DEFLATED), text)
        return packed.getvalue()

    def _href(self, target: str | Place) -> str:
        if isinstance(target, str):
            return target
        if target.edition not in ("", self.edition.name):
            return ""
        if target.section.startswith("word-") and self.edition.word_list:
            return f"{self.file_of[self.edition.word_list]}#{target.section}"
        file = self.file_of.get(target.section)
        return f"{file}#{target.section}" if file else ""

    def _document(self, title: str, body: str, style: str) -> str:
        bare = _without_marks(title)
        return _HEAD.format(tag=self.tag, title=bare, style=style) + body + _FOOT

    def _title(self) -> Iterator[str]:
        """The title page, and what a reader should know of this braille."""
        publication, text = self.copy.publication, self.words.text
        date = publication.date
        day = self.wording("date", day=date.day, month=self.wording(f"month-{date.month}"), year=date.year)
        lines = "".join(f'<p class="title">{text(line)}</p>\n' for line in (publication.publisher, day))
        told = "".join(f"<p>{text(each)}</p>\n" for each in (self.front.proof_reading(), *self.front.told(paged=False)))
        title = text(self.edition.title)
        body = f'<section id="title" epub:type="titlepage">\n<h1>{title}</h1>\n{lines}{told}</section>\n'
        yield self._document(title, body, "style.css")

    def _index(self) -> Iterator[str]:
        """The primary entry page: the contents (eBraille 1.0, section 8)."""
        title = self.words.text(self.wording("contents"))
        nav = f'<nav epub:type="toc" role="doc-toc" aria-label={quoteattr(title)}>\n<h1>{title}</h1>\n'
        body = f"{nav}{''.join(self._entries(self.parts))}</nav>\n"
        yield self._document(self.words.text(self.edition.title), body, f"{FOLDER}/style.css")

    def _entries(self, sections: Sequence[Section]) -> Iterator[str]:
        yield "<ol>\n"
        for section in sections:
            address = f"{FOLDER}/{self.file_of[section.id]}#{section.id}"
            words = _without_marks(self.words.heading(section, calls=False))
            inner = "".join(self._entries(section.sections)) if section.sections else ""
            yield f"<li><a href={quoteattr(address)}>{words}</a>{inner}</li>\n"
        yield "</ol>\n"

    def _opf(self) -> Iterator[str]:
        """The package document, with the metadata that eBraille requires and recommends (5.3.3 and 5.3.4)."""
        publication, edition, date = self.copy.publication, self.edition, self.copy.publication.date.isoformat()
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        yield f'xml:lang={quoteattr(edition.language)}>\n<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        for name, text in (
            ("title", edition.title), ("language", self.tag), ("creator", publication.publisher), ("date", date),
            ("format", VERSION), ("publisher", publication.publisher), ("rights", publication.rights),
            ("description", " ".join(filter(None, (edition.summary or publication.summary,
                                                   self.front.proof_reading())))),
        ):  # fmt: skip
            yield f"<dc:{name}>{escape(text)}</dc:{name}>\n"
        yield f'<dc:identifier id="id">{self._identifier()}</dc:identifier>\n'
        for name, text in (
            ("dcterms:modified", f"{date}T00:00:00Z"), ("dcterms:dateCopyrighted", date),
            ("a11y:brailleCellType", "6"), ("a11y:brailleSystem", self.system),
            ("a11y:completeTranscription", "true"), ("a11y:producer", publication.publisher),
            ("a11y:tactileGraphics", "none"), ("schema:accessMode", "tactile"),
            ("schema:accessModeSufficient", "tactile"), ("schema:accessibilityFeature", "braille"),
            ("schema:accessibilityFeature", "structuralNavigation"),
            ("schema:accessibilityFeature", "tableOfContents"), ("schema:accessibilityFeature", "readingOrder"),
            ("schema:accessibilityHazard", "none"), ("schema:accessibilitySummary", self.front.proof_reading()),
        ):  # fmt: skip
            yield f'<meta property="{name}">{escape(text)}</meta>\n'
        yield "</metadata>\n<manifest>\n"
        yield '<item id="nav" href="index.html" media-type="application/xhtml+xml" properties="nav"/>\n'
        yield f'<item id="style" href="{FOLDER}/style.css" media-type="text/css"/>\n'
        files = ["title.html", *(self.file_of[part.id] for part in self.parts)]
        for file in files:
            yield f'<item id="{file[:-5]}" href="{FOLDER}/{file}" media-type="application/xhtml+xml"/>\n'
        yield "</manifest>\n<spine>\n"
        for file in files:
            yield f'<itemref idref="{file[:-5]}"/>\n'
        yield "</spine>\n</package>\n"

    def _identifier(self) -> str:
        return identifier(self.copy.publication, self.edition, f"{NAME} grade {self.copy.options.grade}")


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    """An entry that is the same whenever and wherever it is made."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    return entry


def _without_marks(words: str) -> str:
    """Words without the elements among them."""
    return _MARKS.sub("", words)
