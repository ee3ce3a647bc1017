"""The sighted preview: every page of the book is there, with its words in print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from everyway.checking.limit import at_most
from everyway.findings import Finding
from everyway.model import Artifact, Publication

BLANK = "\u2800"


def shows_every_page(publication: Publication, artifact: Artifact) -> Iterable[Finding]:
    """Every page that the preview does not show as an editor needs it."""
    return at_most(_findings(artifact))


def _findings(artifact: Artifact) -> Iterator[Finding]:
    reader = _Reader()
    reader.feed(artifact.path.read_text("utf-8"))
    if len(reader.sheets) != artifact.facts.get("pages"):
        message = f"The preview shows {len(reader.sheets)} pages; the book has {artifact.facts.get('pages')}."
        yield Finding("BRL016", message, format=artifact.format)
    for number, (cells, words) in enumerate(reader.sheets, 1):
        if cells.strip(f"{BLANK} ") and not words.strip():  # a single line may be a rule, or the end of an address
            place = f"page {number}"
            yield Finding("BRL016", "A page of braille has no words in print.", format=artifact.format, place=place)


class _Reader(HTMLParser):
    """`sheets` are the pages: the cells of each, and its words in print."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[list[str]] = []
        self._into = -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a page, or which text comes next."""
        kind = dict(attrs).get("class") or ""
        if kind == "sheet":
            self.sheets.append(["", ""])
        self._into = {"cells": 0, "words": 1}.get(kind, self._into)

    def handle_endtag(self, tag: str) -> None:
        """A text ends with its element."""
        if tag == "span":
            self._into = -1

    def handle_data(self, data: str) -> None:
        """Add to the text that is read."""
        if self._into >= 0 and self.sheets:
            self.sheets[-1][self._into] += data
