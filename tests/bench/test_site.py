"""The benchmark of the site: its report can be read and is the same for both; its table tells the right times."""

from __future__ import annotations

from pathlib import Path

from everyway.findings import errors_in
from everyway.reading.publication import read_publication
from tests.bench.site import Work, table, write_project


def test_the_report_can_be_read_and_has_a_page_for_each_section(tmp_path: Path) -> None:
    write_project(tmp_path, 5)
    reading = read_publication(tmp_path)
    assert errors_in(reading.findings) == ()
    assert reading.publication
    assert len(reading.publication.edition("plan").sections) == 5
    assert len(list((tmp_path / "docs").glob("*.md"))) == 6


def test_a_table_compares_the_seconds_of_the_processor() -> None:
    steps = {"reading": 3.0, "checks of the sources": 4.0, "making": 2.0}
    ours = Work("everyway", 1000, clock=12, processor=10, kilobytes=12, steps=steps)
    told = table([ours, Work("stock", 1000, clock=40, processor=38, kilobytes=255)])
    assert told.splitlines()[3].endswith("| 40.0 | 38.0 | 38.0 | 255 | 3.8 × |")
    assert ours.for_the_site == 5.0
