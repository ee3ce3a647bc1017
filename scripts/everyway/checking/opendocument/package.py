"""The package of an OpenDocument text: its parts, and the styles that paragraphs and words refer to (ODF 1.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZIP_STORED, BadZipFile, ZipFile

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE, DRAW, FO, SVG = (
    f"{_ODF}{name}:1.0}}"
    for name in ("office", "style", "text", "table", "drawing", "xsl-fo-compatible", "svg-compatible")
)
MANIFEST = f"{_ODF}manifest:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
MIMETYPE = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a text: names, trees of XML, and what is wrong with the package itself."""

    names: tuple[str, ...]
    trees: Mapping[str, Element]
    problems: tuple[str, ...]

    def tree(self, name: str) -> Element:
        """The XML of a part; an empty element where there is none."""
        return self.trees.get(name, Element("none"))

    @property
    def content(self) -> Element:
        """The part that holds the words."""
        return self.tree("content.xml")

    def styles(self) -> dict[str, Element]:
        """Every style by its name: those of the theme, and those that stand in the text's own part."""
        rows = [*self.tree("styles.xml").iter(f"{STYLE}style"), *self.content.iter(f"{STYLE}style")]
        return {row.get(f"{STYLE}name", ""): row for row in rows}


def read_package(path: Path) -> Package:
    """A text's package; the last one read is kept as long as its file does not change."""
    state = path.stat()
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _read(path: Path, changed: int, size: int) -> Package:
    problems: list[str] = []
    trees: dict[str, Element] = {}
    try:
        with ZipFile(path) as package:
            entries = package.infolist()
            names = tuple(entry.filename for entry in entries)
            first = entries[0] if entries else None
            if first is None or first.filename != "mimetype" or first.compress_type != ZIP_STORED:
                problems.append("The package does not begin with its kind, unpacked.")
            elif package.read(first).decode("ascii", "replace") != MIMETYPE:
                problems.append("The package says that it is something else than a text.")
            for name in names:
                if name.endswith(".xml"):
                    try:
                        trees[name] = fromstring(package.read(name))
                    except ParseError as error:
                        problems.append(f"The part {name} is no XML: {error}.")
    except (BadZipFile, OSError) as error:
        return Package((), {}, (f"It is no zip file: {error}.",))
    found = Package(names, trees, ())
    return Package(names, trees, (*problems, *_listed(found), *_loose(found)))


def _listed(package: Package) -> Iterator[str]:
    rows = package.tree("META-INF/manifest.xml").iter(f"{MANIFEST}file-entry")
    listed = {row.get(f"{MANIFEST}full-path", "") for row in rows} - {"/"}
    held = {name for name in package.names if name != "mimetype" and not name.startswith("META-INF/")}
    yield from (f"The part {name} is not in the list of parts." for name in sorted(held - listed))
    yield from (f"The part {name} is in the list of parts, but not there." for name in sorted(listed - held))
    yield from (
        f"The part {name} is missing." for name in ("content.xml", "styles.xml", "meta.xml") if name not in held
    )


def _loose(package: Package) -> Iterator[str]:
    """What the text refers to and is not there: pictures, styles, bookmarks with a name that others have."""
    styles = set(package.styles())
    lists = {row.get(f"{STYLE}name") for row in package.tree("styles.xml").iter(f"{TEXT}list-style")}
    for element in package.content.iter():
        if element.tag == f"{DRAW}image" and element.get(f"{XLINK}href") not in package.names:
            yield f"The picture {element.get(f'{XLINK}href')} is not there."
        name = element.get(f"{TEXT}style-name")
        if element.tag == f"{TEXT}list":
            if name is not None and name not in lists:
                yield f"A list has the style {name}, of which nothing is known."
        elif name is not None and name not in styles and element.tag.startswith(TEXT):
            yield f"Something has the style {name}, of which nothing is known."
    marks = [mark.get(f"{TEXT}name") for mark in package.content.iter(f"{TEXT}bookmark")]
    yield from (
        f"Several bookmarks are called {mark}." for mark in sorted({str(m) for m in marks if marks.count(m) > 1})
    )
