"""The benchmark of e-books: its table and its verdict are right."""

from __future__ import annotations

from tests.bench.ebooks import Work, table, verdict


def test_a_table_tells_the_times_and_their_sum() -> None:
    told = table([Work("made", clock=2.5, own=1.75, tools=0.5), Work("made and checked", 3.2, 2.5, 0.5)])
    assert told.splitlines()[2:] == [
        "| made | 2.50 | 1.75 | 0.50 | 2.25 |",
        "| made and checked | 3.20 | 2.50 | 0.50 | 3.00 |",
    ]


def test_the_verdict_is_by_the_processor_not_by_the_clock() -> None:
    assert "kept (2.99 s)" in verdict(Work("", clock=9, own=2.5, tools=0.49))
    assert "missed (3.00 s)" in verdict(Work("", clock=3, own=2.5, tools=0.5))
