"""Every fault planted in an artifact is caught by its rule; at least 95 in 100 of those with a line, at that line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.fault import SOURCE, Fault, every_fault, try_fault

QUICK = [fault for fault in every_fault() if fault.format != SOURCE and not fault.slow]
RIGHT = 0.95
"""The share of the lines that have to be right. A list that is empty, for one, leaves no trace of where it stood."""


@pytest.mark.parametrize("form", sorted({fault.format for fault in QUICK}))
def test_faults_of_a_format_are_caught_at_their_lines(form: str, tmp_path: Path) -> None:
    wrong: list[str] = []
    missed: list[str] = []
    lines = 0
    for number, fault in enumerate(fault for fault in QUICK if fault.format == form):
        folder = tmp_path / str(number)
        folder.mkdir()
        outcome = try_fault(fault, folder)
        if outcome.reason:
            pytest.skip(outcome.reason)
        told = "; ".join(f"{one.rule} at {one.where}" for one in outcome.findings) or "nothing"
        if not outcome.caught:
            missed.append(f"{fault.name} breaks {fault.rule}; found was {told}")
        lines += outcome.right_line is not None
        if outcome.right_line is False:
            wrong.append(f"{fault.name} stands at {fault.where}; found was {told}")
    assert missed == []
    assert len(wrong) <= (1 - RIGHT) * lines, wrong


def test_there_are_faults_of_every_format() -> None:
    assert len([fault for fault in every_fault() if fault.format != SOURCE]) >= 110
    assert all(isinstance(fault, Fault) for fault in QUICK)
