"""HTML in one file, in a real browser: no barrier for axe-core, no error for the Nu checker, nothing off a phone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from everyway.checking.web.browser import open_tab
from everyway.checking.web.known import Memory
from everyway.checking.web.nu import start_nu
from everyway.checking.web.probes.axe import barriers, faint_colours
from everyway.checking.web.server import serve
from everyway.checking.web.states import State
from everyway.reading.publication import read_publication
from everyway.writing.one_page.make import make_html
from tests.browser.needed import need

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROJECT = Path(__file__).parents[2]
PROJECTS = (PROJECT, PROJECT / "tests" / "publications" / "constructs")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every edition of the project's publication and of the one with every construct."""
    folder = tmp_path_factory.mktemp("one-page")
    for project in PROJECTS:
        publication = read_publication(project).publication
        assert publication is not None
        for edition in publication.editions:
            make_html(publication, edition, {}, folder)
    return folder


def test_html_is_valid(folder: Path) -> None:
    need("nu", "java")
    with start_nu(folder) as nu:
        assert [f"{sighting.page} {sighting.message} {sighting.element}" for sighting in nu.sightings()] == []


def test_no_barriers_in_light_and_dark_and_nothing_runs_off_a_phone(folder: Path, chromium: Browser) -> None:
    need("axe")
    light = State("1280 px, light", ())
    dark = replace(light, name="320 px, dark", width=320, height=640, scheme="dark")
    found: list[str] = []
    with serve(folder) as root:
        for state, look in ((light, barriers), (dark, faint_colours)):
            with open_tab(chromium, root, state, Memory()) as tab:
                for page in ("action-for-us-all-easy-read-html.html", "constructs-full-html.html"):
                    tab.open(page)
                    found += [f"{page} {sighting.message} {sighting.element}" for sighting in look(tab)]
                    if tab.page.evaluate("document.documentElement.scrollWidth") > state.width:
                        found.append(f"{page} runs off the screen at {state.width} pixels")
                found += [sighting.message for sighting in tab.sightings]
    assert found == []
