"""Every planted fault of the sources is caught at its line; every rule has a planted fault, or a reason why not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from everyway.findings import Level, rules
from everyway.writing.formats import FORMATS
from tests.faults.fault import HERE, Fault, every_fault, try_fault
from tests.faults.in_sources import source_faults

SHARED = {"giant-print", "word-large-print", "epub-light", "m4b"}
"""Formats made and checked as another is: their faults are planted in that one."""

NOT_PLANTED: dict[str, str] = tomllib.loads((HERE / "not_planted.toml").read_text("utf-8"))
SOURCE_RULES = (
    *("publication", "source", "pronunciations", "waivers", "audits", "in_step"),
    *("alternatives", "headings", "languages", "links", "numbers", "signs", "spelling", "tables", "typing", "words"),
)


@pytest.mark.parametrize("fault", source_faults(), ids=lambda fault: fault.name)
def test_a_fault_of_the_sources_is_caught_at_its_line(fault: Fault, tmp_path: Path) -> None:
    outcome = try_fault(fault, tmp_path)
    found = "\n".join(f"{one.rule} {one.where} {one.message}" for one in outcome.findings) or "nothing"
    assert outcome.caught, f"{fault.rule} was expected; found was:\n{found}"
    assert outcome.right_line, f"{fault.rule} was expected at {fault.where}; found was:\n{found}"


def test_names_of_faults_are_unique_and_their_rules_are_rules() -> None:
    faults = every_fault()
    names = [fault.name for fault in faults]
    assert sorted(set(names)) == sorted(names)
    assert {fault.rule for fault in faults} <= set(rules())


def test_every_rule_about_the_sources_has_a_planted_fault() -> None:
    codes = {code for name in SOURCE_RULES for code in tomllib.loads(_rules_file(name).read_text("utf-8"))}
    assert codes - {fault.rule for fault in source_faults()} == set()


def test_there_are_enough_of_them_over_all_formats() -> None:
    faults = every_fault()
    assert len(faults) >= 150
    assert {row.name for row in FORMATS} - {fault.format for fault in faults} <= SHARED


def test_every_rule_has_a_planted_fault_or_a_reason_why_not() -> None:
    planted = {fault.rule for fault in every_fault()}
    manual = {code for code, rule in rules().items() if rule.level is Level.MANUAL}
    assert set(rules()) - planted - set(NOT_PLANTED) - manual == set()


def test_only_rules_without_a_planted_fault_are_excused() -> None:
    planted = {fault.rule for fault in every_fault()}
    assert {code for code in NOT_PLANTED if code in planted or code not in rules()} == set()
    assert all(reason.endswith(".") for reason in NOT_PLANTED.values())


def _rules_file(name: str) -> Path:
    return HERE.parents[1] / "scripts" / "everyway" / "checking" / "rules" / f"{name}.toml"
