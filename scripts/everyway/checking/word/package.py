"""The package of a Word document: parts, what they are and what they refer to (ISO/IEC 29500-2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DOCUMENT, NOTES = "word/document.xml", "word/footnotes.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to by a name of its own; `outside`: an address, and no part of the package."""

    target: str
    kind: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document: the names of all, those of XML as trees. `problems` are those of the package itself."""

    names: tuple[str, ...]
    trees: Mapping[str, Element]
    relations: Mapping[str, Mapping[str, Relation]]
    problems: tuple[str, ...]

    def tree(self, name: str) -> Element:
        """The XML of a part; an empty element where there is none."""
        return self.trees.get(name, Element("none"))


def read_package(path: Path) -> Package:
    """A document's package; the last one read is kept as long as its file does not change."""
    state = path.stat()
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _read(path: Path, changed: int, size: int) -> Package:
    problems: list[str] = []
    trees: dict[str, Element] = {}
    try:
        with ZipFile(path) as package:
            names = tuple(package.namelist())
            for name in names:
                if name.endswith((".xml", ".rels")):
                    try:
                        trees[name] = fromstring(package.read(name))
                    except ParseError as error:
                        problems.append(f"The part {name} is no XML: {error}.")
    except (BadZipFile, OSError) as error:
        return Package((), {}, {}, (f"It is no zip file: {error}.",))
    relations = {_source(name): dict(_relations(name, tree)) for name, tree in trees.items() if name.endswith(".rels")}
    found = Package(names, trees, relations, ())
    problems += [*_doubled(names), *_unknown_types(found), *_loose_relations(found), *_doubled_ids(found)]
    return Package(names, trees, relations, tuple(problems))


def _source(name: str) -> str:
    """The part whose relations a part holds: `word/_rels/document.xml.rels` are those of `word/document.xml`."""
    return normpath(join(dirname(dirname(name)), name.rpartition("/")[2].removesuffix(".rels")))


def _relations(name: str, tree: Element) -> Iterator[tuple[str, Relation]]:
    folder = dirname(_source(name))
    for row in tree:
        outside = row.get("TargetMode") == "External"
        target = row.get("Target", "")
        kind = row.get("Type", "").rpartition("/")[2]
        yield row.get("Id", ""), Relation(target if outside else normpath(join(folder, target)), kind, outside)


def _doubled(names: tuple[str, ...]) -> Iterator[str]:
    for name, times in Counter(name.casefold() for name in names).items():
        if times > 1:
            yield f"The part {name} is there {times} times."


def _unknown_types(package: Package) -> Iterator[str]:
    types = package.tree("[Content_Types].xml")
    defaults = {row.get("Extension") for row in types.iter(f"{_TYPES}Default")}
    overrides = {row.get("PartName", "").lstrip("/") for row in types.iter(f"{_TYPES}Override")}
    for name in package.names:
        if name != "[Content_Types].xml" and name not in overrides and name.rpartition(".")[2] not in defaults:
            yield f"Nothing says what kind of part {name} is."
    for name in sorted(overrides - set(package.names)):
        yield f"The part {name} has a kind, but is not there."


def _loose_relations(package: Package) -> Iterator[str]:
    for source, rows in package.relations.items():
        for row in rows.values():
            if not row.outside and row.target not in package.names:
                yield f"{source or 'The package'} refers to {row.target}, which is not there."
            if row.outside and row.kind != "hyperlink":
                yield f"{source} loads {row.target} from outside."
        for element in package.tree(source).iter():
            for key, name in element.attrib.items():
                if key.startswith(R) and name not in rows:
                    yield f"{source} refers to “{name}”, of which nothing is known."
    if not any(row.kind == "officeDocument" for row in package.relations.get(".", {}).values()):
        yield "The package does not say which part is the document."


def _doubled_ids(package: Package) -> Iterator[str]:
    kinds = {f"{W}bookmarkStart": f"{W}id", f"{WP}docPr": "id", f"{W}footnote": f"{W}id"}
    for tag, key in kinds.items():
        parts = (DOCUMENT, NOTES)
        found = Counter(element.get(key, "") for name in parts for element in package.tree(name).iter(tag))
        for identifier, times in found.items():
            if times > 1:
                yield f"{times} elements {tag.rpartition('}')[2]} have the id {identifier}."
    names = Counter(mark.get(f"{W}name", "").casefold() for mark in package.tree(DOCUMENT).iter(f"{W}bookmarkStart"))
    yield from (f"{times} bookmarks are called {name}." for name, times in names.items() if times > 1)
