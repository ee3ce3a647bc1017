"""BRF: North American ASCII braille, lines ended by CR LF, pages by a form feed, nothing else. One file a volume."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.braille.book import BraillePage, BrailleVolume
from everyway.braille.cells import to_letters

_LINE, _PAGE = "\r\n", "\f"


def brf(volume: BrailleVolume, *, double_sided: bool) -> bytes:
    """The bytes of a volume; on leaves embossed on both sides the text begins on the front of one."""
    return "".join(_pages(volume, double_sided)).encode("ascii")


def _pages(volume: BrailleVolume, double_sided: bool) -> Iterator[str]:
    for page in volume.front:
        yield _page(page)
    if double_sided and len(volume.front) % 2:
        yield _PAGE
    for page in volume.body:
        yield _page(page)


def _page(page: BraillePage) -> str:
    lines = [to_letters(line.cells) for line in page.lines]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}{_LINE}" for line in lines) + _PAGE
