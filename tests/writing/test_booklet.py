"""A booklet: which page stands where, and that all of them are there."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from everyway.writing.print.booklet import booklet, imposed


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (1, [(0, 1), (0, 0)]),
        (4, [(4, 1), (2, 3)]),
        (6, [(0, 1), (2, 0), (6, 3), (4, 5)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
    ],
)
def test_pages_are_where_folding_needs_them(pages: int, sides: list[tuple[int, int]]) -> None:
    assert list(imposed(pages)) == sides


def test_two_pages_lie_on_each_side_of_a4(tmp_path: Path) -> None:
    source = tmp_path / "five.pdf"
    with pikepdf.new() as pdf:
        for _ in range(5):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(source)
    target = tmp_path / "booklet.pdf"
    target.write_bytes(booklet(source))
    assert booklet(source) == target.read_bytes()
    with pikepdf.open(target) as made:
        assert [tuple(map(float, page.mediabox)) for page in made.pages] == [(0, 0, 841.89, 595.276)] * 4
        assert [len(page.Resources.XObject) for page in made.pages] == [1, 1, 1, 2]
        assert "/StructTreeRoot" not in made.Root
