"""A small sample of the matrix of sizes and colours; `python -m tests.printing.matrix` makes the whole of it."""

from __future__ import annotations

import pytest

from everyway.checking import verapdf
from tests.printing.matrix import Cell, Judged, cells, judge, table

missing = verapdf.unavailable()
needs_verapdf = pytest.mark.skipif(missing is not None, reason=f"veraPDF cannot be used: {missing}")

SAMPLE = (
    Cell("constructs", "full", 20, "yellow-on-black"),
    Cell("constructs", "full", 36, "black-on-cream"),
    Cell("constructs", "short", 16, "black-on-yellow"),
    Cell("constructs", "short", 48, "white-on-black"),
    Cell("example", "easy-read", 18, "black-on-white"),
)


@needs_verapdf
@pytest.mark.parametrize("cell", SAMPLE, ids=lambda cell: f"{cell.publication}-{cell.edition}-{cell.size}")
def test_a_copy_of_any_size_and_colours_has_no_fault(cell: Cell) -> None:
    judged = judge(cell)
    assert judged.faults == ()
    assert judged.pages > 5


def test_the_whole_matrix_is_every_size_in_every_pair_of_colours() -> None:
    assert len(cells(["example", "constructs"], (16, 18, 20, 24, 28, 36, 48), ("a", "b", "c", "d", "e"))) == 140


def test_the_table_counts_faults_by_copy_and_colours() -> None:
    judged = [
        Judged(Cell("constructs", "full", 18, "black-on-white"), 20, 1.0, ()),
        Judged(Cell("constructs", "full", 18, "white-on-black"), 20, 1.0, ("one", "two")),
    ]
    assert table(judged).splitlines() == [
        "copy                           | pages | black-on-white | white-on-black",
        "constructs full, 18 pt         |    20 |              0 |              2",
    ]
