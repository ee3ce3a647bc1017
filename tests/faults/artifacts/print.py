"""Faults that stop a PDF from being made: characters, pictures and words that cannot be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from everyway.errors import FindingsError
from everyway.findings import Finding
from everyway.model import Figure, Paragraph, Picture, Publication, Source, Text
from everyway.writing.print.press import Press, Printed
from tests.checking.small import FILE, SQUARE, make_pdf_of
from tests.faults.fault import Fault
from tests.faults.planting import publication

LOADING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="https://example.org/x.png"/></svg>'


def refused(found: Publication, folder: Path) -> Iterable[Finding]:
    """What stops the publication from being printed."""
    try:
        make_pdf_of(found, folder / "out")
    except FindingsError as error:
        return error.findings
    return ()


def odd_character(folder: Path) -> Iterable[Finding]:
    whole = publication()
    (edition,) = whole.editions
    part, *others = edition.sections
    first, *rest = part.blocks
    assert isinstance(first, Paragraph)
    odd = replace(first, sentences=(replace(first.sentences[0], inlines=(Text("Odd \U0010fffd here."),)),))
    sections = (replace(part, blocks=(odd, *rest)), *others)
    return refused(replace(whole, editions=(replace(edition, sections=sections),)), folder)


def picture_of(content: str, folder: Path) -> Iterable[Finding]:
    """The figure of the small publication with another drawing in its file."""
    drawing = folder / "square.svg"
    drawing.write_text(content, "utf-8")
    picture = Picture(SQUARE.name, drawing, SQUARE.alt)
    whole = publication()
    (edition,) = whole.editions
    part, *others = edition.sections
    (trees,) = part.sections
    blocks = tuple(replace(each, picture=picture) if isinstance(each, Figure) else each for each in trees.blocks)
    part = replace(part, sections=(replace(trees, blocks=blocks),))
    changed = replace(edition, sections=(part, *others))
    return refused(replace(whole, editions=(changed,), pictures=(picture,)), folder)


def styled(css: str, folder: Path) -> Iterable[Finding]:
    real = Press.print

    def printed(press: Press, html: str, pictures: Iterable[Picture], **more: Any) -> Printed:
        return real(press, html.replace("</head>", f"<style>{css}</style></head>"), pictures, **more)

    with patch.object(Press, "print", printed):
        return refused(publication(), folder)


def _fault(name: str, rule: str, plant: Callable[[Path], Iterable[Finding]], line: int | None = None) -> Fault:
    return Fault(f"print-{name}", rule, "pdf", plant, Source(FILE, line) if line else None)


FAULTS = (
    _fault("a-character-that-no-typeface-has", "PRN001", odd_character, 3),
    _fault("a-picture-that-is-none", "PRN002", partial(picture_of, "<svg"), 28),
    _fault("a-picture-that-asks-the-network", "PRN002", partial(picture_of, LOADING)),
    _fault(
        "words-that-run-out-of-the-page", "PRN003", partial(styled, "p { font-size: 60pt; white-space: nowrap }"), 3
    ),
    _fault("a-style-that-the-engine-does-not-know", "PRN004", partial(styled, "p { flaot: left }")),
)
