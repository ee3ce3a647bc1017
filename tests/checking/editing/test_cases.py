"""Every rule about the copy, tried on snippets that break it and on some that only look as if they did."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from everyway.findings import rules
from tests.checking.editing.snippets import found_in, need_dictionaries

HERE = Path(__file__).parent
CASES: dict[str, dict[str, list[str]]] = tomllib.loads((HERE / "cases.toml").read_text("utf-8"))


def snippets(*kinds: str) -> list[ParameterSet]:
    """A rule, a snippet and whether it is Easy Read; named by the rule and the snippet's number."""
    return [
        pytest.param(rule, snippet, kind.startswith("easy"), id=f"{rule}-{kind}-{number}")
        for rule, table in CASES.items()
        for kind in kinds
        for number, snippet in enumerate(table.get(kind, []), 1)
    ]


@pytest.mark.parametrize(("rule", "snippet", "easy"), snippets("failing", "easy_failing"))
def test_what_breaks_a_rule_is_found_at_its_line(rule: str, snippet: str, easy: bool, tmp_path: Path) -> None:
    need_dictionaries(rule)
    findings = found_in(tmp_path, snippet, easy=easy)
    told = [f"{one.rule} {one.where} {one.message}" for one in findings]
    mine = [one for one in findings if one.rule == rule]
    assert mine, told
    first, last = 3, 2 + len(snippet.splitlines())
    for one in mine:
        assert one.where is not None
        assert one.where.file == f"content/{'easy' if easy else 'plan'}/01-part.md"
        assert first <= one.where.line <= last, told
        assert one.message.endswith((".", "”")), one.message
        assert one.remedy.endswith((".", "?", ".”", ")")), one.remedy


@pytest.mark.parametrize(("rule", "snippet", "easy"), snippets("passing", "easy_passing"))
def test_what_keeps_a_rule_is_left_alone(rule: str, snippet: str, easy: bool, tmp_path: Path) -> None:
    need_dictionaries(rule)
    assert [one.message for one in found_in(tmp_path, snippet, easy=easy) if one.rule == rule] == []


def test_every_rule_of_the_copy_has_cases() -> None:
    series = ("ALT", "LNK", "HDG", "TAB", "TXT", "SNS", "NUM", "SGN", "TYP", "LNG", "SPL")
    whole = {"HDG007", "LNG002"}  # about editions: tried in test_editions.py
    codes = {code for code in rules() if code.startswith(series)}
    assert codes - whole == set(CASES)
    assert all(table.get("failing") and table.get("passing") for table in CASES.values())
