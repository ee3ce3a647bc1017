"""How many faults are caught, and how many sound sentences are blamed, on sentences written for it."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from everyway.findings import Level
from tests.checking.easy_read.edition import findings, rules

SENTENCES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text("utf-8"))
GOOD: list[str] = SENTENCES["good"]
BAD = [(rule, text) for rule, texts in SENTENCES["bad"].items() for text in texts]

FALSE_ALARMS: dict[str, set[str]] = {
    "Hate crime is when someone hurts you because you are disabled.": {"ER002", "ER020"},
}
"""Advice that a person would not follow, by sentence: known, and no more of it."""


def test_there_are_enough_sentences_to_say_something() -> None:
    assert len(GOOD) >= 60
    assert len(BAD) >= 60


@pytest.mark.parametrize(("rule", "text"), BAD, ids=[f"{rule} {text[:40]}" for rule, text in BAD])
def test_what_is_wrong_is_found_by_its_rule(rule: str, text: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize("text", GOOD)
def test_what_is_good_is_not_blamed(text: str) -> None:
    found = findings(text)
    assert [finding.message for finding in found if finding.level is Level.ERROR] == []
    assert {finding.rule for finding in found} == FALSE_ALARMS.get(text, set())


def test_false_alarms_are_few() -> None:
    alarms = Counter(rule for named in FALSE_ALARMS.values() for rule in named)
    assert all(count <= 3 for count in alarms.values())
    assert sum(alarms.values()) <= 5


def table() -> str:
    """By rule: how many of the bad sentences it catches, how many of the good ones it blames."""
    caught = Counter(rule for rule, text in BAD if rule in rules(text))
    blamed = Counter(rule for text in GOOD for rule in dict.fromkeys(rules(text)))
    planted = Counter(rule for rule, _ in BAD)
    rows = [
        f"{rule}  caught {caught[rule]:2} of {planted[rule]:2}   false alarms {blamed[rule]:2} of {len(GOOD)}"
        for rule in sorted(planted | blamed)
    ]
    return "\n".join(rows)


def test_the_table_of_what_is_caught_has_every_rule_that_was_planted(capsys: pytest.CaptureFixture[str]) -> None:
    rows = table()
    with capsys.disabled():
        print(f"\n{rows}")  # noqa: T201
    assert len(rows.splitlines()) == len({rule for rule, _ in BAD})
