"""The test publication that uses every construct of the dialect: nothing is lost in any format."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.findings import errors_in
from everyway.manifest import EMPTY
from everyway.model import Publication
from everyway.reading.publication import read_publication
from everyway.writing.pdf import make_pdf
from everyway.writing.site.build import make_site

CONSTRUCTS = Path(__file__).parents[1] / "publications" / "constructs"


@pytest.fixture(scope="module")
def publication() -> Publication:
    reading = read_publication(CONSTRUCTS)
    assert errors_in(reading.findings) == ()
    assert reading.publication is not None
    return reading.publication


def test_every_construct_reaches_the_pdf(publication: Publication, tmp_path: Path) -> None:
    for edition in publication.editions:
        (made,) = make_pdf(publication, edition, {}, tmp_path)
        verdict = check_artifact(publication, made)
        assert verdict.findings == ()
        assert verdict.checks == {"page-validation": "passed", "fidelity": "passed", "print": "passed"}


def test_every_construct_reaches_the_site(publication: Publication, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (made,) = make_site(publication, EMPTY, tmp_path / "site")
    verdict = check_artifact(publication, made)
    assert verdict.findings == ()
    assert set(verdict.checks.values()) == {"passed"}
