"""The adapter under MkDocs by itself: `mkdocs build` and `mkdocs serve`, without the command line of everyway."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from everyway.writing.site.settings import settings_file

ROOT = Path(__file__).parents[3]
CONSTRUCTS = ROOT / "tests" / "publications" / "constructs"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(CONSTRUCTS, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.LogCaptureFixture]:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    with caplog.at_level(logging.INFO, logger="mkdocs"):
        yield caplog


def settings(project: Path, **more: object) -> MkDocsConfig:
    return load_config(str(settings_file(project, project)), site_dir=str(project / "build" / "site"), **more)


@contextmanager
def mkdocs(command: str, config: MkDocsConfig) -> Iterator[None]:
    """What MkDocs' own commands do before and after."""
    config.plugins.on_startup(command=command, dirty=False)
    try:
        yield
    finally:
        config.plugins.on_shutdown()


def built(config: MkDocsConfig) -> Path:
    with mkdocs("build", config):
        build(config)
    return Path(config.site_dir)


def spoil(project: Path) -> Path:
    file = sorted((project / "content").rglob("*.md"))[-1]
    file.write_text(file.read_text("utf-8") + "\n\n![](nobody-knows-this)\n", "utf-8")
    return file


def test_mkdocs_build_makes_the_site_of_any_project(project: Path, told: pytest.LogCaptureFixture) -> None:
    site = built(settings(project))
    assert (site / "index.html").is_file()
    assert (site / "full" / "blocks.html").is_file()
    assert not (site / "publication.yml").exists(), "sources are no pages"


def test_pages_may_be_folders_when_the_project_says_so(project: Path, told: pytest.LogCaptureFixture) -> None:
    page = (built(settings(project, use_directory_urls=True)) / "full" / "blocks" / "index.html").read_text("utf-8")
    assert 'href="../../assets/site.css"' in page
    assert 'href="../words/"' in page


def test_our_own_mkdocs_file_gives_the_same_site_as_none(told: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    ours = built(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path / "ours")))
    none = built(load_config(str(_without_file(tmp_path)), site_dir=str(tmp_path / "none")))
    page = "contents.html"  # it says nothing of downloads, which only one of the two projects has
    assert (ours / page).read_bytes() == (none / page).read_bytes()


def _without_file(folder: Path) -> Path:
    project = folder / "project"
    shutil.copytree(ROOT / "content", project / "content")
    return settings_file(project, folder)


def test_a_fault_in_the_content_stops_the_build_and_names_its_line(
    project: Path, told: pytest.LogCaptureFixture
) -> None:
    file = spoil(project)
    with pytest.raises(Abort):
        built(settings(project))
    lines = len(file.read_text("utf-8").splitlines())
    assert f"{file.relative_to(project).as_posix()}:{lines}: There is no picture" in told.text
    assert not (project / "build" / "site").exists()


def test_a_fault_during_a_preview_keeps_the_last_good_pages(project: Path, told: pytest.LogCaptureFixture) -> None:
    config = settings(project)
    page = Path(config.site_dir) / "index.html"
    with mkdocs("serve", config):
        build(config)
        before = page.read_bytes()
        spoil(project)
        build(config)
    assert page.read_bytes() == before
    assert "The pages stay as they were until this is mended." in told.text


def test_a_preview_has_no_policy_that_would_stop_its_own_reloading(
    project: Path, told: pytest.LogCaptureFixture
) -> None:
    config = settings(project)
    page = Path(config.site_dir) / "index.html"
    with mkdocs("serve", config):
        build(config)
    assert "Content-Security-Policy" not in page.read_text("utf-8")
    built(settings(project))
    assert "Content-Security-Policy" in page.read_text("utf-8")


def test_a_project_may_have_templates_of_its_own(project: Path, told: pytest.LogCaptureFixture) -> None:
    own = project / "own" / "partials"
    own.mkdir(parents=True)
    (own / "footer.html").write_text("<footer>{{ publication.title }} <by us></footer>", "utf-8")
    theme = {"name": "material", "custom_dir": str(project / "own"), "font": False}
    page = (built(settings(project, theme=theme)) / "index.html").read_text("utf-8")
    assert "<footer>Every construct: a publication to test with <by us></footer>" in page
