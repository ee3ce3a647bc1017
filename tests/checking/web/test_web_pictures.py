"""How pictures of a page are compared: by contrast, as WCAG counts it."""

from __future__ import annotations

import pytest
from PIL import Image

from everyway.checking.web.probes.pictures import Colour, changed_pixels, contrast, greatest_contrast

WHITE, BLACK, YELLOW, INK = (255, 255, 255), (0, 0, 0), (255, 210, 63), (26, 31, 43)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [(WHITE, BLACK, 21.0), (WHITE, WHITE, 1.0), (WHITE, (118, 118, 118), 4.54), (YELLOW, INK, 11.4)],
)
def test_contrast_is_that_of_wcag(one: Colour, other: Colour, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.05)


def test_only_pixels_that_change_with_contrast_count() -> None:
    plain = Image.new("RGB", (20, 10), WHITE)
    pale = plain.copy()
    pale.paste(YELLOW, (0, 0, 20, 10))
    lined = pale.copy()
    lined.paste(INK, (0, 8, 20, 10))
    assert changed_pixels(plain, plain.copy()) == 0
    assert changed_pixels(plain, pale) == 0
    assert changed_pixels(plain, lined) == 40
    assert changed_pixels(plain, Image.new("RGB", (21, 10), WHITE)) == 200


def test_the_greatest_contrast_in_a_picture() -> None:
    icon = Image.new("RGB", (4, 4), WHITE)
    assert greatest_contrast(icon) == 1
    icon.putpixel((1, 1), INK)
    assert greatest_contrast(icon) == pytest.approx(contrast(WHITE, INK))
