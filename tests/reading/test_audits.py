"""What people looked at, as it stands in content/audits.yml; and what an editor is told of slips in it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from everyway.model import Audit, AuditOutcome, Source
from everyway.model.audit import most_trusted
from everyway.reading.audits import read_audits
from everyway.reading.found import Found


def read(tmp_path: Path, text: str) -> tuple[tuple[Audit, ...], list[str]]:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/audits.yml").write_text(text, "utf-8")
    found = Found()
    audits = read_audits(tmp_path / "content", found)
    return audits, [f"{finding.rule} {finding.where and finding.where.line}" for finding in found.all()]


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    text = """
- check: wcag 1.3.3
  outcome: passed
  who: A. Reader
  when: 2026-11-30
- check: WCAG 2.2 1.3.3
  format: site
  edition: plan
  outcome: not relevant
  who: Grŵp Darllen
  when: 2026-12-01
  how: NVDA
  note: There is none.
  overrides: We asked twice.
"""
    audits, faults = read(tmp_path, text)
    assert faults == []
    assert audits[0].check == "1.3.3"
    assert audits[1] == Audit(
        "1.3.3",
        AuditOutcome.NOT_RELEVANT,
        "Grŵp Darllen",
        datetime.date(2026, 12, 1),
        Source("content/audits.yml", 6, 3),
        "site",
        "plan",
        "NVDA",
        "There is none.",
        "We asked twice.",
    )


@pytest.mark.parametrize("text", ["", "[]\n", "# Nobody yet.\n"])
def test_nobody_having_looked_is_no_fault(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ((), [])


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    found = Found()
    assert read_audits(tmp_path, found) == ()
    assert found.all() == ()


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("{check: MAN001, outcome: passed, who: A}", "PUB003 1"),
        ("{check: MAN001, outcome: passed, who: A, when: soon}", "PUB006 1"),
        ("{check: MAN001, outcome: passed, who: A, when: 2026-02-30}", "PUB006 1"),
        ("{check: MAN001, outcome: passed, who: A, when: }", "PUB006 1"),
        ("{check: MAN001, outcome: good, who: A, when: 2026-11-30}", "PUB004 1"),
        ("{check: MAN001, outcome: passed, who: ' ', when: 2026-11-30}", "PUB004 1"),
        ("{check: MAN001, outcome: passed, who: A, when: 2026-11-30, by: B}", "PUB002 1"),
        ("{check: MAN001, outcome: passed, who: A, when: 2026-11-30, overrides: ''}", "PUB004 1"),
        ("only words", "PUB004 1"),
    ],
)
def test_a_slip_is_told_at_its_line(tmp_path: Path, entry: str, fault: str) -> None:
    assert read(tmp_path, f"- {entry}\n")[1] == [fault]


def test_a_persons_decision_counts_above_other_audits_and_the_later_above_the_earlier() -> None:
    def made(day: int, overrides: str = "") -> Audit:
        where = Source("content/audits.yml", day)
        return Audit("1.1.1", AuditOutcome.PASSED, "A", datetime.date(2026, 11, day), where, overrides=overrides)

    assert most_trusted(()) is None
    assert most_trusted((made(2), made(3))) == made(3)
    assert most_trusted((made(2, "So it is."), made(3))) == made(2, "So it is.")
