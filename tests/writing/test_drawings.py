"""Drawings as pictures made of dots."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from everyway.errors import WritingError
from everyway.writing.drawings import drawn

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{}</svg>'
BOX = '<rect width="10" height="10" fill="#ff0000"/>'


def picture(file: Path, width: int, ground: str = "#ffffff") -> Image.Image:
    return Image.open(BytesIO(drawn(file, width, ground))).convert("RGB")


def test_a_drawing_is_as_wide_as_asked_on_its_ground(tmp_path: Path) -> None:
    file = tmp_path / "box.svg"
    file.write_text(SVG.format(BOX), "utf-8")
    made = picture(file, 200, "#0000ff")
    assert made.size == (200, 100)
    assert made.getpixel((20, 50)) == (255, 0, 0)
    assert made.getpixel((180, 50)) == (0, 0, 255)


def test_a_drawing_that_changed_is_drawn_again(tmp_path: Path) -> None:
    import os

    file = tmp_path / "box.svg"
    file.write_text(SVG.format(BOX), "utf-8")
    before = drawn(file, 50)
    file.write_text(SVG.format(BOX.replace("#ff0000", "#00ff00")), "utf-8")
    os.utime(file, ns=(1, 1))
    assert drawn(file, 50) != before


def test_words_in_a_drawing_are_set_in_the_typeface_of_the_theme(tmp_path: Path) -> None:
    file = tmp_path / "words.svg"
    file.write_text(SVG.format('<text y="9" font-size="9">Now</text>'), "utf-8")
    assert picture(file, 200).convert("L").getextrema()[0] == 0
    named = tmp_path / "named.svg"
    named.write_text(
        SVG.format('<text y="9" font-size="9" font-family="Atkinson Hyperlegible Next">Now</text>'), "utf-8"
    )
    assert picture(named, 200).tobytes() == picture(file, 200).tobytes()


def test_a_drawing_without_measures_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "nothing.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>', "utf-8")
    with pytest.raises(WritingError, match=r"nothing\.svg"):
        drawn(file, 50)
