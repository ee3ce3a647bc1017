"""WeasyPrint's laid-out boxes, behind types: everything we take from its insides is named here.

Checked against WeasyPrint 70.0 only; `guard` refuses other versions. Lengths are CSS pixels, y down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeGuard
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes as kinds  # type: ignore[import-untyped]
from weasyprint.layout.absolute import AbsolutePlaceholder  # type: ignore[import-untyped]

from everyway.tagging.nodes import Artifact
from everyway.tagging.objects import Dictionary


class Box(Protocol):
    """One box: a fragment of an element, or of its pseudo-element (`element_tag` is then "li::marker")."""

    element: Element | None
    element_tag: str | None
    children: Sequence[Box]
    style: Mapping[str, object]
    is_leader: bool
    link_annotation: Dictionary | None
    width: float
    height: float

    def content_box_x(self) -> float:
        """Where the content begins, from the left of the page."""

    def content_box_y(self) -> float:
        """Where the content begins, from the top of the page."""


class TextBox(Box, Protocol):
    """A piece of one line, in one style."""

    text: str


class Font(Protocol):
    """A font in use: its name in content streams, the text of each glyph, and its width in thousandths of an em."""

    hash: str
    bitmap: bool
    to_unicode: Mapping[int, str]
    widths: Mapping[int, int]


class Stream(Protocol):
    """A page's content: operators (bytes), names (str) and property lists, and which box has which MCID."""

    stream: list[object]
    _tags: dict[Box, Mapping[str, int]]


class Page(Protocol):
    """A page; `height` is in CSS pixels."""

    height: float
    _page_box: Box


class Metadata(Protocol):
    """What the HTML's head says."""

    lang: str | None


class Document(Protocol):
    """A document, laid out."""

    pages: Sequence[Page]
    fonts: Mapping[object, Font]
    metadata: Metadata


def laid_out(box: Box) -> Box:
    """Give the box itself where a placeholder of a positioned box stands."""
    if isinstance(box, AbsolutePlaceholder):
        inner: Box = box._box
        return inner
    return box


def is_text(box: Box) -> TypeGuard[TextBox]:
    """Whether the box is a run of text."""
    return isinstance(box, kinds.TextBox)


def is_picture(box: Box) -> bool:
    """Whether the box is a picture."""
    return isinstance(box, kinds.ReplacedBox)


def is_line(box: Box) -> bool:
    """Whether the box is one line of text."""
    return isinstance(box, kinds.LineBox)


def is_block(box: Box) -> bool:
    """Whether the box stands apart from the lines around it: a block, a float, a positioned box."""
    return isinstance(box, kinds.BlockLevelBox)


def is_row_group(box: Box) -> bool:
    """Whether the box is a table's head or foot, which is drawn again on each page."""
    return isinstance(box, kinds.TableRowGroupBox) and bool(box.is_header or box.is_footer)


def margin_artifact(box: Box) -> Artifact | None:
    """Give what kind of page furniture a margin box is; None for any other box."""
    if not isinstance(box, kinds.MarginBox):
        return None
    place: str = box.at_keyword
    if place.startswith("@top"):
        return Artifact.HEADER
    return Artifact.FOOTER if place.startswith("@bottom") else Artifact.PAGINATION
