"""The ways around a PDF file: links, bookmarks and named places (ISO 32000-1, 12.3 and 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from everyway.tagging.tree import Annotation, Bookmark
from everyway.tagging.values import each, is_array, text_of

if TYPE_CHECKING:
    import pikepdf

    ObjectId = tuple[int, int]


class Navigation:
    """Where things lead in a file. `pages`: the number of each page, from 1, by its object."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self.pages: dict[ObjectId, int] = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self.places: dict[str, int | None] = {}
        self.places.update(self._destinations())

    def links(self, tagged: set[ObjectId]) -> Iterator[Annotation]:
        """Give the link annotations of all pages, in order. `tagged`: those that the structure tree holds."""
        for number, page in enumerate(self._pdf.pages, start=1):
            for thing in each(page.obj.get("/Annots")):
                if not isinstance(thing, int) and thing.get("/Subtype") == "/Link":
                    yield self.annotation(thing, number, thing.objgen in tagged)

    def annotation(self, thing: pikepdf.Object, page: int, tagged: bool) -> Annotation:
        """Give what a link annotation says and where it leads."""
        action = thing.get("/A")
        place = thing.get("/Dest")
        target = ""
        if action is not None:
            target = text_of(action.get("/URI")) or ""
            place = action.get("/D", place)
        if place is not None:
            named = not is_array(place)
            target = f"#{str(place).removeprefix('/')}" if named else f"page {self._page_of(place)}"
        sides = [float(side) for side in each(thing.get("/Rect"))]
        rectangle = (min(sides[::2]), min(sides[1::2]), max(sides[::2]), max(sides[1::2]))
        return Annotation(page, text_of(thing.get("/Contents")) or "", target, rectangle, tagged)

    def bookmarks(self, parent: pikepdf.Object | None) -> Iterator[Bookmark]:
        """Give the bookmarks under an entry of the outline."""
        entry = parent.get("/First") if parent is not None else None
        while entry is not None:
            action = entry.get("/A")
            place = entry.get("/Dest", action.get("/D") if action is not None else None)
            yield Bookmark(text_of(entry.get("/Title")) or "", self._page_of(place), tuple(self.bookmarks(entry)))
            entry = entry.get("/Next")

    def _page_of(self, place: pikepdf.Object | None) -> int | None:
        if place is None:
            return None
        if is_array(place):
            return self.pages.get(place[0].objgen)
        return self.places.get(str(place))

    def _destinations(self) -> Iterator[tuple[str, int | None]]:
        names = self._pdf.Root.get("/Names")
        tree = names.get("/Dests") if names is not None else None
        if tree is not None:
            import pikepdf

            for name, place in pikepdf.NameTree(tree).items():
                where = place.get("/D") if isinstance(place, pikepdf.Dictionary) else place
                yield str(name), self._page_of(where)
