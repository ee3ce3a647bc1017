"""The publication that uses everything an editor can type, as PDF: whole, true to its text, and by the standard."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from everyway.checking import verapdf
from everyway.checking.page_validation import validate
from everyway.checking.pdf import tells_the_text
from everyway.model import Artifact, Publication
from everyway.reading.publication import read_publication
from everyway.tagging.outline import tree_as_text
from everyway.tagging.read import read
from everyway.writing.pdf import make_pdf
from tests.conftest import Golden

CONSTRUCTS = Path(__file__).parents[1] / "publications" / "constructs"
EDITIONS = ("full", "short")


@pytest.fixture(scope="module")
def constructs() -> Publication:
    found = read_publication(CONSTRUCTS).publication
    assert found is not None
    return found


@pytest.fixture(scope="module")
def made(constructs: Publication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    folder = tmp_path_factory.mktemp("constructs")
    return {name: make_pdf(constructs, constructs.edition(name), {}, folder)[0] for name in EDITIONS}


@pytest.mark.parametrize("name", EDITIONS)
def test_tag_tree(made: dict[str, Artifact], name: str, golden: Golden) -> None:
    document = read(made[name].path).document
    assert document is not None
    golden(f"pdf/constructs-{name}.txt", tree_as_text(document))


@pytest.mark.parametrize("name", EDITIONS)
def test_tells_the_text_and_nothing_else(constructs: Publication, made: dict[str, Artifact], name: str) -> None:
    found = tells_the_text(constructs, made[name])
    assert [(each.rule, each.message) for each in found] == []  # type: ignore[union-attr]


@pytest.mark.parametrize("name", EDITIONS)
def test_two_validators_find_nothing(made: dict[str, Artifact], name: str) -> None:
    assert validate(made[name].path) == []
    if (reason := verapdf.unavailable()) and not os.environ.get("CI"):
        pytest.skip(reason)
    assert verapdf.validate(made[name].path) == []
