"""The benchmark: its plan is the same in every run and holds what it says; its tables and verdicts are right."""

from __future__ import annotations

from pathlib import Path

from everyway.findings import errors_in
from everyway.model import Table
from everyway.model.walk import blocks_of, sections_of
from everyway.reading.publication import read_publication
from tests.bench import plan
from tests.bench.__main__ import Measured, table, verdict


def test_the_plan_is_the_same_in_every_run() -> None:
    assert plan.chapters(5) == plan.chapters(5) == plan.chapters()[:5]


def test_the_plan_can_be_read_and_is_whole(tmp_path: Path) -> None:
    plan.write_project(tmp_path)
    reading = read_publication(tmp_path)
    assert errors_in(reading.findings) == ()
    assert reading.publication is not None
    sections = tuple(sections_of(reading.publication.edition("plan")))
    tables = [block for section in sections for block in blocks_of(section.blocks) if isinstance(block, Table)]
    parts = -(-plan.SECTIONS // plan.PER_PART)
    assert len(sections) == plan.SECTIONS + parts
    assert len(tables) == plan.SECTIONS // 3
    assert sum(len(section.notes) for section in sections) == plan.SECTIONS


def test_the_same_text_is_in_the_markup_of_typst() -> None:
    markup = plan.typst_markup()
    for chapter in plan.chapters():
        assert f"== {chapter.heading}\n" in markup
        assert all(words in markup for words in (*chapter.paragraphs, *chapter.items, chapter.note))


def test_a_table_tells_what_was_measured_and_what_was_not() -> None:
    told = table(
        [
            Measured("everyway", pages=200, seconds=7.0, busy=6.0, megabytes=250.0, kilobytes=900),
            Measured("weasyprint", pages=200, seconds=8.1, busy=8.0, megabytes=300.0, kilobytes=1000),
            Measured("typst", reason="the Python package typst is not installed"),
        ]
    )
    assert told.splitlines()[2:] == [
        "| everyway: Markdown to checked, tagged large print | 200 | 6.0 | 7.0 | 30 | 250 | 900 | 1.00 × |",
        "| WeasyPrint alone, on the same HTML | 200 | 8.0 | 8.1 | 40 | 300 | 1000 | 0.75 × |",
        "| Typst, on the same text in its own markup | not measured: the Python package typst is not installed "
        "| | | | | | |",
    ]


def test_the_verdict_names_the_bars() -> None:
    kept = verdict(Measured("everyway", busy=7.94, megabytes=299.4))
    assert kept == "Bars: under 8 s of one processor, kept (7.9 s); under 300 MB of memory, kept (299 MB)."
    assert "missed (8.3 s)" in verdict(Measured("everyway", busy=8.3, megabytes=310))
    assert "missed (310 MB)" in verdict(Measured("everyway", busy=8.3, megabytes=310))
