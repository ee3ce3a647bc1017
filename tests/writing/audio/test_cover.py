"""The cover: a square picture, the same every time."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from everyway.themes import theme_folder
from everyway.writing.audio import cover
from everyway.writing.audio.cover import KNOWN, PIXELS, cover_of, painted, printed
from everyway.writing.covers.look import digest
from tests.writing.audio.recorded import publication
from tests.writing.covers.alike import difference


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


def test_it_looks_as_the_sheet_asks_that_only_the_press_reads() -> None:
    assert digest(theme_folder("cover")) == KNOWN, "cover.css or cover.html asks for more: paint that too"
    for title, kind in (("Gŵyl Ŷd: a plan", "Easy Read"), ("AVATAR — well-being for all of us, " * 2, "")):
        told = (title, kind, "The everyway project, of many people in Wales")
        assert difference(painted(*told), printed(*told, "en-GB")) < 0.5


def test_scripts_that_the_typeface_lacks_are_printed() -> None:
    edition = replace(publication().edition("plan"), title="Σχέδιο 計画")
    picture = Image.open(io.BytesIO(cover_of(publication(), edition)))
    assert (picture.size, picture.mode) == ((PIXELS, PIXELS), "RGB")


def test_a_title_that_would_run_into_the_publishers_name_is_set_smaller() -> None:
    publisher = "The publisher of many books, leaflets and letters " * 3
    with_long, with_short = (Image.open(io.BytesIO(painted("words " * 7, "", name))) for name in (publisher, "We"))
    letters = (60, 0, PIXELS, 280)
    assert with_long.crop(letters).tobytes() != with_short.crop(letters).tobytes()
