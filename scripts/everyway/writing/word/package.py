"""Packages of Word: named parts to a zip file, with the same bytes every time (ISO/IEC 29500-2)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from html import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TYPES: Mapping[str, str] = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_BY_ENDING = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_BY_ENDING |= {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def content_types(parts: Iterable[str]) -> bytes:
    """What each part is: `[Content_Types].xml`."""
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _BY_ENDING.items())
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPES[name]}"/>' for name in parts if name in TYPES
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{_HEAD}<Types xmlns="{space}">{defaults}{overrides}</Types>'.encode()


def relations(parts: Iterable[str], more: str = "") -> bytes:
    """The relations of a document to its own parts, named `own-<part>`; `more` are others, as XML."""
    rows = "".join(
        f'<Relationship Id="own-{name}" Type="{OFFICE}/{name.rstrip("1")}" Target="{escape(name)}.xml"/>'
        for name in parts
    )
    return _relations(rows + more)


def pack(parts: Mapping[str, bytes], root: str, properties: bool = False) -> bytes:
    """The zip file of a document whose main part is `root`; `properties`: with those of `docProps`."""
    rows = f'<Relationship Id="main" Type="{OFFICE}/officeDocument" Target="{root}"/>'
    if properties:
        core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        rows += f'<Relationship Id="core" Type="{core}" Target="docProps/core.xml"/>'
        rows += f'<Relationship Id="app" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    every = {"[Content_Types].xml": parts["[Content_Types].xml"], "_rels/.rels": _relations(rows), **parts}
    return zipped(every)


def zipped(parts: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """A zip file of these parts in their order, dated long ago; pictures and what is in `stored` are not packed."""
    held = io.BytesIO()
    with ZipFile(held, "w") as package:
        for name, content in parts.items():
            entry = ZipInfo(name, _LONG_AGO)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            plain = name in stored or name.rpartition(".")[2] in ("png", "jpg", "jpeg")
            package.writestr(entry, content, ZIP_STORED if plain else ZIP_DEFLATED, None if plain else 9)
    return held.getvalue()


def _relations(rows: str) -> bytes:
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'.encode()
