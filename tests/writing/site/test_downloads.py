"""What there is to take away."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.wording import words_for
from everyway.writing.site.downloads import downloads_in, size_in_words
from tests.writing.site.small import small_manifest

ENGLISH = words_for("en")


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1 KB"), (640_000, "640 KB"), (1_240_000, "1.2 MB"), (25_000_000, "25.0 MB")]
)
def test_sizes_are_told_as_people_tell_them(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_a_download_that_is_not_there_is_not_offered(tmp_path: Path) -> None:
    manifest = small_manifest(tmp_path)
    assert [each.facts for each in downloads_in(manifest, tmp_path, ENGLISH)] == [("PDF", "1.2 MB", "12 pages")] * 2
    (tmp_path / "downloads/example-plan-pdf.pdf").unlink()
    assert [each.edition for each in downloads_in(manifest, tmp_path, ENGLISH)] == ["easy-read"]
