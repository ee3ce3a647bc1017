"""The cover: a square picture, the same every time."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from everyway.writing.audio import cover
from everyway.writing.audio.cover import PIXELS, cover_of, png
from tests.writing.audio.recorded import publication


def test_it_is_a_square_of_two_colours_and_words() -> None:
    picture = Image.open(io.BytesIO(cover_of(publication(), publication().edition("plan"))))
    assert picture.size == (PIXELS, PIXELS)
    assert picture.mode == "RGB"
    assert picture.getpixel((10, 10)) == (0x0B, 0x3C, 0x5D)
    assert picture.getpixel((10, PIXELS - 10)) == (0xFF, 0xD2, 0x3F)
    words = picture.crop((100, 100, PIXELS - 100, 800)).convert("L").point(lambda value: 255 * (value > 200))
    assert words.getbbox() is not None


def test_it_is_the_same_every_time() -> None:
    first = cover_of(publication(), publication().edition("plan"))
    cover._drawn.cache_clear()
    assert cover_of(publication(), publication().edition("plan")) == first


def test_long_titles_stay_inside_it() -> None:
    edition = replace(publication().edition("plan"), title="Responsibilities of organisations and their leaders " * 3)
    picture = Image.open(io.BytesIO(cover_of(publication(), edition)))
    band = Image.new("RGB", (60, 1000), (0x0B, 0x3C, 0x5D))
    assert picture.crop((PIXELS - 60, 0, PIXELS, 1000)).tobytes() == band.tobytes()


def test_pixels_become_a_png() -> None:
    rows = b"\x01\x02\x03\xff\x04\x05\x06\xff....\x07\x08\x09\xff\x0a\x0b\x0c\xff...."
    picture = Image.open(io.BytesIO(png(rows, 2, 2, 12, 4)))
    assert picture.tobytes() == bytes(range(1, 13))
