"""Pictures of parts of a page, and how their colours differ."""

from __future__ import annotations

import base64
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from everyway.checking.web.browser import Tab

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.sync_api import CDPSession

LEAST_CONTRAST = 3.0  # WCAG 2.2 1.4.11, for what is not text
_ROOM = 8  # CSS pixels round the element, for outlines that stand off

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]
"""Left, top, width and height, in page coordinates."""


@contextmanager
def pictures(tab: Tab) -> Iterator[Picture]:
    """What takes pictures of a tab's page.

    It has a session with Chromium of its own, because that is three times as fast as Playwright's way. When that ends,
    Chromium forgets on what medium and in what colours the page is shown, so the tab is turned there again.
    """
    session = tab.page.context.new_cdp_session(tab.page)
    try:
        yield Picture(tab, session)
    finally:
        session.detach()
        tab.turn(tab.state)


class Picture:
    """Takes pictures of parts of a tab's page, at one pixel each CSS pixel."""

    def __init__(self, tab: Tab, session: CDPSession) -> None:
        self._session = session
        self._width = tab.state.width
        self._height = tab.state.height

    def of(self, box: Box, *, room: int = _ROOM) -> Image:
        """The picture of a box, with some room round it."""
        from PIL import Image

        left, top, width, height = box
        x, y = max(0.0, left - room), max(0.0, top - room)
        clip = {
            "x": x,
            "y": y,
            "width": max(1.0, min(left + width + room, self._width) - x),
            "height": max(1.0, min(height + 2 * room, self._height)),
            "scale": 1,
        }
        answer = self._session.send("Page.captureScreenshot", {"format": "png", "clip": clip, "optimizeForSpeed": True})
        return Image.open(io.BytesIO(base64.b64decode(answer["data"]))).convert("RGB")


def changed_pixels(one: Image, other: Image) -> int:
    """How many pixels differ between two pictures with a contrast of at least 3 to 1."""
    from PIL import ImageChops

    if one.size != other.size:
        return one.width * one.height
    where = ImageChops.difference(one, other).getbbox()
    if where is None:
        return 0
    one, other = one.crop(where), other.crop(where)
    pairs = Counter(zip(_pixels(one), _pixels(other), strict=True))
    return sum(
        count
        for (before, after), count in pairs.items()
        if before != after and contrast(before, after) >= LEAST_CONTRAST
    )


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def greatest_contrast(image: Image) -> float:
    """The contrast between the lightest and the darkest pixel of a picture."""
    levels = [_luminance(colour) for colour in set(_pixels(image))]
    return (max(levels) + 0.05) / (min(levels) + 0.05)


def _pixels(image: Image) -> list[Colour]:
    data = image.tobytes()
    return list(zip(data[0::3], data[1::3], data[2::3], strict=True))


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
