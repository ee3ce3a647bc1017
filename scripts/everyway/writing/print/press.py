"""The press: HTML and a theme to a tagged PDF, by WeasyPrint. Typefaces and style sheets are read once a process."""

from __future__ import annotations

import atexit
import gc
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from everyway.errors import WritingError
from everyway.model import Picture
from everyway.tagging import build, guard
from everyway.writing.print.complaints import listening
from everyway.writing.print.local import LocalFiles
from everyway.writing.print.pages import TooWide, too_wide
from everyway.writing.print.rounds import fewer_rounds
from everyway.writing.print.sentences import pages_of_sentences
from everyway.writing.print.variants import UA, Variant

_press = threading.RLock()
"""Pango and the replaced tag builder belong to one thread at a time."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed: `content` is the PDF; `tags` is "own", or "native: " and why; `typefaces` are those used.

    `first` is the number of its first page, `places` the page on which each id of the HTML stands, `sentences` that on
    which each marked sentence begins. `complaints` are the engine's warnings and how often each came; `refused`:
    addresses that were asked for in vain. `too_wide` are words that do not fit on their page.
    """

    content: bytes
    first: int
    pages: int
    places: Mapping[str, int]
    sentences: Mapping[str, int]
    tags: str
    typefaces: tuple[str, ...]
    complaints: Mapping[str, int]
    refused: Mapping[str, str]
    too_wide: tuple[TooWide, ...]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What layout alone tells, as `Printed` tells it: `places`, `sentences` and `too_wide`."""

    places: Mapping[str, int]
    sentences: Mapping[str, int]
    too_wide: tuple[TooWide, ...]


class Press:
    """A theme made ready: `sheets` are its style sheets in order, `folders` where they and what they name lie.

    `tokens` is a style sheet put before them: the colours and sizes of the publication.
    """

    def __init__(self, sheets: Iterable[Path], folders: Iterable[Path], tokens: str = "") -> None:
        from weasyprint import CSS  # type: ignore[import-untyped]

        self._folders = tuple(folders)
        with _press, listening() as heard:
            own = [CSS(string=tokens)] if tokens else []
            read = [_sheet(sheet, self._folders) for sheet in sheets]
        self._sheets: list[Any] = [*own, *(css for css, _ in read)]
        self._complaints = dict(heard.counts)
        for _, complaints in read:
            self._complaints.update(complaints)

    def print(self, html: str, pictures: Iterable[Picture], variant: Variant = UA) -> Printed:
        """Print an HTML document that shows these pictures."""
        (whole,) = self.print_volumes(html, pictures, ("",), variant)
        return whole

    def print_volumes(
        self, html: str, pictures: Iterable[Picture], starts: Sequence[str], variant: Variant = UA
    ) -> tuple[Printed, ...]:
        """Print an HTML document as several PDFs: the first, then a new one from the page of each further id on.

        Pages are numbered through all of them.
        """
        with _press:
            verdict = guard.available()
        files = LocalFiles.of(pictures, self._folders)
        with _press, _steady_memory(), listening() as heard, _our_insides() if verdict.ok else nullcontext():
            document = self._document(html, files, variant)
            places, sentences = _places(document.pages), pages_of_sentences(document.pages)
            firsts = [1, *(places[start] for start in starts[1:]), len(document.pages) + 1]
            volumes = [
                document.copy(document.pages[first - 1 : end - 1]) if len(starts) > 1 else document
                for first, end in pairwise(firsts)
            ]
            contents = [
                volume.write_pdf(pdf_variant=variant.name, finisher=partial(_finish, variant, first))
                for volume, first in zip(volumes, firsts, strict=False)
            ]
        return tuple(
            Printed(
                content=content,
                first=first,
                pages=len(volume.pages),
                places=places,
                sentences=sentences,
                tags="own" if verdict.ok else f"native: {verdict.reason}",
                typefaces=tuple(sorted({_family(font) for font in volume.fonts.values()})),
                complaints={**self._complaints, **heard.counts},
                refused=dict(files.refused),
                too_wide=tuple(too_wide(volume.pages)),
            )
            for volume, first, content in zip(volumes, firsts, contents, strict=False)
        )

    def lay_out(self, html: str, pictures: Iterable[Picture], variant: Variant = UA) -> LaidOut:
        """Lay an HTML document out as `print` does, page for page, and write no PDF: two thirds of the time."""
        files = LocalFiles.of(pictures, self._folders)
        with _press, _steady_memory(), listening(), nullcontext() if guard.other_version() else fewer_rounds():
            pages = self._document(html, files, variant).pages
            return LaidOut(_places(pages), pages_of_sentences(pages), tuple(too_wide(pages)))

    def _document(self, html: str, files: LocalFiles, variant: Variant) -> Any:
        from weasyprint import HTML

        return HTML(string=html, url_fetcher=files).render(
            stylesheets=self._sheets, font_config=_typefaces(), presentational_hints=True, pdf_variant=variant.name
        )


@contextmanager
def _our_insides() -> Iterator[None]:
    """What we do better than the engine itself, where it is the version that we know."""
    with build.structure_tree(), fewer_rounds():
        yield


def _places(pages: Sequence[Any]) -> dict[str, int]:
    """The first page on which each id stands; an element has its id on every page that it runs over."""
    places: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for name in page.anchors:
            places.setdefault(name, number)
    return places


def _finish(variant: Variant, first: int, document: Any, pdf: Any) -> None:
    """What a PDF still lacks: the marks of its variant, and the numbers of its pages where they do not begin with 1."""
    variant.finish(pdf)
    if first != 1:
        from pydyf import Array, Dictionary  # type: ignore[import-untyped]

        numbering = Dictionary({"S": "/D", "St": first})
        pdf.catalog["PageLabels"] = Dictionary({"Nums": Array([0, numbering])})


@cache
def _sheet(sheet: Path, folders: tuple[Path, ...]) -> tuple[Any, Mapping[str, int]]:
    """A style sheet, read once a process however many themes use it, and the engine's complaints of it."""
    from weasyprint import CSS

    with listening() as heard:
        css = CSS(filename=sheet, url_fetcher=LocalFiles.of((), folders), font_config=_typefaces())
    return css, dict(heard.counts)


def may_need_emoji(html: str) -> bool:
    """Whether the emoji typeface has to be read for this text; it is large."""
    return any(character >= "\u2300" for character in html)


@cache
def _typefaces() -> Any:
    """The typefaces that style sheets have brought in: one set a process, since reading them takes a while."""
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

    typefaces = FontConfiguration()
    atexit.register(_put_away, typefaces)
    return typefaces


def _put_away(typefaces: Any) -> None:
    """Remove the typefaces' folder while Python still can: as it shuts down, WeasyPrint's own way to do so fails."""
    typefaces.__del__()
    typefaces._folder = None


def _family(font: Any) -> str:
    family = font.family
    return str(family.decode() if isinstance(family, bytes) else family)


@contextmanager
def _steady_memory() -> Iterator[None]:
    """Layout makes many objects and drops few, so looking for what was dropped only costs time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def deliver(content: bytes, target: Path) -> None:
    """Write a file that is whole or not there; WritingError when it cannot be written."""
    aside = target.with_name(target.name + ".part")
    try:
        aside.write_bytes(content)
        aside.replace(target)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise WritingError(
            "pdf-not-written",
            f"The file {target.name} could not be written: {error.strerror or error}.",
            why="This format cannot be given to anyone until it is.",
            fix=f"Make room on the disk, or allow writing in {target.parent}, and build again.",
        ) from error
