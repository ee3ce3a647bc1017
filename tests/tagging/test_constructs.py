"""One construct at a time: HTML in, the tree that a screen reader is given out.

The cases are text files in `constructs/`: a title, the HTML, the tree. A new case needs no Python. To write the trees
anew after a change, run with RENEW=1, and read the difference.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tagging import sheets

FOLDER = Path(__file__).parent / "constructs"


@dataclass(frozen=True)
class Case:
    title: str
    html: str
    expected: str


def cases(path: Path) -> list[Case]:
    found = []
    for part in path.read_text(encoding="utf-8").split("=== ")[1:]:
        title, _, rest = part.partition("\n")
        html, _, expected = rest.partition("\n---\n")
        found.append(Case(title, html.strip(), expected.strip() + "\n"))
    return found


FILES = sorted(FOLDER.glob("*.txt"))
CASES = [pytest.param(case, id=f"{path.stem}: {case.title}") for path in FILES for case in cases(path)]


@pytest.mark.parametrize("case", CASES)
def test_construct(case: Case) -> None:
    with sheets.logged() as heard:
        got = sheets.tree(case.html)
    assert got == case.expected
    assert heard == []


def renew() -> None:
    for path in FILES:
        parts = [f"=== {one.title}\n{one.html}\n---\n{sheets.tree(one.html)}" for one in cases(path)]
        path.write_text("\n".join(parts), encoding="utf-8")


if os.environ.get("RENEW"):
    renew()
