"""Pages as they are embossed, read from BRF or PEF: the number of each, and its lines without that of the number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from everyway.checking.braille.cells import BLANK, CELL_OF, PAGE_NUMBER, print_of
from everyway.checking.braille.ebraille import HTML, read_package
from everyway.model import Artifact

PEF = "{http://www.daisy.org/ns/2008/pef}"

NUMBER_LINE: Mapping[str, Literal["first", "last"]] = {"uk": "first", "bana": "last"}
"""Where each style has the number of the page."""

_VOLUME = re.compile(r"-volume-\d+(?=\.brf$)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `volume` counts from 1; `every` are all its lines, `lines` those without the number's.

    `number` is what stands on it (None: nothing), `front` whether it stands before the text (p1, p2, ...).
    """

    volume: int
    every: tuple[str, ...]
    lines: tuple[str, ...]
    number: int | None
    front: bool

    @property
    def place(self) -> str:
        """How a person finds it."""
        return f"braille page {'p' if self.front else ''}{self.number or '?'}"


def volumes_beside(artifact: Artifact) -> list[Path]:
    """The files of all volumes of the book that a file belongs to, in order."""
    count = int(artifact.facts.get("volumes", 1))
    if artifact.format != "brf" or count == 1:
        return [artifact.path]
    return [
        artifact.path.with_name(_VOLUME.sub(f"-volume-{number}", artifact.path.name)) for number in range(1, count + 1)
    ]


def read_flowing(artifact: Artifact) -> list[Sheet]:
    """The content documents of an eBraille file, each as a page with a line for each piece of text that stands apart.

    Its title page stands before the text.
    """
    package = read_package(artifact.path)
    sheets = []
    for number, name in enumerate(package.documents):
        body = package.trees[name].find(f"{HTML}body")
        texts = "".join(_texts(body)).split("\n") if body is not None else []
        lines = tuple(BLANK.join(text.split()) for text in texts if text.strip())
        sheets.append(Sheet(1, lines, lines, number or 1, front=number == 0))
    return sheets


def _texts(element: ElementTree.Element) -> Iterator[str]:
    """The text of an element; each that is no link and no part of a sentence stands apart."""
    apart = "\n" if element.tag not in (f"{HTML}a", f"{HTML}span") else ""
    yield apart + (element.text or "").replace("\n", " ")
    for child in element:
        yield from _texts(child)
        yield (child.tail or "").replace("\n", " ")
    yield apart


def read_sheets(artifact: Artifact) -> list[Sheet]:
    """Every page of the book, of all its volumes; ValueError or OSError when a file cannot be read as its format."""
    where = NUMBER_LINE[str(artifact.facts["style"])]
    volumes = _pef_volumes(artifact.path) if artifact.format == "pef" else _brf_volumes(volumes_beside(artifact))
    return [_sheet(volume, lines, where) for volume, pages in enumerate(volumes, 1) for lines in pages if lines]


def _brf_volumes(files: Sequence[Path]) -> Iterator[list[list[str]]]:
    for file in files:
        text = file.read_bytes().decode("ascii")
        pages = text.split("\f")
        yield [["".join(CELL_OF.get(each.upper(), "?") for each in line) for line in page.split("\r\n")[:-1]]
               for page in pages[:-1]]  # fmt: skip


def _pef_volumes(file: Path) -> Iterator[list[list[str]]]:
    try:
        root = ElementTree.parse(file).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(str(error)) from error
    for volume in root.iter(f"{PEF}volume"):
        yield [[row.text or "" for row in page.iter(f"{PEF}row")] for page in volume.iter(f"{PEF}page")]


def _sheet(volume: int, lines: Sequence[str], where: Literal["first", "last"]) -> Sheet:
    bare = [line.rstrip(BLANK) for line in lines]
    numbered = bare[0] if where == "first" else bare[-1]
    found = PAGE_NUMBER.search(numbered)
    rest = bare[1:] if where == "first" else bare[1:-1]
    return Sheet(
        volume=volume,
        every=tuple(bare),
        lines=tuple(rest),
        number=print_of(found[2]) if found else None,
        front=bool(found and found[1]),
    )
