"""SVG files: data, never a program, and never a way out to the network."""

from __future__ import annotations

import re
from xml.parsers import expat

_REFUSED = frozenset({"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener"})
_REFERENCE = re.compile(r"\s*(#|data:image/(png|jpe?g|gif|webp)[;,]|$)", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*(?!#|['\"]?#|data:image/)[^)]", re.IGNORECASE)
_IMPORT = re.compile(r"@import|expression\(|javascript:", re.IGNORECASE)


class UnsafeSvgError(ValueError):
    """The file holds something that a picture may not hold; the message names it."""


def check_svg(data: bytes) -> None:
    """Look through an SVG file; ValueError when it is no SVG, UnsafeSvgError when it holds what it may not."""
    parser = expat.ParserCreate(namespace_separator=" ")
    checker = _Checker()
    parser.StartElementHandler = checker.start
    parser.CharacterDataHandler = checker.words
    parser.EndElementHandler = checker.end
    parser.EntityDeclHandler = checker.entity
    parser.ProcessingInstructionHandler = checker.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(f"it is broken in line {error.lineno}: {expat.ErrorString(error.code)}") from None


class _Checker:
    def __init__(self) -> None:
        self.depth = 0
        self.style = 0
        self.sheet = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        local = local.lower()
        if self.depth == 0 and (local != "svg" or namespace != "http://www.w3.org/2000/svg"):
            raise ValueError(f'its first element is <{local}>, not <svg xmlns="http://www.w3.org/2000/svg">')
        self.depth += 1
        if self.depth > 200:
            raise ValueError("its elements are nested more than 200 deep")
        if local in _REFUSED:
            raise UnsafeSvgError(f"the element <{local}>")
        self.style += local == "style"
        for key, value in attributes.items():
            self.attribute(local, key.rpartition(" ")[2].lower(), value)

    def attribute(self, element: str, name: str, value: str) -> None:
        if name.startswith("on"):
            raise UnsafeSvgError(f"the event handler {name}")
        if name in {"href", "src"} and not _REFERENCE.match(value):
            raise UnsafeSvgError(f"a reference to {value[:60]}")
        if name == "attributename" and value.lower().rpartition(":")[2] == "href":
            raise UnsafeSvgError(f"an animation of an address (<{element}>)")
        if name == "style" or "(" in value:
            self.css(value)

    def words(self, text: str) -> None:
        if self.style:
            self.sheet += text

    def css(self, text: str) -> None:
        if "\\" in text:  # escapes could hide the words looked for below
            raise UnsafeSvgError("a backslash in its styles")
        if match := _URL.search(text) or _IMPORT.search(text):
            raise UnsafeSvgError(f"a reference to something outside ({match[0][:40]})")

    def end(self, name: str) -> None:
        self.depth -= 1
        if name.rpartition(" ")[2].lower() == "style":
            self.style -= 1
            self.css(self.sheet)
            self.sheet = ""

    def entity(self, name: str, *rest: object) -> None:
        raise UnsafeSvgError(f"the entity {name}")

    def instruction(self, target: str, data: str) -> None:
        if "stylesheet" in target.lower():
            raise UnsafeSvgError("a style sheet of its own file")
