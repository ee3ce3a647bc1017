"""HTML in one file: it tells all, needs nothing, and is the same twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from everyway.checking.gate import check_artifact
from everyway.model import Publication
from everyway.reading.publication import read_publication
from everyway.writing.one_page.make import make_html
from tests.laws import law
from tests.strategies import publications
from tests.writing.example import easy_read, plan, publication

PROJECT = Path(__file__).parents[3]
PROJECTS = {"content": PROJECT, "constructs": PROJECT / "tests" / "publications" / "constructs"}


@pytest.mark.parametrize("name", PROJECTS)
def test_every_edition_passes_every_check(name: str, tmp_path: Path) -> None:
    found = read_publication(PROJECTS[name]).publication
    assert found is not None
    for edition in found.editions:
        (made,) = make_html(found, edition, {}, tmp_path)
        verdict = check_artifact(found, made)
        assert verdict.findings == ()
        assert verdict.checks == {"fidelity": "passed", "structure": "passed"}


def test_the_same_publication_gives_the_same_bytes(tmp_path: Path) -> None:
    whole = publication()
    (first,) = make_html(whole, whole.editions[0], {}, tmp_path)
    content = first.path.read_bytes()
    (again,) = make_html(whole, whole.editions[0], {}, tmp_path)
    assert again.path.read_bytes() == content


def test_content_is_words_and_never_markup(tmp_path: Path) -> None:
    edition = replace(plan(), title="<script>alert(1)</script>", summary='"><img src=x onerror=alert(1)>')
    whole = publication(edition, easy_read())
    (made,) = make_html(whole, edition, {}, tmp_path)
    assert "<script" not in made.path.read_text("utf-8")
    assert check_artifact(whole, made).findings == ()


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@law(10)
@given(publications())
def test_the_page_tells_every_word_once_and_in_order(found: Publication) -> None:
    with TemporaryDirectory() as folder:
        for edition in found.editions:
            (made,) = make_html(found, edition, {}, Path(folder))
            assert [finding.message for finding in check_artifact(found, made).findings] == []
