"""HTML files to what the checks need of them without a browser: ids, addresses, kinds of elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_FETCHED = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "image": ("href",),
    "video": ("src", "poster"),
}
_FOLLOWED = {"a": ("href",), "area": ("href",), "form": ("action",)}
_FETCHING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
_LIKE_ITS_NEIGHBOURS = {"b", "br", "cite", "em", "i", "small", "strong", "sub", "sup"}
_NUMBER = re.compile(r"\d+")
_IN_CSS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a page, the element it stands on, and whether the browser fetches it unasked."""

    element: str
    address: str
    fetched: bool
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One HTML page: `path` within the site ("plan/index.html"), with forward slashes."""

    path: str
    ids: frozenset[str]
    references: tuple[Reference, ...]
    kinds: frozenset[str]
    html: bytes
    inline_styles: str

    @property
    def address(self) -> str:
        """Its address within the site: "plan/" for "plan/index.html"."""
        return self.path.removesuffix("index.html") if self.path.split("/")[-1] == "index.html" else self.path


class Site:
    """A folder of built pages, read when asked for. `root` is the path that the site is served under, as "/base/"."""

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder = folder.resolve()
        self.root = "/" + base.strip("/") + "/" if base.strip("/") else "/"

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every HTML page, in order of path."""
        return tuple(
            read_document(file.relative_to(self.folder).as_posix(), file.read_bytes())
            for file in sorted(self.folder.rglob("*.html"))
        )

    @cached_property
    def by_path(self) -> dict[str, Document]:
        """The pages by their path."""
        return {document.path: document for document in self.documents}

    @cached_property
    def stylesheets(self) -> tuple[Path, ...]:
        """Every style sheet, in order of path."""
        return tuple(sorted(self.folder.rglob("*.css")))

    def file_at(self, page: str, address: str) -> Path | None:
        """The file that an address on a page leads to, whether or not it is there; None when it leads out of the site.

        An address with a host is outside; one that leaves the site's root gives a path that cannot exist.
        """
        whole = urlsplit(urljoin("http://site.invalid" + self.root + page, address))
        if whole.netloc != "site.invalid" or whole.scheme != "http":
            return None
        path = unquote(whole.path)
        if not path.startswith(self.root):
            return self.folder / "\N{REPLACEMENT CHARACTER}outside" / path.lstrip("/")
        file = self.folder / path.removeprefix(self.root)
        return file / "index.html" if path.endswith("/") or file.is_dir() else file

    def path_of(self, file: Path) -> str:
        """A file's path within the site, with forward slashes."""
        return file.relative_to(self.folder).as_posix()


def read_document(path: str, html: bytes) -> Document:
    """The page in those bytes; what is not UTF-8 is passed over (the Nu checker reports it)."""
    reader = _Reader()
    reader.feed(html.decode("utf-8", "replace"))
    reader.close()
    return Document(
        path=path,
        ids=frozenset(reader.ids),
        references=tuple(reader.references),
        kinds=frozenset(reader.kinds),
        html=html,
        inline_styles="\n".join(reader.styles),
    )


def addresses_in_css(css: str) -> tuple[str, ...]:
    """Every address that a style sheet fetches."""
    found = (next((group for group in match.groups() if group), "") for match in _IN_CSS.finditer(css))
    return tuple(address for address in found if address)


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


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.references: list[Reference] = []
        self.kinds: set[str] = set()
        self.styles: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.update(given[name] for name in ("id", *(("name",) if tag == "a" else ())) if given.get(name))
        if tag not in _LIKE_ITS_NEIGHBOURS:
            names = _NUMBER.sub("", given.get("class", "")).split()
            self.kinds.update(f"{tag}.{name}" for name in names or [""])
        self.kinds.update(f"{tag}[{name}={given[name]}]" for name in ("role", "type") if name in given)
        self.styles.append(given.get("style", ""))
        self._in_style = tag == "style"
        rel = given.get("rel", "").lower()
        if tag == "link" and "href" in given:
            self._refer(tag, given["href"], fetched=bool(_FETCHING_LINKS & set(rel.split())), rel=rel)
        for name in _FETCHED.get(tag, ()):
            for address in _addresses(name, given.get(name, "")):
                self._refer(tag, address, fetched=True)
        for name in _FOLLOWED.get(tag, ()):
            if name in given:
                self._refer(tag, given[name], fetched=False, rel=rel)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._in_style = False

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.styles.append(data)

    def _refer(self, tag: str, address: str, *, fetched: bool, rel: str = "") -> None:
        self.references.append(Reference(tag, address.strip(), fetched, rel))


def _addresses(name: str, value: str) -> list[str]:
    if name != "srcset":
        return [value] if value.strip() else []
    return [part.split()[0] for part in value.split(",") if part.split()]
