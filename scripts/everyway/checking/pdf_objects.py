"""What the objects of a PDF say: validators name objects, and an editor knows words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

OBJECT = re.compile(r"\bobject (\d+)|\((\d+) \d+ obj\b")
"""How page-validation and veraPDF name an object; veraPDF tells the way to it, the outermost first."""


class PdfObjects:
    """The structure elements of a PDF file by the numbers of their objects; annotations count as their link's."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def words_at(self, where: str) -> tuple[str, int]:
        """The words and the page (0: unknown) of the innermost element that a validator's words for a place name.

        Of an element that says nothing it is the words that follow it: those of a picture's caption.
        """
        for numbers in reversed(OBJECT.findall(where)):
            told = self._told.get(int(numbers[0] or numbers[1]))
            if told and told[0]:
                return told
        return "", 0

    @cached_property
    def _told(self) -> dict[int, tuple[str, int]]:
        import pikepdf

        from everyway.tagging.read import read

        try:
            document = read(self._path).document
            with pikepdf.open(self._path) as pdf:
                tree = pdf.Root.get("/StructTreeRoot")
                raw = list(_walk(tree.get("/K"))) if tree is not None else []
                seen = list(document.walk()) if document else []
                if len(raw) != len(seen):
                    return {}
                found: dict[int, tuple[str, int]] = {}
                after = ""
                for thing, element in reversed(list(zip(raw, seen, strict=True))):
                    after = " ".join(element.words(alternatives=True)) or after
                    told = after, element.page or 0
                    found.update(dict.fromkeys((thing.objgen[0], *_annotations(thing)), told))
                found.pop(0, None)
                return found
        except (pikepdf.PdfError, ValueError, AttributeError):  # what is so broken has no words to give
            return {}


def _kids(thing: Any) -> list[Any]:
    import pikepdf

    return list(thing) if isinstance(thing, pikepdf.Array) else [thing]


def _walk(thing: Any) -> Iterator[Any]:
    import pikepdf

    for one in _kids(thing):
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            if "/K" in one:
                yield from _walk(one.K)


def _annotations(thing: Any) -> Iterator[int]:
    import pikepdf

    for kid in _kids(thing.get("/K")):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            yield kid.Obj.objgen[0]
