"""The structure tree of a PDF file as it is read back: what a screen reader is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from everyway.tagging.source import SOFT_HYPHEN

AttributeValue = str | float | tuple["AttributeValue", ...]

RUNNING = frozenset({"Span", "Quote", "Reference", "Link", "Code", "NonStruct", "Private", "Annot", "BibEntry"})
"""Roles whose text runs on in the line (ISO 32000-1, 14.8.4.4), unless their Placement says otherwise."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A clickable area. `target`: an address, or "#name" within the document; `rectangle`: in points; page from 1."""

    page: int
    contents: str
    target: str
    rectangle: tuple[float, float, float, float]
    tagged: bool = True


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element. `role` is the standard type (the role map is applied); `page` counts from 1.

    `kids`: elements, and text as it is drawn or as ActualText has it. `actual_text` replaces all that is in the
    element. `attributes`: of all owners, by name: {"Scope": "Column", "ColSpan": 2}. `marks`: where its own text is
    drawn on pages, as page and MCID.
    """

    role: str
    kids: tuple[Element | str, ...] = ()
    title: str | None = None
    language: str | None = None
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    identifier: str | None = None
    attributes: Mapping[str, AttributeValue] = field(default_factory=lambda: MappingProxyType({}))
    annotations: tuple[Annotation, ...] = ()
    page: int | None = None
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def elements(self) -> tuple[Element, ...]:
        """The kids that are elements."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    @property
    def runs_on(self) -> bool:
        """Whether the element's text stands in the line of the text before it."""
        return self.role in RUNNING and self.attributes.get("Placement", "Inline") == "Inline"

    def walk(self) -> Iterator[Element]:
        """Give this element and all in it, each before its kids."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def find(self, role: str | None = None, title: str | None = None) -> Iterator[Element]:
        """Give the elements of a role, of a title, or of both."""
        return (one for one in self.walk() if role in (None, one.role) and title in (None, one.title))

    def counts(self) -> Counter[str]:
        """Give how many elements of each role there are."""
        return Counter(one.role for one in self.walk())

    def text(self, *, alternatives: bool = False) -> str:
        """Give the text in reading order, one block a line. `alternatives`: pictures are read as their Alt."""
        lines = ("".join(self._pieces(alternatives))).replace(SOFT_HYPHEN, "").split("\n")
        return "\n".join(said for line in lines if (said := " ".join(line.split())))

    def words(self, *, alternatives: bool = False) -> list[str]:
        """Give the words in reading order."""
        return self.text(alternatives=alternatives).split()

    def _pieces(self, alternatives: bool) -> Iterator[str]:
        if self.actual_text is not None:
            yield self.actual_text
        elif self.alt is not None and alternatives:
            yield f"\n{self.alt}\n"
        else:
            for kid in self.kids:
                if isinstance(kid, str):
                    yield kid
                elif kid.runs_on:
                    yield from kid._pieces(alternatives)
                else:
                    yield "\n"
                    yield from kid._pieces(alternatives)
                    yield "\n"


@dataclass(frozen=True, slots=True)
class Outside:
    """Text that is drawn but is in no element. `kind`: "Artifact", "Artifact Pagination Header"..., or "untagged"."""

    page: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `page` counts from 1, None where it leads nowhere."""

    title: str
    page: int | None
    kids: tuple[Bookmark, ...] = ()

    def walk(self, depth: int = 1) -> Iterator[tuple[int, Bookmark]]:
        """Give this bookmark and all under it, with their depth."""
        yield depth, self
        for kid in self.kids:
            yield from kid.walk(depth + 1)


@dataclass(frozen=True, slots=True)
class TaggedPdf:
    """What a PDF file says of itself to people who do not see it.

    `document`: the tree; None if the file has none. `outside`: the text in no element. `links`: all link annotations of
    all pages, in order. `destinations`: the named places, with their pages. `labels`: the page numbers as readers show.
    """

    document: Element | None
    outside: tuple[Outside, ...]
    bookmarks: tuple[Bookmark, ...]
    links: tuple[Annotation, ...]
    destinations: Mapping[str, int | None]
    labels: tuple[str, ...]
    title: str
    language: str
    marked: bool
    shows_title: bool
    pages: int
