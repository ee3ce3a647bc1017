"""What the words of an OpenDocument text leave to be done: languages, pictures and styles that they need; spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from markupsafe import Markup, escape

from everyway.writing.opendocument.lists import Piece

_STYLE = re.compile(r'(?<=<text:p text:style-name=")[^"]*')
_SPACES = re.compile(r"  +|^ | $")


@dataclass(slots=True)
class Used:
    """What the text needs beside itself: languages, pictures by their name, and styles that differ from the theme's."""

    languages: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    styles: dict[str, tuple[str, str]] = field(default_factory=dict)
    decorated: bool = False
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def kept(self, piece: Piece) -> Piece:
        """A paragraph on the same page as the next one."""
        found = _STYLE.match(piece.xml, len('<text:p text:style-name="'))
        if found is None or found.group() in self.styles:
            return piece
        name = f"{found.group()}_keep"
        self.styles[name] = (found.group(), "keep")
        return Piece(Markup(piece.xml[: found.start()] + name + piece.xml[found.end() :]), piece.items)


def spaced(text: str) -> Markup:
    """Words in which no space is lost: OpenDocument takes several for one."""
    parts, at = [], 0
    for run in _SPACES.finditer(text):
        parts.append(escape(text[at : run.start()]))
        many = len(run.group())
        parts.append(Markup(" ") if many == 1 else Markup(' <text:s text:c="{}"/>').format(many - 1))
        at = run.end()
    return Markup("").join([*parts, escape(text[at:])])
