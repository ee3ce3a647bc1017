"""An EPUB file in, the book out: its files, and those of them that reading systems go by, as trees with plain names."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, fromstring

PACKAGE = "EPUB/package.opf"

_SPACES = {
    "http://www.idpf.org/2007/ops": "epub:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}


class BrokenBookError(ValueError):
    """The book cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the manifest; `name` is the file's name in the ZIP."""

    id: str
    name: str
    media_type: str
    properties: frozenset[str]
    overlay: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page in the order of reading."""

    item: Item
    html: Element

    @property
    def body(self) -> Element:
        """What is shown."""
        body = self.html.find("body")
        return body if body is not None else Element("body")

    @property
    def name(self) -> str:
        """The file's name in the ZIP."""
        return self.item.name


@dataclass(frozen=True, slots=True)
class Meta:
    """One property of the package document."""

    property: str
    value: str
    id: str
    refines: str


class Book:
    """One book. BrokenBookError when what is asked for cannot be read."""

    def __init__(self, path: Path) -> None:
        try:
            with zipfile.ZipFile(path) as file:
                self.entries = tuple(file.infolist())
                self.files: Mapping[str, bytes] = {entry.filename: file.read(entry) for entry in self.entries}
        except (OSError, zipfile.BadZipFile) as error:
            raise BrokenBookError(f"it is no ZIP file that can be read ({error})") from error
        self.path = path
        self.package = self.tree(PACKAGE)

    def tree(self, name: str) -> Element:
        """A file of XML as its elements."""
        content = self.files.get(name)
        if content is None:
            raise BrokenBookError(f"{name} is missing")
        try:
            return _plain(fromstring(content))
        except ParseError as error:
            raise BrokenBookError(f"{name} is not well-formed ({error})") from error

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """The manifest, by id."""
        lines = self.package.iterfind("manifest/item")
        return {
            line.get("id", ""): Item(
                line.get("id", ""),
                resolved(PACKAGE, line.get("href", "")),
                line.get("media-type", ""),
                frozenset(line.get("properties", "").split()),
                line.get("media-overlay", ""),
            )
            for line in lines
        }

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages in the order of reading."""
        names = [line.get("idref", "") for line in self.package.iterfind("spine/itemref")]
        missing = [name for name in names if name not in self.items]
        if missing:
            raise BrokenBookError(f"the spine names “{missing[0]}”, which the manifest does not")
        return tuple(Page(self.items[name], self.tree(self.items[name].name)) for name in names)

    @cached_property
    def navigation(self) -> Page:
        """The navigation document."""
        for page in self.pages:
            if "nav" in page.item.properties:
                return page
        raise BrokenBookError("it has no navigation document in its order of reading")

    def nav(self, kind: str) -> Element | None:
        """The part of the navigation document of a kind ("toc")."""
        return next((nav for nav in self.navigation.body.iter("nav") if kind in kinds(nav)), None)

    def part(self, section: str) -> Page | None:
        """The page whose text begins with a section of that id."""
        for page in self.pages:
            first = page.body.find("section")
            if first is not None and first.get("id") == section:
                return page
        return None

    @cached_property
    def metadata(self) -> tuple[Meta, ...]:
        """The properties of the package document: `dc:title` and the like, and those of `meta`."""
        holder = self.package.find("metadata")
        return tuple(
            Meta(
                line.get("property", "") if line.tag == "meta" else line.tag,
                " ".join("".join(line.itertext()).split()),
                line.get("id", ""),
                line.get("refines", "").removeprefix("#"),
            )
            for line in (holder if holder is not None else ())
            if line.tag == "meta" or line.tag.startswith("dc:")
        )

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a property, in order."""
        return tuple(meta.value for meta in self.metadata if meta.property == name)


def read_book(path: Path) -> Book:
    """The book in a file; the last one read is kept while the file does not change."""
    state = path.stat()
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _read(path: Path, changed: int, size: int) -> Book:
    return Book(path)


def resolved(base: str, address: str) -> str:
    """The name of the file that an address in the file `base` leads to, without what follows the number sign."""
    path = unquote(address.partition("#")[0])
    return normpath(join(dirname(base), path)) if path else base


def kinds(element: Element) -> frozenset[str]:
    """The words of an element's `epub:type`."""
    return frozenset(element.get("epub:type", "").split())


def ids(element: Element) -> Iterator[str]:
    """The ids in a tree, in order."""
    return (name for inner in element.iter() if (name := inner.get("id")) is not None)


def _plain(tree: Element) -> Element:
    """The tree with names that people write: `p`, `epub:type`, `xml:lang`, `dc:title`."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            element.tag = _name(element.tag)
            for key in [key for key in element.attrib if key.startswith("{")]:
                element.set(_name(key), element.attrib.pop(key))
    return tree


def _name(name: str) -> str:
    space, closed, local = name.removeprefix("{").rpartition("}")
    return f"{_SPACES.get(space, '')}{local}" if closed else name
