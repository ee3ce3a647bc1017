"""A law of the PDF: whatever the publication, every word once and in order, with its structure, languages and links."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from everyway.checking.gate import check_artifact
from everyway.errors import FindingsError
from everyway.model import Publication
from everyway.writing.pdf import make_pdf
from tests.laws import law
from tests.strategies import publications

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


@law(6)
@given(publications())
def test_a_pdf_tells_every_word_once_and_in_order(publication: Publication) -> None:
    """Or it is refused: a table that is too tall or too wide for the paper is a finding for the editor.

    So is a heading that the print engine leaves behind when what follows fills a page. Random words that run into one
    another are split where no real word would be.
    """
    with TemporaryDirectory() as folder:
        for edition in publication.editions:
            try:
                (made,) = make_pdf(publication, edition, {}, Path(folder))
            except FindingsError as error:
                assert {finding.rule for finding in error.findings} <= {"PRN003", "PRN004"}
                continue
            verdict = check_artifact(publication, made)
            assert [each.message for each in verdict.findings if each.rule not in ("LP006", "LP008")] == []
            assert (verdict.checks["page-validation"], verdict.checks["fidelity"]) == ("passed", "passed")
