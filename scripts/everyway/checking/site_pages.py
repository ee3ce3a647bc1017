"""The pages of a built site, read as a browser would: addresses, ids, and which part of which edition each tells."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from everyway.checking.html_account import parse

EDITION = "data-edition"
SECTION = "data-section"
"""Attributes of `main` that say what a page tells: a part of an edition; without the second, a whole edition."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `file` is relative to the site, with forward slashes; `edition` and `section` are what it tells.

    `elements` are all of its tree, in order.
    """

    file: str
    tree: Element
    elements: tuple[Element, ...]
    ids: Counter[str]
    edition: str
    section: str

    @property
    def main(self) -> Element | None:
        """What the page is for, without what stands round it."""
        return next(self.tree.iter("main"), None)


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address of the site leads: a file of it, and a place in that file."""

    file: str
    fragment: str


class Site:
    """Every page of a site, by its file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = {page.file: page for page in map(self._page, sorted(folder.rglob("*.html")))}
        self._files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
        self._parts: dict[tuple[str, str], list[Page]] = {}
        for page in self.pages.values():
            self._parts.setdefault((page.edition, page.section), []).append(page)
        self._targets: dict[tuple[str, str], str | None] = {}

    def part(self, edition: str, section: str) -> list[Page]:
        """The pages that tell a part; there should be one."""
        return self._parts.get((edition, section), [])

    def target(self, page: Page, address: str) -> Target | None:
        """Where an address on a page leads inside the site; None when there is no such file."""
        parts = urlsplit(address)
        fragment = unquote(parts.fragment)
        if not parts.path:
            return Target(page.file, fragment)
        key = (page.file.rpartition("/")[0], parts.path)
        if key not in self._targets:
            self._targets[key] = self._file(*key)
        file = self._targets[key]
        return None if file is None else Target(file, fragment)

    def _file(self, folder: str, address: str) -> str | None:
        """The file that an address leads to from a page in a folder of the site."""
        path = unquote(address)
        candidates = _under(PurePosixPath(path)) if path.startswith("/") else [normpath(f"{folder or '.'}/{path}")]
        for candidate in candidates:
            for file in (candidate, f"{candidate}/index.html".removeprefix("./")):
                if file in self._files:
                    return file
        return None

    def place(self, page: Page, address: str) -> str:
        """Where an address leads, as accounts write targets: `edition#section` for what the publication tells."""
        parts = urlsplit(address)
        target = None if parts.scheme or parts.netloc else self.target(page, address)
        other = self.pages.get(target.file) if target else None
        if target is None or other is None or not other.edition:
            return address
        return f"{other.edition}#{target.fragment or other.section}"

    def _page(self, file: Path) -> Page:
        tree = parse(file.read_text("utf-8"))
        main = next(tree.iter("main"), None)
        elements = tuple(tree.iter())
        ids = Counter(element.get("id", "") for element in elements if element.get("id") is not None)
        return Page(
            file.relative_to(self.folder).as_posix(),
            tree,
            elements,
            ids,
            edition=main.get(EDITION, "") if main is not None else "",
            section=main.get(SECTION, "") if main is not None else "",
        )


def read_site(folder: Path) -> Site:
    """The pages of a site; the last one read is kept as long as its files do not change."""
    files = [(str(file), file.stat()) for file in sorted(folder.rglob("*"))]
    return _read(folder, tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in files))


@lru_cache(maxsize=1)
def _read(folder: Path, state: tuple[tuple[str, int, int], ...]) -> Site:
    return Site(folder)


def _under(path: PurePosixPath) -> list[str]:
    """What a path from the root of a web server may mean: the site may lie in a folder of it."""
    parts = path.parts[1:]
    return ["/".join(parts[start:]) or "." for start in range(len(parts) or 1)]
