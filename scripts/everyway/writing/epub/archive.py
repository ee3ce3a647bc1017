"""The files of a book in one ZIP, whose first says what it is (EPUB 3.3, section 4): the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

MEDIA_TYPE = "application/epub+zip"
FOLDER = "EPUB"
PACKAGE = "package.opf"

_DATE = (1980, 1, 1, 0, 0, 0)
_SQUEEZED_ALREADY = (".mp3", ".png", ".jpg", ".jpeg")
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{FOLDER}/{PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class File:
    """One file of the book; `name` is its path below the package document's folder."""

    name: str
    content: bytes


def pack(package: str, files: Iterable[File]) -> bytes:
    """The book: the package document first, then its files in the order given."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as book:
        _add(book, "mimetype", MEDIA_TYPE.encode("ascii"), squeeze=False)
        _add(book, "META-INF/container.xml", _CONTAINER.encode())
        _add(book, f"{FOLDER}/{PACKAGE}", package.encode())
        for file in files:
            _add(book, f"{FOLDER}/{file.name}", file.content, squeeze=not file.name.endswith(_SQUEEZED_ALREADY))
    return content.getvalue()


def _add(book: zipfile.ZipFile, name: str, content: bytes, *, squeeze: bool = True) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED
    book.writestr(entry, content)
