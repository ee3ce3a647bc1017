"""The examples of each rule: what stands as failing breaks it, what stands as passing keeps it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from everyway.checking.easy_read.check import easy_read
from everyway.reading.publication import read_publication
from tests.reading.projects import BASE, make_project

RULES = tomllib.loads((files("everyway") / "checking" / "rules" / "easy_read.toml").read_text("utf-8"))
IN_SETTINGS = ("ER062", "ER064", "ER065")
IN_PRINT = ("ER060", "ER061")
"""Tested on a PDF, in `test_whole.py`."""

PICTURES = BASE["content/pictures/pictures.yml"] + "".join(
    f'{name}: {{set: openmoji, id: "{code}", alt: A picture of {name}}}\n'
    for name, code in {"nurse": "E302", "doctor": "1F468-1F3FF-200D-2695-FE0F", "home": "1F3E0"}.items()
)
WORDS = BASE["content/words/glossary.yml"] + "- {word: staff, meaning: People who work here., same_as: [employees]}\n"
MORE_WORDS = "\n\n![](star) The **budget** and the **staff** are here.\n"


def broken(folder: Path, code: str, example: str) -> set[str]:
    """The rules of Easy Read that a small publication breaks once the example stands in it."""
    settings = example if code in IN_SETTINGS else "tested_with: A reading group"
    text = "![](star) Words." if code in IN_SETTINGS else example
    if not text.startswith("!["):
        text = f"![](star) {text}"
    more = "" if code == "ER023" else MORE_WORDS
    edition = "".join(f"\n    {line}" for line in settings.splitlines())
    main = BASE["content/publication.yml"].replace("[plan, easy-read]", f"\n  plan:\n  easy-read:{edition}")
    project = make_project(
        folder,
        {
            "content/publication.yml": main,
            "content/easy-read/00-base.md": f"# Base {{#base covers=base}}\n\n{text}{more}",
            "content/pictures/pictures.yml": PICTURES,
            "content/words/glossary.yml": WORDS,
        },
    )
    publication = read_publication(project).publication
    assert publication is not None
    return {finding.rule for finding in easy_read(publication)}


@pytest.mark.parametrize("code", [code for code in RULES if code not in IN_PRINT])
def test_the_failing_example_breaks_the_rule_and_the_passing_one_none(code: str, tmp_path: Path) -> None:
    assert code in broken(tmp_path / "failing", code, RULES[code]["failing"])
    left = broken(tmp_path / "passing", code, RULES[code]["passing"]) - ({"ER064"} if code in IN_SETTINGS else set())
    assert left == set()
    if code == "ER064":
        assert code not in broken(tmp_path / "tested", code, RULES[code]["passing"])
