"""What an outcome's key rests on: everything that its maker sees, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from everyway import themes
from everyway.building.hashes import content_hash
from everyway.building.keys import Keys, content_key
from everyway.building.make import Plan
from everyway.building.view import seen_from
from everyway.cache import NoCache
from everyway.model import Edition, Publication
from everyway.reading.publication import read_publication
from everyway.writing.formats import FORMATS, Format
from everyway.writing.parts import Parts

CONSTRUCTS = Path(__file__).parents[1] / "publications" / "constructs"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(CONSTRUCTS / "content", tmp_path / "project" / "content")
    return tmp_path / "project"


def read(project: Path) -> Publication:
    publication = read_publication(project).publication
    assert publication is not None
    return publication


def keys_of(project: Path) -> dict[str, str]:
    publication = read(project)
    plan = Plan(publication, FORMATS[:2], publication.editions, project, "", cache=NoCache(), root=project)
    keys = Keys.of(plan)
    return {job.key: keys.job(job) for job in plan.jobs()}


def editions(project: Path) -> list[str]:
    return [edition.name for edition in read(project).editions]


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def changed(project: Path, before: dict[str, str]) -> set[str]:
    """The names of the editions of which any key is another now."""
    now = keys_of(project)
    assert now.keys() == before.keys()
    return {name.rpartition(" of ")[2] for name, key in now.items() if key != before[name]}


def test_reading_again_and_elsewhere_gives_the_same_keys(project: Path, tmp_path: Path) -> None:
    before = keys_of(project)
    assert keys_of(project) == before
    shutil.copytree(project, tmp_path / "elsewhere")
    assert keys_of(tmp_path / "elsewhere") == before


def test_a_sentence_changes_the_keys_of_its_edition_alone(project: Path) -> None:
    before = keys_of(project)
    first, *_ = sorted((project / "content" / editions(project)[0]).glob("*.md"))
    first.write_text(first.read_text("utf-8") + "\nOne more sentence stands here.\n", "utf-8")
    assert changed(project, before) == {editions(project)[0]}


def test_a_comment_in_the_settings_changes_nothing(project: Path) -> None:
    before = keys_of(project)
    file = project / "content" / "publication.yml"
    file.write_text(file.read_text("utf-8") + "# Nothing more.\n", "utf-8")
    assert changed(project, before) == set()


def test_the_publisher_changes_all(project: Path) -> None:
    before = keys_of(project)
    change(project / "content" / "publication.yml", "publisher: ", "publisher: New ")
    assert changed(project, before) == set(editions(project))


def test_a_drawing_changes_the_editions_that_show_it(project: Path) -> None:
    publication = read(project)
    before = {edition.name: content_key(publication, edition, project) for edition in publication.editions}
    drawings = sorted((project / "content" / "pictures").glob("*.svg"))
    assert drawings
    for drawing in drawings:
        drawing.write_text(drawing.read_text("utf-8") + "<!-- drawn anew -->", "utf-8")
        now = {edition.name: content_key(publication, edition, project) for edition in publication.editions}
        shown = {edition.name for edition in publication.editions if drawing.name in repr(edition)}
        assert {name for name, key in now.items() if key != before[name]} == shown
        before = now


ALONE = [row for row in FORMATS if row.scope == "edition" and not row.parts]


def made(row: Format, publication: Publication, edition: Edition, folder: Path) -> list[str]:
    folder.mkdir()
    return [content_hash(artifact.path) for artifact in row.make_edition(publication, edition, folder, Parts())]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The themes that were asked for, wherever they are asked for."""
    import sys

    names: set[str] = set()
    find = themes.theme_folder

    def noted(name: str) -> Path:
        names.add(name)
        return find(name)

    for module in [each for name, each in sys.modules.items() if name.startswith("everyway.")]:
        if getattr(module, "theme_folder", None) is find:
            monkeypatch.setattr(module, "theme_folder", noted)
    yield names


@pytest.mark.parametrize("row", ALONE, ids=[row.name for row in ALONE])
def test_a_maker_needs_nothing_of_other_editions_and_no_other_theme(
    row: Format, tmp_path: Path, taken: set[str]
) -> None:
    publication = read(CONSTRUCTS)
    edition = publication.edition(min(publication.editions, key=lambda each: len(repr(each))).name)
    alone = seen_from(publication, edition)
    assert alone != publication
    assert made(row, alone, edition, tmp_path / "alone") == made(row, publication, edition, tmp_path / "whole")
    assert taken <= {*row.themes}, f"{row.name} takes its look from {sorted(taken)}"


def test_options_and_titles_are_part_of_a_key(project: Path) -> None:
    publication = read(project)

    def key(row: Format) -> str:
        plan = Plan(publication, (row,), publication.editions[:1], project, "", cache=NoCache(), root=project)
        (job,) = plan.jobs()
        return Keys.of(plan).job(job)

    row = FORMATS[1]
    every = [row, row.with_options({"size": 36}), row.with_options({"size": 24}), replace(row, title="Another")]
    assert len({key(one) for one in every}) == 4
