"""The text a page draws, by the marked content it is drawn in: a walk of the content stream (ISO 32000-1, 14.6).

Own and small, because a full parse of each operator takes several times as long, and only these matter here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from everyway.tagging.fonts import Decoder
from everyway.tagging.strings import LITERAL, bytes_of, decoded, strings_of
from everyway.tagging.tree import Outside
from everyway.tagging.values import is_array

if TYPE_CHECKING:
    import pikepdf

Key = tuple[tuple[int, int], int]
"""A piece of content: the object number of its page (or form), and its MCID."""

TOKEN = re.compile(
    rb"(?P<array>\[(?:[^\[\]()]|" + LITERAL + rb")*\])"
    rb"|(?P<list><<(?:[^<>()]|<[0-9A-Fa-f\s]*>|" + LITERAL + rb"|<<[^<>]*>>)*>>)"
    rb"|(?P<string>" + LITERAL + rb"|<[0-9A-Fa-f\s]*>)"
    rb"|/(?P<name>[^\s/<>\[\](){}%]*)"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*'\"]*)"
    rb"|%[^\r\n]*",
    re.S,
)
IMAGE = re.compile(rb"\bBI\b.*?\bID\s.*?\sEI\b", re.S)
MCID = re.compile(rb"/MCID\s+(\d+)")
ACTUAL = re.compile(rb"/ActualText\s*(" + LITERAL + rb"|<[0-9A-Fa-f\s]*>)", re.S)


@dataclass(slots=True)
class _Mark:
    """A marked-content sequence that is open."""

    tag: str
    key: Key | None = None
    actual: str | None = None


@dataclass(slots=True)
class Contents:
    """Collects the text of pages: `texts` by piece of content, and `outside`, what is in no piece."""

    texts: dict[Key, str] = field(default_factory=dict)
    outside: list[Outside] = field(default_factory=list)
    _decoders: dict[tuple[int, int], Decoder] = field(default_factory=dict)
    _page: int = 0

    def read_page(self, number: int, page: pikepdf.Page) -> None:
        """Read a page; `number` counts from 1."""
        self._page = number
        contents = page.obj.get("/Contents")
        if contents is None:
            return
        streams = list(contents) if is_array(contents) else [contents]
        data = b"\n".join(stream.read_bytes() for stream in streams)
        self._walk(data, page.obj.get("/Resources"), page.obj.objgen, [], ())

    def _walk(
        self,
        data: bytes,
        resources: pikepdf.Object | None,
        owner: tuple[int, int] | None,
        marks: list[_Mark],
        inside: tuple[tuple[int, int], ...],
    ) -> None:
        """Read a stream. `owner`: whose MCIDs its marks are; `inside`: the forms it is drawn in."""
        if b"BI" in data:
            data = IMAGE.sub(b"", data)
        base = len(marks)
        decoder: Decoder | None = None
        saved: list[Decoder | None] = []
        names: list[str] = []
        strings: list[bytes] = []
        properties = b""
        for token in TOKEN.finditer(data):
            kind = token.lastgroup
            if kind == "operator":
                operator = token[0]
                if operator in (b"TJ", b"Tj", b"'", b'"'):
                    self._show("".join(map(decoder.decode, strings)) if decoder else "", marks)
                elif operator == b"Tf" and names:
                    decoder = self._decoder(resources, names[-1])
                elif operator == b"BDC":
                    marks.append(_mark(names, properties, resources, owner))
                elif operator == b"BMC":
                    marks.append(_Mark(names[-1] if names else ""))
                elif operator == b"EMC" and len(marks) > base:
                    self._close(marks)
                elif operator == b"q":
                    saved.append(decoder)
                elif operator == b"Q" and saved:
                    decoder = saved.pop()
                elif operator == b"Do" and names:
                    self._draw(resources, names[-1], marks, inside)
                names, strings, properties = [], [], b""
            elif kind == "name":
                names.append(token[0][1:].decode("latin-1"))
            elif kind == "list":
                properties = token[0]
            elif kind == "array":
                strings = strings_of(token[0])
            elif kind == "string":
                strings.append(bytes_of(token[0]))
        while len(marks) > base:
            self._close(marks)

    def _show(self, text: str, marks: list[_Mark]) -> None:
        if any(mark.actual is not None for mark in marks):
            return  # it is given once, when its mark closes
        self._give(text, marks)

    def _close(self, marks: list[_Mark]) -> None:
        mark = marks[-1]
        if mark.actual is not None:
            self._give(mark.actual, marks)
        marks.pop()

    def _give(self, text: str, marks: list[_Mark]) -> None:
        for mark in reversed(marks):
            if mark.key is not None:
                self.texts[mark.key] = self.texts.get(mark.key, "") + text
                return
        if text.strip():
            artifact = next((mark.tag for mark in reversed(marks) if mark.tag.startswith("Artifact")), "untagged")
            last = self.outside[-1] if self.outside else None
            if last is not None and (last.page, last.kind) == (self._page, artifact):
                self.outside[-1] = Outside(self._page, artifact, f"{last.text} {text}")
            else:
                self.outside.append(Outside(self._page, artifact, text))

    def _draw(
        self,
        resources: pikepdf.Object | None,
        name: str,
        marks: list[_Mark],
        inside: tuple[tuple[int, int], ...],
    ) -> None:
        form = _resource(resources, "/XObject", name)
        if form is None or form.get("/Subtype") != "/Form" or form.objgen in inside:
            return
        owner = form.objgen if "/StructParents" in form else None
        self._walk(form.read_bytes(), form.get("/Resources", resources), owner, marks, (*inside, form.objgen))

    def _decoder(self, resources: pikepdf.Object | None, name: str) -> Decoder | None:
        font = _resource(resources, "/Font", name)
        if font is None:
            return None
        if font.objgen not in self._decoders or font.objgen == (0, 0):
            self._decoders[font.objgen] = Decoder(font)
        return self._decoders[font.objgen]


def _mark(
    names: list[str], properties: bytes, resources: pikepdf.Object | None, owner: tuple[int, int] | None
) -> _Mark:
    if not properties and len(names) > 1:
        named = _resource(resources, "/Properties", names[1])
        properties = named.unparse() if named is not None else b""
    tag = names[0] if names else ""
    if tag == "Artifact":
        return _Mark(" ".join([tag, *names[1:], *_kinds(properties)]))
    number, actual = MCID.search(properties), ACTUAL.search(properties)
    key = (owner, int(number[1])) if number and owner else None
    return _Mark(tag, key, decoded(bytes_of(actual[1])) if actual else None)


def _kinds(properties: bytes) -> list[str]:
    return [kind.decode() for kind in re.findall(rb"/(?:Type|Subtype)\s*/(\w+)", properties)]


def _resource(resources: pikepdf.Object | None, kind: str, name: str) -> pikepdf.Object | None:
    of_kind = resources.get(kind) if resources is not None else None
    return of_kind.get(f"/{name}") if of_kind is not None else None
