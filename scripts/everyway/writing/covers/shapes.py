"""Boxes and SVG drawings as operators of PDF (ISO 32000-1, 8.5), which share their curves and strokes.

Drawings may hold what sets of symbols are made of: plain shapes in plain colours. Anything else is Unpaintable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import cos, radians, sin, tan
from typing import TYPE_CHECKING

from everyway.writing.covers.look import Unpaintable
from everyway.writing.covers.paths import circle, numbers, path, polygon, rectangle

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_INHERITED: Mapping[str, str] = {
    "fill": "#000",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
}
_GEOMETRY = {
    "svg": {"viewBox", "width", "height", "version"},
    "g": set[str](),
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "rect": {"x", "y", "width", "height", "rx", "ry"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
}
_ANYWHERE = {"id", "transform", "clip-rule", *_INHERITED}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def box(left: float, top: float, width: float, height: float, colour: str, radius: float = 0) -> str:
    """A plain box."""
    return f"{_colour(colour)} rg {rectangle(left, top, width, height, radius, radius)} f"


def one_page(width: float, height: float, shapes: Sequence[str]) -> bytes:
    """A PDF of one page with shapes; from its upper left corner, y grows downwards."""
    content = "\n".join((f"1 0 0 -1 0 {height:g} cm", *shapes)).encode("ascii")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:g} {height:g}]/Contents 4 0 R/Resources<<>>>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    )
    made, places = b"%PDF-1.4\n", list[int]()
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def drawing(svg: bytes, left: float, top: float, side: float) -> str:
    """A drawing in the middle of a square, as large as it can be; Unpaintable when it holds more than plain shapes."""
    from xml.etree.ElementTree import ParseError, fromstring

    try:
        root = fromstring(svg)
        x, y, width, height = numbers(root.get("viewBox", ""))
        scale = side / max(width, height)
        across, down = left + (side - width * scale) / 2 - x * scale, top + (side - height * scale) / 2 - y * scale
        matrix = f"{scale:.6f} 0 0 {scale:.6f} {across:.4f} {down:.4f} cm"
        clip = f"{rectangle(x, y, width, height, 0, 0)} W n"
        return "\n".join(("q", matrix, clip, *_painted(root, _INHERITED), "Q"))
    except (ParseError, ValueError, KeyError, IndexError, ZeroDivisionError) as error:
        raise Unpaintable(f"a drawing cannot be read: {error}") from error


def _painted(element: Element, inherited: Mapping[str, str]) -> Iterator[str]:
    name = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
    own = element.attrib
    if name not in _GEOMETRY or (more := set(own) - _GEOMETRY[name] - _ANYWHERE) or (element.text or "").strip():
        raise Unpaintable(f"a drawing holds more than plain shapes: {name} {sorted(more) if name in _GEOMETRY else ''}")
    style = {key: own.get(key, value) for key, value in inherited.items()}
    turned = _matrices(own.get("transform", ""))
    yield f"q {turned}" if turned else ""
    if name in ("svg", "g"):
        for child in element:
            yield from _painted(child, style)
    elif outline := _outline(name, own):
        yield f"{_style(style)} {outline} {_operator(style)}"
    yield "Q" if turned else ""


def _outline(name: str, own: Mapping[str, str]) -> str:
    def number(key: str, otherwise: float = 0.0) -> float:
        return float(own[key]) if key in own else otherwise

    if name == "path":
        return path(own.get("d", ""))
    if name == "circle":
        return circle(number("cx"), number("cy"), number("r"), number("r"))
    if name == "ellipse":
        return circle(number("cx"), number("cy"), number("rx"), number("ry"))
    if name == "rect":
        across, down = number("rx", number("ry")), number("ry", number("rx"))
        return rectangle(number("x"), number("y"), number("width"), number("height"), across, down)
    if name == "line":
        return polygon([number("x1"), number("y1"), number("x2"), number("y2")], closed=False)
    return polygon(numbers(own.get("points", "")), closed=name == "polygon")


def _style(style: Mapping[str, str]) -> str:
    parts = []
    if style["fill"] != "none":
        parts.append(f"{_colour(style['fill'])} rg")
    if style["stroke"] != "none":
        cap, join = _CAPS[style["stroke-linecap"]], _JOINS[style["stroke-linejoin"]]
        width, limit = float(style["stroke-width"]), float(style["stroke-miterlimit"])
        parts.append(f"{_colour(style['stroke'])} RG {width:g} w {cap} J {join} j {limit:g} M")
    return " ".join(parts)


def _operator(style: Mapping[str, str]) -> str:
    filled, stroked = style["fill"] != "none", style["stroke"] != "none" and float(style["stroke-width"]) > 0
    star = "*" if filled and style["fill-rule"] == "evenodd" else ""
    return (("B" if stroked else "f") + star) if filled else "S" if stroked else "n"


def _colour(value: str) -> str:
    """A colour of CSS as three parts of 1; ValueError for what is no plain colour."""
    from PIL.ImageColor import getrgb

    found = getrgb(value)
    if len(found) != 3:
        raise ValueError(f"a colour that is seen through: {value}")
    return " ".join(f"{part / 255:.4f}" for part in found)


def _matrices(text: str) -> str:
    """The `transform` of an element as matrices of PDF."""
    found = []
    for name, given in re.findall(r"(\w+)\s*\(([^)]*)\)", text):
        values = numbers(given)
        match name, values:
            case "matrix", [_, _, _, _, _, _]:
                found.append(values)
            case "translate", [x, *rest]:
                found.append([1, 0, 0, 1, x, *(rest or [0])])
            case "scale", [x, *rest]:
                found.append([x, 0, 0, *(rest or [x]), 0, 0])
            case "rotate", [angle, *rest]:
                x, y = rest or (0, 0)
                up, over = sin(radians(angle)), cos(radians(angle))
                found += [[1, 0, 0, 1, x, y], [over, up, -up, over, 0, 0], [1, 0, 0, 1, -x, -y]]
            case "skewX", [angle]:
                found.append([1, 0, tan(radians(angle)), 1, 0, 0])
            case _:
                raise ValueError(f"an unknown transform: {text}")
    return " ".join(f"{' '.join(f'{value:.6f}' for value in one)} cm" for one in found)
