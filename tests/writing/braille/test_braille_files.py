"""BRF, PEF, eBraille and the preview as files: their names, their form, the same bytes every time."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from everyway.errors import ToolError
from everyway.model import Artifact, Edition, Publication
from everyway.writing.braille.brf import make_brf
from everyway.writing.braille.ebraille import make_ebrl
from everyway.writing.braille.pef import make_pef
from everyway.writing.braille.preview import make_preview, shown
from tests.braille.pages import CONSTRUCTS, SIGNS, publication
from tests.browser.needed import need

Make = Callable[[Publication, Edition, Mapping[str, object], Path], Sequence[Artifact]]
MAKERS = (make_brf, make_pef, make_ebrl, make_preview)
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _liblouis() -> None:
    need("liblouis")


def made(make: Make, folder: Path, source: Path = SIGNS, name: str = "plan", **options: object) -> Sequence[Artifact]:
    found = publication(source)
    return make(found, found.edition(name), options, folder)


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_text_gives_the_same_bytes(make: Make, tmp_path: Path) -> None:
    (first,) = made(make, tmp_path)
    bytes_of_first = first.path.read_bytes()
    (again,) = made(make, tmp_path)
    assert again.path.read_bytes() == bytes_of_first
    assert again.size == len(bytes_of_first)
    assert list(tmp_path.iterdir()) == [first.path]


def test_names_tell_the_format_the_options_and_the_volume(tmp_path: Path) -> None:
    (usual,) = made(make_brf, tmp_path)
    assert usual.path.name == "signs-plan-brf.brf"
    (chosen,) = made(make_pef, tmp_path, grade=1, cells=32)
    assert chosen.path.name == "signs-plan-pef-grade-1-32-cells.pef"
    volumes = made(make_brf, tmp_path, CONSTRUCTS, "full", lines=12, volume_pages=25)
    assert [each.path.name for each in volumes] == [
        f"constructs-full-brf-12-lines-25-pages-volume-{number}.brf" for number in range(1, len(volumes) + 1)
    ]
    assert [each.facts["volume"] for each in volumes] == list(range(1, len(volumes) + 1))
    assert {each.facts["volumes"] for each in volumes} == {len(volumes)}


def test_facts_tell_what_a_reader_should_know(tmp_path: Path) -> None:
    """The cards of the site say “volume 1 of 3” where there are `volumes`, and whether anybody has proof-read it."""
    (pef,) = made(make_pef, tmp_path, CONSTRUCTS, "full", lines=12, volume_pages=25)
    assert pef.facts["volumes_inside"] == 2 and "volumes" not in pef.facts
    assert pef.facts["proof_read"] is False
    found = publication(SIGNS)
    edition = replace(found.edition("plan"), proof_read_by="Ada Example")
    for make in (make_brf, make_ebrl):
        assert make(found, edition, {}, tmp_path)[0].facts["proof_read"] is True


def test_of_an_ebraille_file_only_the_grade_can_be_chosen(tmp_path: Path) -> None:
    (artifact,) = made(make_ebrl, tmp_path, grade=1, cells=32)
    assert artifact.path.name == "signs-plan-ebrl-grade-1.ebrl"


def test_settings_of_the_publication_are_the_usual_options(tmp_path: Path) -> None:
    found = replace(publication(SIGNS), settings={"braille": {"cells": 32, "style": "bana"}})
    (artifact,) = make_brf(found, found.edition("plan"), {"lines": 28}, tmp_path)
    assert artifact.path.name == "signs-plan-brf-28-lines.brf"
    assert (artifact.facts["cells"], artifact.facts["style"]) == (32, "bana")


def test_brf_is_lines_and_form_feeds_and_nothing_before_them(tmp_path: Path) -> None:
    (artifact,) = made(make_brf, tmp_path)
    content = artifact.path.read_bytes()
    assert content.endswith(b"\r\n\f")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert set(content) <= set(range(0x20, 0x60)) | {0x0A, 0x0C, 0x0D}
    assert content.split(b"\r\n")[0].strip() == b"P#A"


def test_on_both_sides_the_text_begins_on_the_front_of_a_leaf(tmp_path: Path) -> None:
    """There are three pages before the text, so one stays empty; a section of PEF begins a leaf by itself."""
    (both,) = made(make_brf, tmp_path)
    pages = both.path.read_bytes().split(b"\f")
    assert pages[3] == b""
    assert b"#A\r\n" in pages[4]
    (one,) = made(make_brf, tmp_path, sides="single")
    assert b"" not in one.path.read_bytes().split(b"\f")[:-1]
    (pef,) = made(make_pef, tmp_path)
    root = ElementTree.parse(pef.path).getroot()
    space = "{http://www.daisy.org/ns/2008/pef}"
    (volume,) = root.iter(f"{space}volume")
    assert volume.get("duplex") == "true"
    assert [len(section) for section in volume] == [3, 3]


def test_pef_and_brf_hold_the_same_pages(tmp_path: Path) -> None:
    (brf,), (pef,) = made(make_brf, tmp_path, sides="single"), made(make_pef, tmp_path, sides="single")
    from everyway.checking.braille.sheets import read_sheets

    assert read_sheets(brf) == read_sheets(pef)


def test_pef_tells_of_itself(tmp_path: Path) -> None:
    (artifact,) = made(make_pef, tmp_path)
    text = artifact.path.read_text("utf-8")
    assert "<dc:title>Signs and numbers</dc:title>" in text
    assert "<dc:identifier>urn:uuid:" in text
    assert "No braille reader has proof-read it yet." in text


def test_ebraille_is_a_package_with_contents(tmp_path: Path) -> None:
    (artifact,) = made(make_ebrl, tmp_path)
    assert artifact.facts["specification"] == "eBraille 1.0"
    with zipfile.ZipFile(artifact.path) as archive:
        assert archive.namelist()[:4] == ["mimetype", "META-INF/container.xml", "package.opf", "index.html"]
        part = archive.read("ebraille/part-01.html").decode("utf-8")
    assert 'lang="en-Brai-GB"' in part
    assert '<span lang="cy-Brai" xml:lang="cy-Brai">⠙⠈⠺⠗⠂</span>' in part
    assert '<th scope="col">⠠⠗⠑⠛⠊⠕⠝</th>' in part and '<th scope="row">⠠⠝⠕⠗⠹</th>' in part
    assert 'epub:type="noteref" role="doc-noteref"' in part and 'role="doc-footnote"' in part
    assert "<li>⠼⠁⠲ ⠠⠐⠕⠲" in part


def test_links_of_ebraille_lead_to_their_parts(tmp_path: Path) -> None:
    (artifact,) = made(make_ebrl, tmp_path, CONSTRUCTS, "full")
    with zipfile.ZipFile(artifact.path) as archive:
        words = archive.read("ebraille/part-02.html").decode("utf-8")
    assert 'href="part-01.html#lists"' in words
    assert 'href="part-04.html#word-glossary"' in words
    assert 'href="https://example.org/path?a=1&amp;b=2#part"' in words
    assert "easy-lists" not in words  # the other edition is another file


def test_the_preview_shows_cells_above_words(tmp_path: Path) -> None:
    (artifact,) = made(make_preview, tmp_path)
    assert artifact.facts["audience"] == "editor"
    html = artifact.path.read_text("utf-8")
    assert '<h2 id="page-1">Braille page 1</h2>' in html
    assert '⠠⠇⠊⠌⠎</span><span class="words">Lists</span>' in html
    assert '<a href="#page-2">Tables</a> 2' in html
    assert "No braille reader has proof-read it yet." in html
    assert "<script" not in html and "http" not in html.replace("https://example.org", "")


def test_marks_in_cells_are_shown_in_print() -> None:
    assert shown("CO⠰⠢⠼⠃ and⠰⠔⠼⠁⠚ ⠈⠨⠣a star⠈⠨⠜") == "CO₂ and¹⁰ [a star]"


def test_without_liblouis_it_says_what_brings_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from everyway.braille.louis import louis

    monkeypatch.setenv("EVERYWAY_LIBLOUIS", str(tmp_path / "nothing"))
    louis.cache_clear()
    try:
        with pytest.raises(ToolError) as caught:
            made(make_brf, tmp_path)
    finally:
        louis.cache_clear()
    assert caught.value.slug == "liblouis-missing"
    assert "liblouis20" in caught.value.fix


def test_how_long_braille_takes_can_be_measured() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.braille", "2000"], cwd=ROOT, capture_output=True, text=True
    )
    assert re.match(r"2\d{3} words in BRF and PEF: [\d.]+ s of one processor, \d+ MB\.", run.stdout), run.stderr
