"""What is told of pages without a browser: which of them stand for all, and what they weigh."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from everyway.checking.web import weight
from everyway.checking.web.documents import cover, read_site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = {
        "index.html": '<link rel="stylesheet" href="site.css"><h1>Home</h1>',
        "part/one.html": '<link rel="stylesheet" href="../site.css"><p class="part-1"></p><h1></h1><table></table>',
        "part/two.html": '<link rel="stylesheet" href="/base/site.css"><h1>Two</h1><p class="part-2">Words</p>',
        "search.html": '<script src="site.js"></script><script src="site.js?2"></script><form></form><table></table>',
    }
    for path, html in pages.items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(html, "utf-8")
    (tmp_path / "site.css").write_text("p { color: black; }", "utf-8")
    (tmp_path / "site.js").write_text("let a = 1;", "utf-8")
    return tmp_path


def test_the_fewest_pages_on_which_every_kind_of_element_stands(folder: Path) -> None:
    site = read_site(folder, "base")
    chosen = cover(site.documents)
    assert [document.path for document in chosen] == ["part/one.html", "search.html"]
    assert set().union(*(d.kinds for d in chosen)) == set().union(*(d.kinds for d in site.documents))


def test_a_site_of_no_pages_has_none_to_look_at(tmp_path: Path) -> None:
    assert cover(read_site(tmp_path).documents) == ()


def test_a_page_weighs_what_loads_with_it_each_file_once(folder: Path) -> None:
    site = read_site(folder, "base")
    packed = {name: len(gzip.compress((folder / name).read_bytes(), 6)) for name in ("site.css", "site.js")}
    for document in site.documents:
        own = len(gzip.compress(document.file.read_bytes(), 6))
        loaded = "site.js" if document.path == "search.html" else "site.css"
        assert weight.page_weight(site, document) == own + packed[loaded], document.path


def test_a_page_over_the_limit_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = read_site(folder, "base")
    heaviest = max(site.documents, key=lambda document: weight.page_weight(site, document))
    monkeypatch.setattr(weight, "MOST_BYTES", weight.page_weight(site, heaviest) - 1)
    assert [sighting.page for sighting in weight.heavy_pages(site, site.documents)] == [heaviest.path]
