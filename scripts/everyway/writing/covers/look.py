"""The sizes and colours of a cover's style sheet, so that a theme is changed in one place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from everyway.themes import theme_folder
from everyway.writing.tokens import Tokens, read_tokens


class Unpaintable(Exception):  # noqa: N818  # not a fault: the press does it
    """Something that only the press can draw; the message says what."""


@dataclass(frozen=True, slots=True)
class Look:
    """A sheet: `values` by selector and property, one or more lengths in pixels, or a colour ("#0B3C5D")."""

    values: Mapping[tuple[str, str], tuple[float | str, ...]]

    def length(self, selector: str, name: str, place: int = 0) -> float:
        """A length in pixels (of CSS, 96 to the inch), or a number that has no unit."""
        value = self.values[selector, name][place]
        assert isinstance(value, float)
        return value

    def colour(self, selector: str, name: str) -> str:
        """A colour."""
        value = self.values[selector, name][-1]
        assert isinstance(value, str)
        return value


def read_look(theme: str, known: str) -> Look:
    """The look of `cover.css` and `cover.html` in a theme; Unpaintable unless their digest is the `known` one.

    Lengths and colours are not part of the digest: they may be changed freely.
    """
    folder = theme_folder(theme)
    if (found := digest(folder)) != known:
        raise Unpaintable(f"the sheet of the theme “{theme}” was changed in more than lengths and colours: {found}")
    tokens = read_tokens(folder.parent / "tokens.yml")
    if not tokens.typeface["words"].startswith('"Atkinson Hyperlegible Next"'):
        raise Unpaintable("the publication has a typeface of its own")
    css = _COMMENT.sub("", (folder / "cover.css").read_text("utf-8"))
    values = {}
    for selector, declarations in _RULE.findall(css):
        for name, value in _DECLARATION.findall(declarations):
            values[selector.strip(), name] = tuple(_value(word, tokens) for word in value.split())
    return Look(values)


def digest(folder: Path) -> str:
    """What a sheet and its page ask for, without lengths and colours, in 16 letters."""
    css = _COMMENT.sub("", (folder / "cover.css").read_text("utf-8"))
    shape = _LENGTH.sub("0", re.sub(r"var\(--(?!words)[a-z0-9-]+\)", "colour", css)) + (
        folder / "cover.html"
    ).read_text("utf-8")
    return hashlib.sha256(" ".join(shape.split()).encode()).hexdigest()[:16]


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;]+?)\s*(?:;|$)")
_LENGTH = re.compile(r"(?<![\w.#-])-?\d+(?:\.\d+)?(?:px|pt)?(?![\w%])")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "": 1.0}


def _value(word: str, tokens: Tokens) -> float | str:
    if number := re.fullmatch(r"(-?\d+(?:\.\d+)?)(px|pt)?", word):
        return float(number[1]) * _PIXELS[number[2] or ""]
    if token := re.fullmatch(r"var\(--([a-z0-9-]+)\)", word):
        return tokens.colours["light"].get(token[1], word)
    return word
