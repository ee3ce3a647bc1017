"""Every web rule has a fault planted for it that it must catch; and on the clean site nothing is found."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from everyway.checking.web import check_site
from everyway.checking.web.documents import read_site
from everyway.checking.web.nu import start_nu
from everyway.checking.web.probes import LOOKS
from everyway.checking.web.server import serve
from everyway.checking.web.tour import Tour
from everyway.checking.web.weight import heavy_pages
from everyway.findings import rules
from tests.browser.needed import need
from tests.faults.artifacts.web import ROWS, Row, looked_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser


FAULTS = list(ROWS)

BY_WEIGHT = [fault for fault in FAULTS if fault.look == "weight"]
BY_NU = [fault for fault in FAULTS if fault.look == "nu"]
IN_CHROMIUM = [fault for fault in FAULTS if fault.look in LOOKS]


def named(faults: list[Row]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fault", faults, ids=[fault.name for fault in faults])


@pytest.fixture
def faulty(fault: Row, clean_site: Path, tmp_path: Path) -> Path:
    """The clean site with one fault planted in it."""
    folder = tmp_path / "site"
    shutil.copytree(clean_site, folder)
    fault.plant(folder)
    return folder


def test_each_web_rule_has_a_planted_fault_and_each_fault_a_look() -> None:
    assert {fault.rule for fault in FAULTS} == {code for code in rules() if code.startswith("WEB")}
    assert len(BY_WEIGHT) + len(BY_NU) + len(IN_CHROMIUM) == len(FAULTS)


def test_nothing_is_found_on_the_clean_site(clean_site: Path, chromium: Browser) -> None:
    need("nu", "java")
    verdict = check_site(clean_site, base="/base/", thorough=True, browser=chromium)
    assert verdict.findings == ()
    assert verdict.not_checked == ()
    assert (
        "1 page in 24 states, 1 page in 17 states, 1 page in 2 states, 1 page in 10 states" in verdict.checked.values()
    )


@named(BY_WEIGHT)
def test_the_scales_catch(fault: Row, faulty: Path) -> None:
    site = read_site(faulty, "/base/")
    assert fault.rule in {sighting.rule for sighting in heavy_pages(site, site.documents)}


@named(BY_NU)
def test_the_nu_checker_catches(fault: Row, faulty: Path) -> None:
    need("nu", "java")
    with start_nu(faulty) as nu:
        assert fault.rule in {sighting.rule for sighting in nu.sightings()}


@named(IN_CHROMIUM)
def test_a_look_in_chromium_catches(fault: Row, faulty: Path, chromium: Browser) -> None:
    seen = looked_at(fault, faulty, chromium)
    assert fault.rule in {sighting.rule for sighting in seen}
    assert all(sighting.page == "index.html" for sighting in seen)


def test_a_site_without_a_page_for_lost_readers_is_caught(clean_site: Path, chromium: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(clean_site, folder)
    (folder / "404.html").unlink()
    with serve(folder, "/base/") as root:
        tour = Tour(chromium, root, closely=["plan/index.html"])
        assert "WEB064" in {sighting.rule for sighting in tour.sightings()}
