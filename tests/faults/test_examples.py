"""The examples of rules about what editors write: a failing one breaks its rule, a passing one keeps it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from everyway.findings import Rule, rules
from tests.faults.fault import HERE
from tests.faults.in_sources import findings_in
from tests.reading.projects import STAR

RULES = HERE.parents[1] / "scripts" / "everyway" / "checking" / "rules"

BASE = {
    "publication.yml": """\
title: Riverside
publisher: Riverside Council
language: en-GB
date: 2025-03-01
contact: {email: hello@example.org}
rights: MIT
editions: {plan: {title: Our plan}, easy-read: {title: "Our plan: Easy Read"}}
""",
    "plan/01-base.md": (
        "# Riverside {#riverside}\n\n[Cymru]{lang=cy} has a river.\n\n"
        "## Parking {#parking}\n\nBeside the river.\n\n## Opening times {#opening-times}\n\nAll day.\n"
    ),
    "easy-read/01-base.md": "# Riverside {covers=riverside}\n\n![](river) This is a river.\n",
    "pictures/nurse.svg": STAR,
    "pictures/nurse.tiff": "II",
    "pictures/pictures.yml": (
        "nurse: {file: nurse.svg, alt: A nurse, credit: us, licence: MIT}\n"
        'river: {set: openmoji, id: "1F30A", alt: A wave}\n'
    ),
    "words/glossary.yml": "- {word: budget, meaning: A plan for how to spend money.}\n",
    "words/pronunciations.yml": "[]\n",
}
"""A clean publication into which an example fits."""

EASY_READ = {"SRC023", "SRC080", "SRC081", "WAV001"}
SETTINGS = {code for code in rules() if code.startswith("PUB")}
IN_FILES = {
    **dict.fromkeys(SETTINGS, "publication.yml"),
    **dict.fromkeys(("SRC012", "SRC016"), "pictures/pictures.yml"),
    **dict.fromkeys(("SAY001", "SAY002", "SAY003"), "words/pronunciations.yml"),
    "PUB012": "words/glossary.yml",
}

DESCRIBED = {
    "PUB010": "a folder without a file is told of in words",
    "SRC001": "an encoding cannot be shown",
    "SRC002": "two million characters are too many to show",
    "SRC003": "what nobody can see cannot be shown",
    "SRC004": "a link between folders cannot be shown",
    "SRC005": "nothing cannot be shown",
    "SRC017": "a drawing is too long to show",
    "SRC044": "twenty lists in each other are too many to show",
}
"""Rules whose examples are told of in words."""


def shown() -> list[Rule]:
    names = ("publication", "source", "pronunciations", "waivers")
    codes = (code for name in names for code in tomllib.loads((RULES / f"{name}.toml").read_text("utf-8")))
    return [rules()[code] for code in codes if code not in DESCRIBED]


def findings_of(rule: Rule, example: str, folder: Path) -> set[str]:
    """The codes of what is found when an example is laid into the base."""
    files = dict(BASE)
    if rule.code == "PUB016":
        files[example.strip().removeprefix("content/")] = "# Prices\n\nEntry is free.\n"
    elif (name := IN_FILES.get(rule.code)) == "publication.yml":
        for key in re.findall(r"(?m)^(\w+):", example):
            files[name] = re.sub(rf"(?m)^{key}:.*\n", "", files[name])
        files[name] += f"{example}\n"
    elif name == "pictures/pictures.yml":
        files[name] = re.sub(r"(?m)^nurse:.*\n", f"{example}\n", files[name])
    elif name:
        files[name] = f"{example}\n"
    else:
        own = f"# Example {'{covers=riverside}' if rule.code in EASY_READ else ''}\n\n"
        whole = example.startswith(("# ", "---\n")) or rule.code == "SRC006"
        files[f"{'easy-read' if rule.code in EASY_READ else 'plan'}/02-example.md"] = (
            f"{'' if whole else own}{example}\n"
        )
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return {finding.rule for finding in findings_in(folder)}


@pytest.mark.parametrize("rule", shown(), ids=lambda rule: rule.code)
def test_an_example_breaks_its_rule_or_keeps_it(rule: Rule, tmp_path: Path) -> None:
    assert rule.code in findings_of(rule, rule.failing.strip("\n"), tmp_path / "failing")
    assert rule.code not in findings_of(rule, rule.passing.strip("\n"), tmp_path / "passing")


def test_the_base_has_no_errors_and_every_described_rule_is_one(tmp_path: Path) -> None:
    for name, text in BASE.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert {finding.rule for finding in findings_in(tmp_path)} <= {"ER064", "STP003"}
    assert set(DESCRIBED) <= set(rules())
