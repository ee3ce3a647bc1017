"""The formats there are: one row each, in the order they are offered. Adding a format is one row and one module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast

from everyway.manifest import Manifest
from everyway.model import Artifact, Edition, Publication


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


class MakeWhole(Protocol):
    """What a format of the whole publication offers; `manifest` tells what the other formats have made."""

    def __call__(self, publication: Publication, manifest: Manifest, folder: Path) -> Sequence[Artifact]:
        """Make the format in the folder, which is its own, and tell of it."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One row: `maker` is "module:function", imported only when used.

    `scope` is edition (made once for each) or publication (the site: made once, after all others).
    `purpose` says in plain words what a reader would want it for. `theme` names the folder whose change means making it
    again. `options` are what the maker is given.
    """

    name: str
    title: str
    purpose: str
    extension: str
    maker: str
    theme: str
    scope: Literal["edition", "publication"] = "edition"
    options: Mapping[str, object] = field(default_factory=dict)

    def with_options(self, options: Mapping[str, object]) -> Format:
        """The same format by other options as well."""
        return replace(self, options={**self.options, **options})

    def make_edition(self, publication: Publication, edition: Edition, folder: Path) -> Sequence[Artifact]:
        """Make this format of one edition."""
        return cast("MakeEdition", self._load())(publication, edition, self.options, folder)

    def make_whole(self, publication: Publication, manifest: Manifest, folder: Path) -> Sequence[Artifact]:
        """Make this format of the whole publication."""
        return cast("MakeWhole", self._load())(publication, manifest, folder)

    def _load(self) -> object:
        module, _, function = self.maker.partition(":")
        return getattr(import_module(module), function)


FORMATS: tuple[Format, ...] = (
    Format(
        name="pdf",
        title="PDF to read on screen or print",
        purpose="To print, or to read with a screen reader. It has headings, bookmarks and page numbers.",
        extension="pdf",
        maker="everyway.writing.pdf:make_pdf",
        theme="print",
    ),
    Format(
        name="large-print",
        title="Large print (PDF)",
        purpose="To print, or to read on screen, in letters of 18 point: about half as large again as in a book.",
        extension="pdf",
        maker="everyway.writing.large_print:make_large_print",
        theme="print",
    ),
    Format(
        name="giant-print",
        title="Giant print (PDF)",
        purpose="To print, or to read on screen, in letters of 28 point: more than twice as large as in a book.",
        extension="pdf",
        maker="everyway.writing.large_print:make_giant_print",
        theme="print",
    ),
    Format(
        name="site",
        title="Web site",
        purpose="To read on any screen. You can change the colours and the size of the text.",
        extension="",
        maker="everyway.writing.site.build:make_site",
        theme="site",
        scope="publication",
    ),
)


def format_named(name: str) -> Format:
    """The row of that name; KeyError when there is none."""
    for row in FORMATS:
        if row.name == name:
            return row
    raise KeyError(name)
