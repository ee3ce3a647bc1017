"""The check of the sighted preview: sound as it is made, and each fault that is planted is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.writing.braille.preview import make_preview
from tests.braille.pages import SIGNS, publication
from tests.browser.needed import need
from tests.faults.artifacts.braille import PREVIEW


@pytest.mark.parametrize("fault", [None, *PREVIEW])
def test_pages_and_words_are_all_there(fault: str | None, tmp_path: Path) -> None:
    need("liblouis")
    found = publication(SIGNS)
    (artifact,) = make_preview(found, found.editions[0], {}, tmp_path)
    if fault:
        before = artifact.path.read_text("utf-8")
        after = PREVIEW[fault](before)
        assert after != before
        artifact.path.write_text(after, "utf-8")
    verdict = check_artifact(found, artifact)
    assert {finding.rule for finding in verdict.findings} == ({"BRL016"} if fault else set())
    assert verdict.checks == {"structure": "failed" if fault else "passed"}
