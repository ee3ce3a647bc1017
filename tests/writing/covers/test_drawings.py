"""SVG drawings on covers: as the press draws them, or left to it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from everyway.reading.sets import openmoji_file, openmoji_ids
from everyway.writing.covers.canvas import Canvas
from everyway.writing.covers.look import Unpaintable
from everyway.writing.covers.paths import path
from everyway.writing.covers.shapes import drawing
from tests.writing.covers.alike import difference

SIDE = 144
HEAD = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"'

DRAWINGS = {
    "arcs": '<path d="M10 20a12.5,8 30 1 0 20.5.5A9 9 0 0 1 60 60" fill="#d22f27"/>',
    "curves": '<path fill="none" stroke="#000" d="M5 5q10 20 30 5t20 10M5 40c5-20 15 20 20 0s15 10 20 5V60h5H5z"/>',
    "shapes": '<rect x="5" y="5" width="30" height="20" rx="6"/><ellipse cx="50" cy="50" rx="9" ry="15" fill="#5C9"/>',
    "strokes": '<polyline fill="none" stroke="#000" stroke-width="5" stroke-linecap="round" points="9 9 30 50,60 9"/>',
    "turned": '<g transform="translate(36 36) rotate(30) scale(1.5 .5)" fill="#00f"><rect width="20" height="20"/></g>',
    "rule": '<path fill-rule="evenodd" d="M5 5h60v60h-60zm10 10h40v40h-40z"/>',
    "outside": '<circle cx="70" cy="70" r="30" fill="#333"/>',
}
LEFT_TO_THE_PRESS = {
    "words": "<text>Go</text>",
    "gradients": '<linearGradient id="a"/><rect width="9" height="9" fill="url(#a)"/>',
    "seen through": '<rect width="9" height="9" fill-opacity="0.5"/>',
    "styles": '<rect width="9" height="9" style="fill:red"/>',
    "a broken path": '<path d="M1 2L3"/>',
}


def painted(svg: bytes, folder: Path) -> Image.Image:
    file = folder / "drawing.svg"
    file.write_bytes(svg)
    canvas = Canvas(SIDE, SIDE, 1)
    canvas.picture(file, 0, 0, SIDE)
    return canvas.painted()


def printed(svg: bytes) -> Image.Image:
    from weasyprint import HTML  # type: ignore[import-untyped]

    style = f"@page{{size:{SIDE}px;margin:0}}body{{margin:0}}svg{{display:block;width:{SIDE}px;height:{SIDE}px}}"
    document = pypdfium2.PdfDocument(HTML(string=f"<style>{style}</style>{svg.decode()}").write_pdf())
    try:
        picture: Image.Image = document[0].render(scale=96 / 72).to_pil()
        return picture
    finally:
        document.close()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_looks_as_the_press_draws_it(name: str, tmp_path: Path) -> None:
    svg = f"<svg {HEAD}>{DRAWINGS[name]}</svg>".encode()
    assert difference(painted(svg, tmp_path), printed(svg)) < 1.5


@pytest.mark.parametrize("name", ["1F9F0", "1F331", "1F3E5", "1F468-200D-2695-FE0F", "2764"])
def test_so_do_symbols_of_the_set(name: str, tmp_path: Path) -> None:
    file = openmoji_file(name)
    assert file
    assert difference(painted(file.read_bytes(), tmp_path), printed(file.read_bytes())) < 1.5


@pytest.mark.parametrize("name", LEFT_TO_THE_PRESS)
def test_what_is_more_than_plain_shapes_is_left_to_the_press(name: str) -> None:
    with pytest.raises(Unpaintable):
        drawing(f"<svg {HEAD}>{LEFT_TO_THE_PRESS[name]}</svg>".encode(), 0, 0, SIDE)


def test_almost_all_symbols_of_the_set_can_be_painted() -> None:
    some = openmoji_ids()[::9]
    refused = []
    for name in some:
        file = openmoji_file(name)
        assert file
        try:
            drawing(file.read_bytes(), 0, 0, SIDE)
        except Unpaintable as error:
            refused.append(f"{name}: {error}")
    assert len(refused) < len(some) / 50, refused


def test_photographs_lie_in_the_middle_of_their_square(tmp_path: Path) -> None:
    file = tmp_path / "wide.png"
    Image.new("RGB", (40, 20), "#ff0000").save(file)
    canvas = Canvas(SIDE, SIDE, 1)
    canvas.picture(file, 22, 22, 100)
    picture = canvas.painted()
    assert [picture.getpixel(place) for place in ((72, 72), (72, 40), (23, 72))] == [
        (255, 0, 0),
        (255, 255, 255),
        (255, 0, 0),
    ]


def test_numbers_that_are_not_parted_are_told_apart() -> None:
    assert path("M1 1a12.5,8 30 1020.5.5") == path("M 1 1 a 12.5 8 30 1 0 20.5 0.5")
    assert path("M1-2L.5.25 3e1 4") == path("M 1 -2 L 0.5 0.25 L 30 4")
