"""The structure tree of a PDF file, read back as a screen reader would read it: `read(path)` gives a `TaggedPdf`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, cast

from everyway.tagging.content import Contents
from everyway.tagging.tree import Annotation, AttributeValue, Bookmark, Element, TaggedPdf

if TYPE_CHECKING:
    import pikepdf

    ObjectId = tuple[int, int]


def read(path: str | Path | BinaryIO) -> TaggedPdf:
    """Give the structure tree of a file, the text outside it, its bookmarks, links, title and language.

    Raises pikepdf.PdfError for what is no PDF.
    """
    import pikepdf

    with pikepdf.open(path) as pdf:
        return _Reader(pdf).read()


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._root = pdf.Root
        self._pages: dict[ObjectId, int] = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self._contents = Contents()
        self._roles: dict[str, str] = {}
        self._tagged: set[ObjectId] = set()
        self._places: dict[str, int | None] = {}

    def read(self) -> TaggedPdf:
        for number, page in enumerate(self._pdf.pages, start=1):
            self._contents.read_page(number, page)
        self._places = dict(self._destinations())
        document = self._document()
        return TaggedPdf(
            document=document,
            outside=tuple(self._contents.outside),
            bookmarks=tuple(self._bookmarks(self._root.get("/Outlines"))),
            links=tuple(self._links()),
            destinations=MappingProxyType(self._places),
            labels=tuple(str(page.label) for page in self._pdf.pages),
            title=_text(self._pdf.docinfo.get("/Title")) or "",
            language=_text(self._root.get("/Lang")) or "",
            marked=_true(self._root.get("/MarkInfo"), "/Marked"),
            shows_title=_true(self._root.get("/ViewerPreferences"), "/DisplayDocTitle"),
            pages=len(self._pdf.pages),
        )

    def _document(self) -> Element | None:
        top = self._root.get("/StructTreeRoot")
        if top is None:
            return None
        roles = top.get("/RoleMap")
        if roles is not None:
            self._roles = {name[1:]: str(role)[1:] for name, role in _items(roles)}
        found = self._element(top, None)
        only = found.elements
        return only[0] if len(only) == 1 and only[0].role == "Document" else found

    def _element(self, thing: pikepdf.Object, page: int | None) -> Element:
        """Read an element, and all in it. `page`: that of the element around it."""
        own = thing.get("/Pg")
        page = self._pages.get(own.objgen) if own is not None else page
        kids: list[Element | str] = []
        annotations: list[Annotation] = []
        for kid in _each(thing.get("/K")):
            got = self._kid(kid, own, page)
            if isinstance(got, Annotation):
                annotations.append(got)
            elif isinstance(got, str) and kids and isinstance(kids[-1], str):
                kids[-1] += got
            elif got is not None:
                kids.append(got)
        return Element(
            role=self._role(str(thing.get("/S", "/StructTreeRoot"))[1:]),
            kids=tuple(kids),
            title=_text(thing.get("/T")),
            language=_text(thing.get("/Lang")),
            alt=_text(thing.get("/Alt")),
            actual_text=_text(thing.get("/ActualText")),
            expansion=_text(thing.get("/E")),
            identifier=_text(thing.get("/ID")),
            attributes=MappingProxyType(dict(_attributes(thing.get("/A")))),
            annotations=tuple(annotations),
            page=page,
        )

    def _kid(
        self, kid: pikepdf.Object | int, own: pikepdf.Object | None, page: int | None
    ) -> Element | Annotation | str | None:
        if isinstance(kid, int):  # an MCID on the element's own page
            return self._contents.texts.get((own.objgen, kid), "") if own is not None else None
        kind = kid.get("/Type")
        if kind == "/OBJR":
            thing = kid.get("/Obj")
            if thing is None:
                return None
            self._tagged.add(thing.objgen)
            number = kid.get("/Pg", own)
            return self._annotation(thing, self._pages.get(number.objgen, 0) if number is not None else page or 0, True)
        if kind == "/MCR":
            place = kid.get("/Stm", kid.get("/Pg", own))
            return self._contents.texts.get((place.objgen, int(kid["/MCID"])), "") if place is not None else None
        return self._element(kid, page)

    def _role(self, name: str) -> str:
        for _ in range(len(self._roles)):
            if name not in self._roles:
                break
            name = self._roles[name]
        return name

    def _links(self) -> Iterator[Annotation]:
        for number, page in enumerate(self._pdf.pages, start=1):
            for thing in _each(page.obj.get("/Annots")):
                if not isinstance(thing, int) and thing.get("/Subtype") == "/Link":
                    yield self._annotation(thing, number, thing.objgen in self._tagged)

    def _annotation(self, thing: pikepdf.Object, page: int, tagged: bool) -> Annotation:
        action = thing.get("/A")
        place = thing.get("/Dest")
        target = ""
        if action is not None:
            target = _text(action.get("/URI")) or ""
            place = action.get("/D", place)
        if place is not None:
            named = not _is_array(place)
            target = f"#{str(place).removeprefix('/')}" if named else f"page {self._page_of(place)}"
        sides = [float(side) for side in _each(thing.get("/Rect"))]
        rectangle = (min(sides[::2]), min(sides[1::2]), max(sides[::2]), max(sides[1::2]))
        return Annotation(page, _text(thing.get("/Contents")) or "", target, rectangle, tagged)

    def _bookmarks(self, parent: pikepdf.Object | None) -> Iterator[Bookmark]:
        entry = parent.get("/First") if parent is not None else None
        while entry is not None:
            action = entry.get("/A")
            place = entry.get("/Dest", action.get("/D") if action is not None else None)
            yield Bookmark(_text(entry.get("/Title")) or "", self._page_of(place), tuple(self._bookmarks(entry)))
            entry = entry.get("/Next")

    def _page_of(self, place: pikepdf.Object | None) -> int | None:
        if place is None:
            return None
        if _is_array(place):
            return self._pages.get(place[0].objgen)
        return self._places.get(str(place))

    def _destinations(self) -> Iterator[tuple[str, int | None]]:
        names = self._root.get("/Names")
        tree = names.get("/Dests") if names is not None else None
        if tree is not None:
            import pikepdf

            for name, place in pikepdf.NameTree(tree).items():
                where = place.get("/D") if isinstance(place, pikepdf.Dictionary) else place
                yield str(name), self._page_of(where)


def _each(thing: pikepdf.Object | int | None) -> list[pikepdf.Object | int]:
    """Give the members of an array, or the one thing that stands for an array of one."""
    if thing is None:
        return []
    if not isinstance(thing, int) and _is_array(thing):
        return list(cast("pikepdf.Array", thing))
    return [thing]


def _items(thing: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
    for name in thing.keys():  # noqa: SIM118 - a pikepdf dictionary gives its keys only when asked
        yield str(name), thing[name]


def _is_array(thing: pikepdf.Object) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Array)


def _attributes(thing: pikepdf.Object | None) -> Iterator[tuple[str, AttributeValue]]:
    for one in _each(thing):
        if isinstance(one, int):  # a revision number
            continue
        for name, value in _items(one):
            if name != "/O":
                yield name[1:], _value(value)


def _value(value: object) -> AttributeValue:
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return tuple(_value(one) for one in value)
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    if isinstance(value, pikepdf.String):
        return str(value)
    return float(value)  # type: ignore[arg-type]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _true(thing: pikepdf.Object | None, key: str) -> bool:
    return bool(thing.get(key, False)) if thing is not None else False
