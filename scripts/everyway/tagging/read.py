"""The structure tree of a PDF file, read back as a screen reader would read it: `read(path)` gives a `TaggedPdf`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from everyway.tagging.content import Contents
from everyway.tagging.navigation import Navigation
from everyway.tagging.tree import Annotation, Element, TaggedPdf
from everyway.tagging.values import attributes, each, is_true, items, text_of

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
        self._navigation = Navigation(pdf)
        self._contents = Contents()
        self._roles: dict[str, str] = {}
        self._tagged: set[ObjectId] = set()

    def read(self) -> TaggedPdf:
        for number, page in enumerate(self._pdf.pages, start=1):
            self._contents.read_page(number, page)
        document = self._document()
        return TaggedPdf(
            document=document,
            outside=tuple(self._contents.outside),
            bookmarks=tuple(self._navigation.bookmarks(self._root.get("/Outlines"))),
            links=tuple(self._navigation.links(self._tagged)),
            destinations=MappingProxyType(self._navigation.places),
            labels=tuple(str(page.label) for page in self._pdf.pages),
            title=text_of(self._pdf.docinfo.get("/Title")) or "",
            language=text_of(self._root.get("/Lang")) or "",
            marked=is_true(self._root.get("/MarkInfo"), "/Marked"),
            shows_title=is_true(self._root.get("/ViewerPreferences"), "/DisplayDocTitle"),
            pages=len(self._pdf.pages),
        )

    def _document(self) -> Element | None:
        top = self._root.get("/StructTreeRoot")
        if top is None:
            return None
        roles = top.get("/RoleMap")
        if roles is not None:
            self._roles = {name[1:]: str(role)[1:] for name, role in items(roles)}
        found = self._element(top, None)
        only = found.elements
        return only[0] if len(only) == 1 and only[0].role == "Document" else found

    def _element(self, thing: pikepdf.Object, page: int | None) -> Element:
        """Read an element, and all in it. `page`: that of the element around it."""
        own = thing.get("/Pg")
        page = self._page(own) if own is not None else page
        kids: list[Element | str] = []
        annotations: list[Annotation] = []
        marks: list[tuple[int, int]] = []
        for kid in each(thing.get("/K")):
            got = self._kid(kid, own, page)
            marks.extend(self._marks(kid, own))
            if isinstance(got, Annotation):
                annotations.append(got)
            elif isinstance(got, str) and kids and isinstance(kids[-1], str):
                kids[-1] += got
            elif got:
                kids.append(got)
        return Element(
            role=self._role(str(thing.get("/S", "/StructTreeRoot"))[1:]),
            kids=tuple(kids),
            title=text_of(thing.get("/T")),
            language=text_of(thing.get("/Lang")),
            alt=text_of(thing.get("/Alt")),
            actual_text=text_of(thing.get("/ActualText")),
            expansion=text_of(thing.get("/E")),
            identifier=text_of(thing.get("/ID")),
            attributes=MappingProxyType(dict(attributes(thing.get("/A")))),
            annotations=tuple(annotations),
            page=page,
            marks=tuple(marks),
        )

    def _marks(self, kid: pikepdf.Object | int, own: pikepdf.Object | None) -> Iterator[tuple[int, int]]:
        """Where on a page a kid's text is drawn; that in a form has its numbers apart and is left out."""
        if isinstance(kid, int):
            where, mcid = own, kid
        elif kid.get("/Type") == "/MCR" and "/Stm" not in kid:
            where, mcid = kid.get("/Pg", own), int(kid["/MCID"])
        else:
            return
        page = self._page(where) if where is not None else None
        if page is not None:
            yield page, mcid

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
            where = kid.get("/Pg", own)
            number = self._page(where) if where is not None else page
            return self._navigation.annotation(thing, number or 0, True)
        if kind == "/MCR":
            place = kid.get("/Stm", kid.get("/Pg", own))
            return self._contents.texts.get((place.objgen, int(kid["/MCID"])), "") if place is not None else None
        return self._element(kid, page)

    def _page(self, thing: pikepdf.Object) -> int | None:
        return self._navigation.pages.get(thing.objgen)

    def _role(self, name: str) -> str:
        for _ in range(len(self._roles)):
            if name not in self._roles:
                break
            name = self._roles[name]
        return name
