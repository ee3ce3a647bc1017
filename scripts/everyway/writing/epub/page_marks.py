"""The pages of the printed edition in the book: where one begins, an empty mark says so, and a list leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from everyway.wording import Wording
from everyway.writing.epub.markup import classes, parents, say
from everyway.writing.epub.notes import is_note
from everyway.writing.epub.page import Page

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a page begins: `id` is that of its mark in the file."""

    number: int
    file: str
    id: str


class PageMarks:
    """Marks the pages of one edition, file after file; `pages` is the page on which each id's words begin.

    A page on which nothing begins has no mark, and a note never leads back to a page before.
    """

    def __init__(self, pages: Mapping[str, int], wording: Wording) -> None:
        self._pages = pages
        self._wording = wording
        self._last = 0
        self.marks: list[PageMark] = []

    def mark(self, page: Page) -> None:
        """Put a mark before the first words of each printed page in a page of the book."""
        above = parents(page.body)
        notes = {inner for element in page.body.iter() if is_note(element) for inner in element.iter()}
        for element in [element for element in page.body.iter() if element.get("id") and element not in notes]:
            number = self._pages.get(element.get("id", ""), 0)
            if number > self._last:
                self._last = number
                self.marks.append(PageMark(number, page.file, page.ids.take(f"page-{number}")))
                self._put(element, above)

    def _put(self, element: Element, above: Mapping[Element, Element]) -> None:
        own = self.marks[-1]
        mark = Element("span", {"id": own.id, "aria-label": self._wording("page", number=own.number)})
        say(mark, "pagebreak", "doc-pagebreak")
        if above[element].tag == "body":
            # Nothing stands before the section of the whole file: there the mark is the first thing inside.
            element.insert(0, mark)
            return
        while above[element].tag in _HEADINGS:
            element = above[element]
        if above[element].tag == "caption" and element is above[element][0]:
            # A table holds nothing but its caption and rows: what begins with it begins before it.
            while "table" not in classes(element):
                element = above[element]
        holder = above[element]
        holder.insert(list(holder).index(element), mark)


def words_after(marks: Iterable[PageMark], pages: Iterable[Page]) -> dict[str, int]:
    """The number of each mark's page, by the id of the sentence that follows the mark."""
    numbers = {(mark.file, mark.id): mark.number for mark in marks}
    found: dict[str, int] = {}
    for page in pages:
        number = 0
        for element in page.body.iter():
            name = element.get("id", "")
            number = numbers.get((page.file, name), number)
            if number and "s" in classes(element):
                found[name], number = number, 0
    return found
