"""HTML files to what is asked of them before a browser opens them: kinds of elements, and what loads with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_LIKE_ITS_NEIGHBOURS = {"b", "br", "cite", "em", "i", "small", "strong", "sub", "sup"}
_NUMBER = re.compile(r"\d+")


DOWNLOADS = "downloads"
"""The folder of what readers take away."""


@dataclass(frozen=True, slots=True)
class Document:
    """One HTML page: `path` within the site ("plan/index.html"), with forward slashes.

    `kinds` names each kind of element that stands on it, by name and class; `loads` are the addresses of the style
    sheets and scripts that load with it.
    """

    path: str
    file: Path
    kinds: frozenset[str]
    loads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A folder of built pages; `root` is the path that the site is served under, as "/base/"."""

    folder: Path
    root: str
    documents: tuple[Document, ...]

    def file_at(self, document: Document, address: str) -> Path | None:
        """The file of this site that an address on a page leads to; None when there is no such file."""
        whole = urlsplit(urljoin("http://site.invalid" + self.root + document.path, address))
        path = unquote(whole.path)
        if whole.netloc != "site.invalid" or not path.startswith(self.root):
            return None
        file = self.folder / path.removeprefix(self.root)
        return file if file.is_file() else None


def read_site(folder: Path, base: str = "/") -> Site:
    """Every page of a site's folder, in order of path. What is not UTF-8 is passed over: the Nu checker tells of it."""
    folder = folder.resolve()
    root = "/" + base.strip("/") + "/" if base.strip("/") else "/"
    documents = tuple(_read(file, file.relative_to(folder).as_posix()) for file in _pages(folder))
    return Site(folder, root, documents)


def _pages(folder: Path) -> Iterator[Path]:
    """The site's own pages: a page among its downloads is a book in one file, and is checked as such."""
    for file in sorted(folder.rglob("*.html")):
        if file.relative_to(folder).parts[0] != DOWNLOADS:
            yield file


def cover(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The fewest pages (nearly) on which every kind of element of all these pages stands, most kinds first."""
    left = list(documents)
    wanted: set[str] = set().union(*(document.kinds for document in left))
    chosen: list[Document] = []
    while wanted and left:
        best = max(left, key=lambda document: len(document.kinds & wanted))
        chosen.append(best)
        left.remove(best)
        wanted -= best.kinds
    return tuple(chosen)


def _read(file: Path, path: str) -> Document:
    reader = _Reader()
    reader.feed(file.read_text("utf-8", "replace"))
    reader.close()
    return Document(path, file, frozenset(reader.kinds), tuple(dict.fromkeys(reader.loads)))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kinds: set[str] = set()
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in _LIKE_ITS_NEIGHBOURS:
            names = _NUMBER.sub("", given.get("class", "")).split()
            self.kinds.update(f"{tag}.{name}" for name in names or [""])
        self.kinds.update(f"{tag}[{name}={given[name]}]" for name in ("role", "type") if name in given)
        rel = given.get("rel", "").lower().split()
        if tag == "script" and given.get("src"):
            self.loads.append(given["src"])
        elif tag == "link" and given.get("href") and {"stylesheet", "modulepreload"} & set(rel):
            self.loads.append(given["href"])
