"""The formats there are: one row each, in the order they are offered. Adding a format is one row and one module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast

from everyway.manifest import Manifest
from everyway.model import Artifact, Edition, Publication
from everyway.writing.parts import Part, Parts


class MakeEdition(Protocol):
    """What a format of one edition offers: a pure function from the edition to files in a folder.

    Same publication, edition and options give the same bytes. `folder` exists and may hold other formats' files;
    a maker writes only files whose names start with `<publication>-<edition>-<format>`.
    """

    def __call__(
        self, publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
    ) -> Sequence[Artifact]:
        """Make the format's files in the folder and tell of them."""
        ...


class MakeFromParts(Protocol):
    """What a format offers that is made from `parts` of the edition too: those that its row names."""

    def __call__(
        self,
        publication: Publication,
        edition: Edition,
        options: Mapping[str, object],
        folder: Path,
        parts: Parts,
    ) -> Sequence[Artifact]:
        """Make the format's files in the folder and tell of them."""
        ...


class MakeWhole(Protocol):
    """What a format of the whole publication offers; `manifest` tells what the other formats have made.

    `parts` are those of each edition, by its name, where they have been made.
    """

    def __call__(
        self, publication: Publication, manifest: Manifest, folder: Path, parts: Mapping[str, Parts]
    ) -> Sequence[Artifact]:
        """Make the format in the folder, which is its own, and tell of it."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One row: `maker` is "module:function", imported only when used.

    `scope` is edition (made once for each) or publication (the site: made once, after all others). `family` groups what
    readers think of as one ("audio"); `purpose` says in plain words what one would want it for. `themes` name the
    folders whose change means making it again. `options` are what the maker is given, `parts` what it needs beside the
    edition (a format of the whole publication is given those that others need), `takes` the options that a person may
    choose for a copy.
    """

    name: str
    family: str
    title: str
    purpose: str
    extension: str
    maker: str
    themes: tuple[str, ...]
    scope: Literal["edition", "publication"] = "edition"
    options: Mapping[str, object] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    takes: frozenset[str] = frozenset()

    def with_options(self, options: Mapping[str, object]) -> Format:
        """The same format by other options as well."""
        return replace(self, options={**self.options, **options})

    def make_edition(
        self, publication: Publication, edition: Edition, folder: Path, parts: Parts | None = None
    ) -> Sequence[Artifact]:
        """Make this format of one edition; `parts` hold what the row names."""
        if self.parts:
            assert parts is not None, f"{self.name} is made from {self.parts}"
            return cast("MakeFromParts", self._load())(publication, edition, self.options, folder, parts)
        return cast("MakeEdition", self._load())(publication, edition, self.options, folder)

    def make_whole(
        self, publication: Publication, manifest: Manifest, folder: Path, parts: Mapping[str, Parts]
    ) -> Sequence[Artifact]:
        """Make this format of the whole publication."""
        return cast("MakeWhole", self._load())(publication, manifest, folder, parts)

    def _load(self) -> object:
        module, _, function = self.maker.partition(":")
        return getattr(import_module(module), function)


_PRINT = frozenset({"size", "colours", "paper", "typeface", "spacing", "sides", "volume_pages", "archive"})
_SPEECH = frozenset({"voice", "rate", "pauses"})
_BRAILLE = frozenset({"grade", "cells", "lines", "style", "sides", "volume_pages"})

FORMATS: tuple[Format, ...] = (
    Format(
        name="pdf",
        family="pdf",
        title="PDF to read on screen or print",
        purpose="To print, or to read with a screen reader. It has headings, bookmarks and page numbers.",
        extension="pdf",
        maker="everyway.writing.pdf:make_pdf",
        themes=("print", "fonts"),
        takes=frozenset({"archive"}),
    ),
    Format(
        name="large-print",
        family="large",
        title="Large print (PDF)",
        purpose="To print, or to read on screen, in letters of 18 point: about half as large again as in a book.",
        extension="pdf",
        maker="everyway.writing.large_print:make_large_print",
        themes=("print", "fonts"),
        takes=_PRINT,
    ),
    Format(
        name="giant-print",
        family="large",
        title="Giant print (PDF)",
        purpose="To print, or to read on screen, in letters of 28 point: more than twice as large as in a book.",
        extension="pdf",
        maker="everyway.writing.large_print:make_giant_print",
        themes=("print", "fonts"),
        takes=_PRINT,
    ),
    Format(
        name="word",
        family="document",
        title="Word document",
        purpose="To read, or to change the look of, in Word or a program like it.",
        extension="docx",
        maker="everyway.writing.word.make:make_docx",
        themes=("word", "fonts"),
        takes=frozenset({"size"}),
    ),
    Format(
        name="word-large-print",
        family="document",
        title="Word document in large print",
        purpose="To read in Word or a program like it, in letters of 18 point.",
        extension="docx",
        maker="everyway.writing.word.make:make_large_docx",
        themes=("word", "fonts"),
        takes=frozenset({"size"}),
    ),
    Format(
        name="odt",
        family="document",
        title="OpenDocument text",
        purpose="To read, or to change the look of, in LibreOffice or another program that is free to use.",
        extension="odt",
        maker="everyway.writing.opendocument.make:make_odt",
        themes=("opendocument", "fonts"),
        takes=frozenset({"size"}),
    ),
    Format(
        name="text",
        family="document",
        title="Plain text",
        purpose="To read in an e-mail, or in any program there is.",
        extension="txt",
        maker="everyway.writing.text.make:make_text",
        themes=(),
    ),
    Format(
        name="html",
        family="document",
        title="One page (HTML)",
        purpose="To keep, or to send by e-mail: a web page in one file, with its pictures.",
        extension="html",
        maker="everyway.writing.one_page.make:make_html",
        themes=("one-page",),
    ),
    Format(
        name="epub",
        family="book",
        title="E-book that reads itself aloud (EPUB)",
        purpose="To read and hear on a phone or an e-book reader, which shows each sentence as it is read.",
        extension="epub",
        maker="everyway.writing.epub.make:make_epub",
        themes=("ebook", "cover", "fonts"),
        parts=("recording", "pages"),
        takes=_SPEECH,
    ),
    Format(
        name="epub-light",
        family="book",
        title="E-book without sound (EPUB)",
        purpose="To read on a phone or an e-book reader. It is much smaller than the one with sound.",
        extension="epub",
        maker="everyway.writing.epub.make:make_light_epub",
        themes=("ebook", "cover", "fonts"),
        parts=("pages",),
    ),
    Format(
        name="mp3",
        family="audio",
        title="Audio (MP3)",
        purpose="To listen to, in any player or on a phone. It has chapters.",
        extension="mp3",
        maker="everyway.writing.audio.mp3:make_mp3",
        themes=("cover", "fonts"),
        parts=("recording",),
        takes=_SPEECH,
    ),
    Format(
        name="m4b",
        family="audio",
        title="Audiobook (M4B)",
        purpose="To listen to in an app for audiobooks, which keeps your place. It has chapters.",
        extension="m4b",
        maker="everyway.writing.audio.m4b:make_m4b",
        themes=("cover", "fonts"),
        parts=("recording",),
        takes=_SPEECH,
    ),
    Format(
        name="daisy",
        family="audio",
        title="Talking book (DAISY 2.02)",
        purpose="To listen to on a talking book player. You can go to any heading or page.",
        extension="zip",
        maker="everyway.writing.daisy:make_daisy",
        themes=("daisy", "print", "fonts"),
        parts=("recording", "pages"),
        takes=_SPEECH | {"unpacked"},
    ),
    Format(
        name="brf",
        family="braille",
        title="Braille for a display or an embosser (BRF)",
        purpose="To read on a braille display, or to emboss on paper.",
        extension="brf",
        maker="everyway.writing.braille.brf:make_brf",
        themes=(),
        takes=_BRAILLE,
    ),
    Format(
        name="pef",
        family="braille",
        title="Braille for an embosser (PEF)",
        purpose="To emboss on paper: it tells the embosser all about its pages.",
        extension="pef",
        maker="everyway.writing.braille.pef:make_pef",
        themes=(),
        takes=_BRAILLE,
    ),
    Format(
        name="ebrl",
        family="braille",
        title="Braille book (eBraille)",
        purpose="To read on a braille display that knows eBraille. You can go to any heading.",
        extension="ebrl",
        maker="everyway.writing.braille.ebraille:make_ebrl",
        themes=("braille",),
        takes=frozenset({"grade"}),
    ),
    Format(
        name="braille-preview",
        family="braille",
        title="Braille to check by eye",
        purpose="For editors: the braille above the words, page by page.",
        extension="html",
        maker="everyway.writing.braille.preview:make_preview",
        themes=("braille",),
        takes=_BRAILLE,
    ),
    Format(
        name="site",
        family="web",
        title="Web site",
        purpose="To read on any screen. You can change the colours and the size of the text.",
        extension="",
        maker="everyway.writing.site.build:make_site",
        themes=("site", "cover", "fonts"),
        scope="publication",
    ),
)

ON_REQUEST: tuple[Format, ...] = (
    Format(
        name="wav",
        family="audio",
        title="Audio (WAV)",
        purpose="For a studio, or to make other formats from: sound as it was made.",
        extension="wav",
        maker="everyway.writing.audio.wav:make_wav",
        themes=(),
        parts=("recording",),
        takes=_SPEECH,
    ),
    Format(
        name="cd",
        family="audio",
        title="Audio CD",
        purpose="To burn on discs that any CD player plays: a folder of tracks for each disc.",
        extension="",
        maker="everyway.writing.audio.cd:make_cd",
        themes=(),
        parts=("recording",),
        takes=_SPEECH,
    ),
)
"""Formats that no build makes: only a person's wish does."""


def format_named(name: str) -> Format:
    """The row of that name; KeyError when there is none."""
    for row in (*FORMATS, *ON_REQUEST):
        if row.name == name:
            return row
    raise KeyError(name)
