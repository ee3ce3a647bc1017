"""Lists of OpenDocument, built from paragraphs that say in which items they stand.

An item may hold paragraphs and lists, but no table: where one stands, the lists round it end and go on after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the number of its list in the document, the style of that list, its own place in it from 0.

    `start` is the number of a numbered list's first item.
    """

    list: int
    style: str
    at: int
    start: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of the text as XML, and the items that it stands in, outermost first."""

    xml: Markup
    items: tuple[Item, ...] = ()


def nested(pieces: Iterable[Piece]) -> Markup:
    """The pieces one after the other, with the elements of their lists round them."""
    made: list[str] = []
    now: tuple[Item, ...] = ()
    begun: set[int] = set()
    told: set[tuple[int, int]] = set()
    for piece in pieces:
        same = 0
        while same < min(len(now), len(piece.items)) and now[same] == piece.items[same]:
            same += 1
        stays = same < min(len(now), len(piece.items)) and now[same].list == piece.items[same].list
        for depth in range(len(now) - 1, same - 1, -1):
            made.append(_end(now[depth], told))
            if not (depth == same and stays):
                made.append("</text:list>\n")
        for depth in range(same, len(piece.items)):
            item = piece.items[depth]
            if not (depth == same and stays):
                made.append(_list(item, begun))
            made.append(_item(item, told))
        made.append(str(piece.xml))
        now = piece.items
    for depth in range(len(now) - 1, -1, -1):
        made.append(_end(now[depth], told) + "</text:list>\n")
    return Markup("".join(made))


def _list(item: Item, begun: set[int]) -> str:
    if item.list in begun:
        return f'<text:list text:style-name="{item.style}" text:continue-list="list{item.list}">\n'
    begun.add(item.list)
    return f'<text:list xml:id="list{item.list}" text:style-name="{item.style}">\n'


def _item(item: Item, told: set[tuple[int, int]]) -> str:
    """An item begins once; what comes to it after a table stands in a header, which has no number."""
    if (item.list, item.at) in told:
        return "<text:list-header>"
    start = f' text:start-value="{item.start}"' if item.at == 0 and item.start != 1 else ""
    return f"<text:list-item{start}>"


def _end(item: Item, told: set[tuple[int, int]]) -> str:
    again = (item.list, item.at) in told
    told.add((item.list, item.at))
    return "</text:list-header>\n" if again else "</text:list-item>\n"
