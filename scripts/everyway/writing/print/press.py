"""The press: HTML and a theme to a tagged PDF, by WeasyPrint. Typefaces and style sheets are read once a process."""

from __future__ import annotations

import atexit
import gc
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from everyway.errors import WritingError
from everyway.model import Picture
from everyway.tagging import build, guard
from everyway.writing.print.complaints import listening
from everyway.writing.print.local import LocalFiles
from everyway.writing.print.pages import TooWide, too_wide

VARIANT = "pdf/ua-1"
"""ISO 14289-1: the marks of PDF/UA-1 in the file, and PDF 1.7."""

_press = threading.RLock()
"""Pango and the replaced tag builder belong to one thread at a time."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed: `content` is the PDF; `tags` is "own", or "native: " and why; `typefaces` are those used.

    `complaints` are the engine's warnings and how often each came; `refused`: addresses that were asked for in vain.
    `too_wide` are words that do not fit on their page.
    """

    content: bytes
    pages: int
    tags: str
    typefaces: tuple[str, ...]
    complaints: Mapping[str, int]
    refused: Mapping[str, str]
    too_wide: tuple[TooWide, ...]


class Press:
    """A theme made ready: `sheets` are its style sheets in order, `folders` where they and what they name lie.

    `tokens` is a style sheet put before them: the colours and sizes of the publication.
    """

    def __init__(self, sheets: Iterable[Path], folders: Iterable[Path], tokens: str = "") -> None:
        from weasyprint import CSS  # type: ignore[import-untyped]

        self._folders = tuple(folders)
        files = LocalFiles.of((), self._folders)
        with _press, listening() as heard:
            self._sheets: list[Any] = [CSS(string=tokens)] if tokens else []
            self._sheets += [CSS(filename=sheet, url_fetcher=files, font_config=_typefaces()) for sheet in sheets]
        self._complaints = dict(heard.counts)

    def print(self, html: str, pictures: Iterable[Picture]) -> Printed:
        """Print an HTML document that shows these pictures."""
        from weasyprint import HTML

        with _press:
            verdict = guard.available()
        files = LocalFiles.of(pictures, self._folders)
        with _press, _steady_memory(), listening() as heard, build.structure_tree() if verdict.ok else nullcontext():
            document = HTML(string=html, url_fetcher=files).render(
                stylesheets=self._sheets, font_config=_typefaces(), presentational_hints=True, pdf_variant=VARIANT
            )
            content = document.write_pdf(pdf_variant=VARIANT)
        return Printed(
            content=content,
            pages=len(document.pages),
            tags="own" if verdict.ok else f"native: {verdict.reason}",
            typefaces=tuple(sorted({_family(font) for font in document.fonts.values()})),
            complaints={**self._complaints, **heard.counts},
            refused=dict(files.refused),
            too_wide=tuple(too_wide(document.pages)),
        )


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
