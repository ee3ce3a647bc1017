"""One site, built once for all tests that only look at it."""

from pathlib import Path

import pytest

from everyway.writing.site.build import make_site
from tests.writing.site.small import small_manifest, small_publication


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small publication's site."""
    build = tmp_path_factory.mktemp("build")
    folder = build / "site"
    folder.mkdir()
    make_site(small_publication(), small_manifest(build), folder)
    return folder
