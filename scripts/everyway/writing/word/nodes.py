"""Nodes of pandoc's document tree (API 1.23), as the JSON that pandoc reads: values in, plain dictionaries out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Node = dict[str, object]

API = [1, 23, 1]


def document(language: str, blocks: Sequence[Node]) -> Node:
    """A whole document."""
    return {"pandoc-api-version": API, "meta": {"lang": {"t": "MetaString", "c": language}}, "blocks": list(blocks)}


# Blocks


def paragraph(style: str, inlines: Sequence[Node]) -> Node:
    """A paragraph of a named style."""
    return {"t": "Div", "c": [_attributes(style), [{"t": "Para", "c": list(inlines)}]]}


def bare_paragraph(inlines: Sequence[Node]) -> Node:
    """A paragraph whose style is left to what it stands in."""
    return {"t": "Para", "c": list(inlines)}


def heading(level: int, identifier: str, inlines: Sequence[Node]) -> Node:
    """A heading of level 1 to 6; links lead to it by the identifier."""
    return {"t": "Header", "c": [level, _attributes(identifier=identifier), list(inlines)]}


def in_language(language: str, right_to_left: bool, blocks: Sequence[Node]) -> Node:
    """Blocks in another language."""
    pairs = {"lang": language, **({"dir": "rtl"} if right_to_left else {})}
    return {"t": "Div", "c": [_attributes(pairs=pairs), list(blocks)]}


def bullet_list(items: Iterable[Sequence[Node]]) -> Node:
    """A list whose order does not matter."""
    return {"t": "BulletList", "c": [list(item) for item in items]}


def numbered_list(start: int, items: Iterable[Sequence[Node]]) -> Node:
    """A numbered list that begins at `start`."""
    return {"t": "OrderedList", "c": [[start, {"t": "Decimal"}, {"t": "Period"}], [list(item) for item in items]]}


def table(
    alignments: Sequence[str], head: Sequence[Sequence[Node]], rows: Sequence[Sequence[Sequence[Node]]], first: bool
) -> Node:
    """A table of cells that are blocks; with `first` the first cell of each row is its header."""
    specs = [[{"t": f"Align{side.capitalize() or 'Default'}"}, {"t": "ColWidthDefault"}] for side in alignments]
    body = [_attributes(), int(first), [], [_row(row) for row in rows]]
    return {
        "t": "Table",
        "c": [_attributes(), [None, []], specs, [_attributes(), [_row(head)]], [body], [_attributes(), []]],
    }


def raw_block(xml: str) -> Node:
    """WordprocessingML (or a comment) among the blocks."""
    return {"t": "RawBlock", "c": ["openxml", xml]}


# Inlines


def text(words: str) -> Node:
    """Characters, spaces too."""
    return {"t": "Str", "c": words}


def line_break() -> Node:
    """The end of a line inside a paragraph."""
    return {"t": "LineBreak"}


def strong(inlines: Sequence[Node]) -> Node:
    """Words in bold."""
    return {"t": "Strong", "c": list(inlines)}


def code(words: str) -> Node:
    """Characters to be read exactly."""
    return {"t": "Code", "c": [_attributes(), words]}


def superscript(inlines: Sequence[Node]) -> Node:
    """Raised characters."""
    return {"t": "Superscript", "c": list(inlines)}


def span(
    inlines: Sequence[Node],
    *,
    style: str = "",
    language: str = "",
    right_to_left: bool = False,
    identifier: str = "",
) -> Node:
    """Words of a named style, in a language, or with a name that links lead to."""
    pairs = {"lang": language} if language else {}
    if right_to_left:
        pairs["dir"] = "rtl"
    return {"t": "Span", "c": [_attributes(style, identifier, pairs), list(inlines)]}


def link(inlines: Sequence[Node], target: str) -> Node:
    """A link to an address, or to `#name`."""
    return {"t": "Link", "c": [_attributes(), list(inlines), [target, ""]]}


def image(address: str, alt: str, width: float, height: float) -> Node:
    """A picture; its measures are in millimetres."""
    pairs = {"width": f"{width / 25.4:.4f}in", "height": f"{height / 25.4:.4f}in"}
    return {"t": "Image", "c": [_attributes(pairs=pairs), [text(alt)] if alt else [], [address, ""]]}


def note(blocks: Sequence[Node]) -> Node:
    """A footnote, called here."""
    return {"t": "Note", "c": list(blocks)}


def raw(xml: str) -> Node:
    """WordprocessingML (or a comment) among the words."""
    return {"t": "RawInline", "c": ["openxml", xml]}


def _attributes(style: str = "", identifier: str = "", pairs: Mapping[str, str] | None = None) -> list[object]:
    every = {**({"custom-style": style} if style else {}), **(pairs or {})}
    return [identifier, [], [[key, value] for key, value in every.items()]]


def _row(cells: Sequence[Sequence[Node]]) -> list[object]:
    return [_attributes(), [[_attributes(), {"t": "AlignDefault"}, 1, 1, list(cell)] for cell in cells]]
