"""The benchmark of audio: its table holds what was measured against the right bars."""

from __future__ import annotations

from tests.bench.audio import Built, table


def test_a_table_names_what_was_kept_and_what_was_missed() -> None:
    told = table(
        [
            Built("from nothing", seconds=11.94, audio=2520, bar=12),
            Built("changed", seconds=2.4, audio=2520, bar=2),
            Built("an hour", seconds=30, audio=7200, bar=20, hourly=True),
        ]
    )
    assert told.splitlines()[2:] == [
        "| from nothing | 42 | 11.9 | 12 | kept |",
        "| changed | 42 | 2.4 | 2 | missed |",
        "| an hour | 120 | 15.0 | 20 | kept |",
    ]
