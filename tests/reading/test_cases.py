"""Every case of tests/reading/cases: files in, the outline of what they hold and the findings out.

A case is plain text, so that a new one needs no Python:

    ====== its title
    === content/plan/01-part.md
    the file's text, laid over the base of projects.py (the text `-` takes a file of the base away)
    === outline
    the sections of the files named above
    === findings
    each finding, with how to mend it where that is not the rule's own fix

`scripts/test --renew-golden tests/reading/test_cases.py` writes both answers anew; then read what git diff shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from everyway.reading.publication import Reading, read_publication
from tests.reading.outline import edition_outline, section_outline
from tests.reading.projects import make_project

FOLDER = Path(__file__).parent / "cases"
ANSWERS = ("outline", "findings")


@dataclass(frozen=True)
class Case:
    file: Path
    title: str
    files: dict[str, str]
    answers: dict[str, str]


def cases_in(file: Path) -> list[Case]:
    cases = []
    for text in file.read_text("utf-8").split("====== ")[1:]:
        title, _, rest = text.partition("\n")
        parts = {}
        for part in rest.split("=== ")[1:]:
            name, _, words = part.partition("\n")
            parts[name] = words.rstrip("\n") + "\n" if name in ANSWERS else words
        files = {name: words for name, words in parts.items() if name not in ANSWERS}
        cases.append(Case(file, title, files, {name: parts.get(name, "") for name in ANSWERS}))
    return cases


CASES = [case for file in sorted(FOLDER.glob("*.txt")) for case in cases_in(file)]


def answers_of(case: Case, reading: Reading) -> dict[str, str]:
    outline: list[str] = []
    for edition in reading.publication.editions if reading.publication else ():
        if "content/publication.yml" in case.files:
            outline += edition_outline(edition).split("\n")[1:]
            continue
        for section in edition.sections:
            if section.source.file in case.files:
                outline += section_outline(section)
    findings = [
        f"{one.rule} {one.where} {one.message}" + (f"\n    {one.fix}" if one.fix else "") for one in reading.findings
    ]
    return {"outline": "\n".join(outline) + "\n", "findings": "\n".join(findings) + "\n"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_case(case: Case, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    answers = answers_of(case, read_publication(make_project(tmp_path, case.files)))
    if request.config.getoption("--renew-golden"):
        renew(case, answers)
        return
    assert answers["outline"] == case.answers["outline"]
    assert answers["findings"] == case.answers["findings"]


def renew(case: Case, answers: dict[str, str]) -> None:
    """Write the answers of one case into its file."""
    text = ""
    for other in cases_in(case.file):
        parts = {**other.files, **(answers if other.title == case.title else other.answers)}
        text += f"====== {other.title}\n" + "".join(f"=== {name}\n{words}" for name, words in parts.items()) + "\n"
    case.file.write_text(text, "utf-8")


def test_titles_are_unique() -> None:
    titles = [(case.file, case.title) for case in CASES]
    assert len(set(titles)) == len(titles)
