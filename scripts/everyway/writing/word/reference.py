"""The reference document: the parts of `themes/word/` filled in for one size of text, and packed as pandoc takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from everyway.model import Edition, Publication
from everyway.themes import theme_folder
from everyway.wording import words_for
from everyway.writing.print.template import fill
from everyway.writing.tokens import read_tokens
from everyway.writing.word.package import content_types, pack, relations

THEME = "word"

COLUMN, MARGIN = 160.0, 25.0
"""Millimetres: the width of the text, and what is left free round it on A4."""

_TWENTIETHS = 1440 / 25.4
_HEADINGS = (1.75, 1.4, 1.2, 1.05, 1.0, 1.0)
_LARGE_HEADINGS = (1.6, 1.35, 1.15, 1.0, 1.0, 1.0)
_LARGE = 18

PARTS = ("styles", "settings", "numbering", "fontTable", "theme1", "footer1")


@dataclass(frozen=True, slots=True)
class Look:
    """How a document looks; `size` is that of its text in points."""

    size: int

    @property
    def scale(self) -> float:
        """The size by that of the usual text."""
        return self.size / 14

    @property
    def colours(self) -> Mapping[str, str]:
        """The colours of the theme, as Word writes them (RRGGBB)."""
        return _colours()

    @property
    def values(self) -> dict[str, Any]:
        """Measures in ems: headings by level, title, first words, a step of a list, the room beside a callout's bar."""
        large = self.size >= _LARGE
        return {
            "headings": _LARGE_HEADINGS if large else _HEADINGS,
            "display": 1.75 if large else 2.0,
            "lead": 1.15,
            "step": 1.6,
            "bar": 1.0,
        }

    @property
    def line(self) -> str:
        """The colour of lines that mean something, as Word writes it (RRGGBB)."""
        return self.colours["line"]

    def parts(self, publication: Publication, edition: Edition) -> Mapping[str, str]:
        """The parts of the theme for an edition, by their name in a document ("word/styles.xml")."""
        before, _, after = words_for(edition.language)("page", number="\0").partition("\0")
        values = {
            "em": lambda ems: round(ems * self.size * 20),
            "half": lambda ems: round(ems * self.size * 2),
            "colour": self.colours,
            "typeface": "Arial",
            "language": edition.language,
            "title": edition.title,
            "page": (before, after),
            **self.values,
            "easy": edition.easy_read,
            "column": round(COLUMN * _TWENTIETHS),
            "publisher": publication.publisher,
            "summary": edition.summary or publication.summary,
            "date": publication.date.isoformat(),
        }
        names = {**{f"word/{name}.xml": f"{name}.xml" for name in PARTS}}
        names |= {"docProps/core.xml": "core.xml", "docProps/app.xml": "app.xml"}
        return {name: fill(THEME, file, **values) for name, file in names.items()}


@cache
def _colours() -> Mapping[str, str]:
    found = read_tokens(theme_folder(THEME).parent / "tokens.yml").colours["light"]
    return {name: value.removeprefix("#") for name, value in found.items()}


def reference(parts: Mapping[str, str]) -> bytes:
    """A document that holds nothing but the styles, for pandoc to find them by their names."""
    empty = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:sectPr/></w:body></w:document>"
    )
    held = {
        "word/document.xml": empty.encode(),
        **{name: parts[name].encode() for name in ("word/styles.xml", "word/settings.xml", "word/numbering.xml")},
    }
    links = {"word/_rels/document.xml.rels": relations(("styles", "settings", "numbering"))}
    return pack({"[Content_Types].xml": content_types(held), **links, **held}, root="word/document.xml")
