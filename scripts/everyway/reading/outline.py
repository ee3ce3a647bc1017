"""The outline of an edition: its headings as a tree, each with its id, known before any text is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from everyway.model import Source
from everyway.reading.found import Found
from everyway.reading.ids import Ids, slug, valid_id
from everyway.reading.tree import Node


@dataclass(slots=True)
class Heading:
    """A heading, the nodes under it and the headings below it.

    `typed` is the level as it was typed, `level` the one it has when no level is skipped. `node` is None where a file
    begins without a heading.
    """

    file: str
    line: int
    typed: int
    words: str
    node: Node | None
    attributes: dict[str, str]
    id: str = ""
    level: int = 1
    nodes: list[Node] = field(default_factory=list)
    inner: list[Heading] = field(default_factory=list)

    def walk(self) -> Iterator[Heading]:
        """The heading and every heading below it, in order."""
        yield self
        for heading in self.inner:
            yield from heading.walk()


def outline_of(file: str, nodes: Iterable[Node], found: Found) -> list[Heading]:
    """The nodes of a file in, its headings out: one of level 1, and the others below it."""
    tops: list[Heading] = []
    above: list[Heading] = []
    before: list[Node] = []
    for node in nodes:
        if node.type != "heading":
            (above[-1].nodes if above else before).append(node)
            continue
        heading = _heading(file, node, found)
        if heading.typed > 1 and not above:
            above.append(_missing(file, found, tops))
        while above and above[-1].typed >= heading.typed:
            above.pop()
        heading.level = above[-1].level + 1 if above else 1
        if above and heading.typed > (wanted := above[-1].typed + 1):
            message = f"“{heading.words}” is a heading of level {heading.typed} right below one of level {wanted - 1}."
            found.add("SRC008", message, Source(file, heading.line), f"Write {'#' * wanted} before it.")
        if heading.level == 1 and tops:
            first = tops[0].line
            found.add(
                "SRC007",
                f"“{heading.words}” is a second heading of level 1; the first is in line {first}.",
                Source(file, heading.line),
            )
        (above[-1].inner if above else tops).append(heading)
        above.append(heading)
    if before and any(node.type not in {"abbreviation", "footnote_reference"} for node in before):
        if tops and tops[0].node is not None:
            found.add("SRC006", "Text stands before the first heading.", Source(file, before[0].line))
        elif not tops:
            _missing(file, found, tops)
    if before and tops:
        tops[0].nodes[:0] = before
    elif not tops:
        _missing(file, found, tops)
    return tops


def _missing(file: str, found: Found, tops: list[Heading]) -> Heading:
    found.add("SRC006", "This file has no heading of level 1.", Source(file))
    words = file.rpartition("/")[2].removesuffix(".md").lstrip("0123456789-_ ").replace("-", " ").replace("_", " ")
    tops.append(Heading(file, 1, 1, words.capitalize() or "Part", None, {}))
    return tops[0]


def _heading(file: str, node: Node, found: Found) -> Heading:
    words = " ".join("".join(_words(token.type, token.content) for token in node.inline).split())
    if not words and not any(token.type == "image" for token in node.inline):
        found.add("SRC011", "This heading has no words.", Source(file, node.line))
    return Heading(file, node.line, int(node.token.tag[1]), words, node, dict(node.token.meta.get("attributes", {})))


def _words(kind: str, content: str) -> str:
    if kind in {"softbreak", "hardbreak"}:
        return " "
    return "" if kind in {"html_inline", "footnote_ref", "image"} else content


def give_ids(tops: Iterable[Heading], ids: Ids, found: Found) -> None:
    """Give every heading of an edition its id: the one it asks for, else one made from its words.

    A heading whose words were there before gets its parent's id before its own words.
    """
    tops = list(tops)
    asked: dict[str, Heading] = {}
    for heading in (one for top in tops for one in top.walk()):
        wish = heading.attributes.get("id", "")
        where = Source(heading.file, heading.line)
        if not wish:
            continue
        if not valid_id(wish):
            fix = f"Write {{#{slug(wish)}}}." if slug(wish) else ""
            found.add("SRC010", f"“{wish}” cannot be an id.", where, fix)
        elif wish in asked:
            first = Source(asked[wish].file, asked[wish].line)
            found.add("SRC009", f"The id “{wish}” stands twice: at {first} and at {where}.", where)
        else:
            asked[wish] = heading
            heading.id = ids.take(wish)
    for top in tops:
        _made_ids(top, None, ids)


def _made_ids(heading: Heading, parent: Heading | None, ids: Ids) -> None:
    if not heading.id:
        name = slug(heading.words) or "section"
        heading.id = ids.take(name, f"{parent.id}-{name}") if parent else ids.take(name)
    for inner in heading.inner:
        _made_ids(inner, heading, ids)
