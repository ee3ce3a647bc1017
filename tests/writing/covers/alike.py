"""How far two pictures differ."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageStat


def difference(one: bytes | Image.Image, other: bytes | Image.Image) -> float:
    """The mean difference of two pictures of one size, of 255: 0 where they are the same."""
    first, second = (
        (Image.open(io.BytesIO(picture)) if isinstance(picture, bytes) else picture).convert("RGB")
        for picture in (one, other)
    )
    assert first.size == second.size
    return max(ImageStat.Stat(ImageChops.difference(first, second)).mean)
