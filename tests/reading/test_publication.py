"""What reading promises as a whole: its answer, its errors, its catalogue of rules, its speed."""

from __future__ import annotations

import datetime
import re
import time
from pathlib import Path

import pytest

from everyway.errors import ProjectError
from everyway.findings import Level, errors_in, rules
from everyway.model import Contact, EditionKind
from everyway.model.walk import sections_of, sentences_of
from everyway.reading.publication import read_publication
from tests.conftest import Golden
from tests.reading.outline import publication_outline
from tests.reading.projects import make_project

PROJECT = Path(__file__).parents[2]
CONSTRUCTS = PROJECT / "tests" / "publications" / "constructs"


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        read_publication(tmp_path)
    assert caught.value.slug == "no-publication"
    assert "content/publication.yml" in caught.value.message
    assert caught.value.fix


def test_the_settings_come_through(tmp_path: Path) -> None:
    publication = read_publication(CONSTRUCTS).publication
    assert publication is not None
    assert publication.name == "constructs"
    assert publication.date == datetime.date(2024, 2, 29)
    contact = Contact("hello@example.org", "01632 960 001", "A number that is kept for tests and stories.")
    assert publication.contact == contact
    assert publication.settings == {"print": {"sides": "double"}}
    assert [edition.kind for edition in publication.editions] == [EditionKind.STANDARD, EditionKind.EASY_READ]
    assert publication.edition("full").settings == {"rate": 170}
    assert publication.edition("short").tested_with == "three friends of the project, who are made up"
    assert [entry.same_as for entry in publication.glossary][:1] == [("word list",)]
    assert [one.name for one in publication.pictures] == ["chart", "dot", "full-dot", "line", "star"]


def test_a_name_is_made_from_the_title(tmp_path: Path) -> None:
    publication = read_publication(make_project(tmp_path)).publication
    assert publication is not None
    assert publication.name == "a-small-publication"


def test_every_construct(golden: Golden) -> None:
    reading = read_publication(CONSTRUCTS)
    assert reading.publication is not None
    assert not errors_in(reading.findings)
    golden("reading/constructs.txt", publication_outline(reading.publication))


def test_pictures_of_a_set_have_their_credit() -> None:
    publication = read_publication(CONSTRUCTS).publication
    assert publication is not None
    dot = next(picture for picture in publication.pictures if picture.set)
    assert (dot.set, dot.identifier, dot.credit, dot.licence) == ("openmoji", "1F7E2", "OpenMoji", "CC BY-SA 4.0")
    assert dot.file.is_absolute()
    assert dot.file.is_file()


def test_ids_stay_when_other_text_changes(tmp_path: Path) -> None:
    before = "# One {#one}\n\nFirst. Second.\n\n## Two\n\nThird.\n"
    after = "# One {#one}\n\nFirst. New. Second.\n\n## New\n\nNew.\n\n## Two\n\nThird. New.\n"
    ids = []
    for number, text in enumerate((before, after)):
        publication = read_publication(
            make_project(tmp_path / str(number), {"content/plan/00-base.md": text})
        ).publication
        assert publication is not None
        sections = sections_of(publication.editions[0])
        ids.append({sentence.id for section in sections for sentence in sentences_of(section)})
    assert ids[0] < ids[1]


def test_findings_are_sorted_and_come_all_at_once(tmp_path: Path) -> None:
    files = {
        "content/plan/01.md": "# One\n\n[a](#nowhere)\n\n<b>\n",
        "content/easy-read/01.md": "# Easy\n\n![](gone) Words.\n",
        "content/pictures/pictures.yml": "star: {file: star.svg}\n",
    }
    findings = read_publication(make_project(tmp_path, files)).findings
    assert [(one.rule, str(one.where)) for one in findings] == [
        ("SRC013", "content/easy-read/01.md:3"),
        ("SRC012", "content/pictures/pictures.yml:1"),
        ("SRC020", "content/plan/01.md:3"),
        ("SRC030", "content/plan/01.md:5"),
    ]


def own_rules() -> list[str]:
    return [code for code in rules() if code.startswith(("SRC", "PUB"))]


@pytest.mark.parametrize("code", own_rules())
def test_every_rule_has_its_reason_and_a_failing_example(code: str) -> None:
    rule = rules()[code]
    assert rule.title and rule.why.endswith(".") and rule.fix.endswith(".")
    assert rule.level in set(Level)
    examples = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("cases/*.txt"))
    tests = (Path(__file__).parent / "test_files.py").read_text("utf-8")
    assert re.search(rf"^{code} ", examples, re.MULTILINE) or f'"{code}"' in tests


def test_every_rule_that_is_used_is_in_the_catalogue() -> None:
    source = "".join(file.read_text("utf-8") for file in (PROJECT / "scripts/everyway/reading").rglob("*.py"))
    used = set(re.findall(r'"((?:SRC|PUB)\d{3})"', source))
    assert used == set(own_rules())


def test_a_hundred_pages_are_read_in_two_seconds(tmp_path: Path) -> None:
    page = (CONSTRUCTS / "content/full/01-blocks.md").read_text("utf-8")
    text = re.sub(
        r"\{#[^}]*\}|^# .*$|\[\^post\](: .*)?|---\n(part|picture|summary).*?---\n", "", page, flags=re.M | re.S
    )
    words = " ".join(["Everybody who works here has a say in how the work is done."] * 40)
    parts = {
        f"content/plan/{number:02}.md": f"# Part {number}\n\n{(words + chr(10) * 2) * 3}\n{text}"
        for number in range(34)
    }
    project = make_project(tmp_path, parts)
    begin = time.perf_counter()
    reading = read_publication(project)
    seconds = time.perf_counter() - begin
    assert reading.publication is not None
    count = sum(len(list(sentences_of(one))) for one in sections_of(reading.publication.editions[0]))
    assert count > 4000
    assert seconds < 2
