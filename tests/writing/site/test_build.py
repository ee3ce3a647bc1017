"""The whole site: every page, nothing else, the same bytes each time, and every address leads somewhere."""

from __future__ import annotations

import dataclasses
import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from everyway.errors import WritingError
from everyway.manifest import EMPTY
from everyway.model import Link, Place, Publication, Text
from everyway.writing.site.build import make_site
from tests.writing.example import paragraph
from tests.writing.site.small import full_edition, part, small_manifest, small_publication

PAGES = {
    "404.html",
    "accessibility.html",
    "contents.html",
    "get-a-copy.html",
    "index.html",
    "pictures.html",
    "search.html",
    "easy-read/easy-growth.html",
    "easy-read/easy-people.html",
    "easy-read/index.html",
    "easy-read/words.html",
    "plan/growth.html",
    "plan/index.html",
    "plan/introduction.html",
    "plan/people.html",
}
NEEDED_BY_EVERY_PAGE = ("assets/site.css", "assets/look.js", "assets/page.js")
MOST = 15 * 1024


class Reader(HTMLParser):
    """What a page points at, and the ids it has."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.targets: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action"):
                self.targets.append((tag, value or ""))
            if name == "id":
                self.ids.append(value or "")


def pages(site: Path) -> Iterator[Path]:
    return site.rglob("*.html")


def words_of(page: Path) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page.read_text("utf-8").replace("<br>", " ")))


def build(publication: Publication, folder: Path) -> Path:
    (folder / "site").mkdir(parents=True)
    make_site(publication, small_manifest(folder), folder / "site")
    return folder / "site"


def test_there_is_a_page_for_each_part_and_nothing_of_the_engine(site: Path) -> None:
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    assert {name for name in files if name.endswith(".html")} == PAGES
    assert files - PAGES == {
        "assets/atkinson-hyperlegible-next-400.woff2",
        "assets/atkinson-hyperlegible-next-700.woff2",
        "assets/icon.svg",
        "assets/listen.css",
        "assets/listen.js",
        "assets/look.js",
        "assets/page.js",
        "assets/pictures/nurse.svg",
        "assets/search-index.js",
        "assets/search.js",
        "assets/site.css",
        "downloads/example-easy-read-pdf.pdf",
        "downloads/example-plan-pdf.pdf",
        "search/search_index.json",
    }


def test_every_address_leads_to_a_file_and_every_anchor_to_an_id(site: Path) -> None:
    ids = {page: Reader(page).ids for page in pages(site)}
    for page, own in ids.items():
        assert len(own) == len(set(own)), page
        for _, target in Reader(page).targets:
            address = urlsplit(target)
            if address.scheme:
                continue
            root = site if address.path.startswith("/") else page.parent
            file = (root / unquote(address.path).lstrip("/")).resolve() if address.path else page
            assert file.is_file(), (page, target)
            if address.fragment:
                assert address.fragment in ids[file], (page, target)


def test_nothing_comes_from_outside(site: Path) -> None:
    for page in pages(site):
        loaded = [target for tag, target in Reader(page).targets if tag not in ("a", "form")]
        assert not [target for target in loaded if urlsplit(target).scheme or target.startswith("//")], page
    for file in (*site.glob("assets/*.css"), *site.glob("assets/*.js")):
        assert "//" not in re.sub(r"^\s*//.*$", "", file.read_text("utf-8"), flags=re.M), file


def test_the_same_sources_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    publication = small_publication()
    once, again = build(publication, tmp_path / "once"), build(publication, tmp_path / "again")
    files = sorted(file.relative_to(once) for file in once.rglob("*") if file.is_file())
    assert len(files) > len(PAGES)
    assert [file for file in files if (once / file).read_bytes() != (again / file).read_bytes()] == []


def test_a_page_weighs_at_most_15_kb(site: Path) -> None:
    def weight(file: Path) -> int:
        return len(gzip.compress(file.read_bytes(), 9))

    shared = sum(weight(site / name) for name in NEEDED_BY_EVERY_PAGE)
    heaviest = max(weight(page) for page in pages(site)) + shared + weight(site / "assets/search.js")
    assert heaviest <= MOST


def test_what_an_editor_writes_is_never_taken_for_markup(site: Path) -> None:
    page = (site / "plan/people.html").read_text("utf-8")
    assert "<title>Looking after &lt;people&gt; &amp; all – The plan" in page
    assert "<people>" not in page and "<wellbeing>" not in page
    assert "Looking after <people> & all" in (site / "assets/search-index.js").read_text("utf-8")


def test_every_page_names_its_language_and_has_one_main_heading(site: Path) -> None:
    for page in pages(site):
        text = page.read_text("utf-8")
        assert '<html lang="en-GB">' in text, page
        assert len(re.findall(r"<h1[ >]", text)) == 1, page
        for landmark in ("<main ", "<header ", "<footer "):
            assert text.count(landmark) == 1, page


def test_a_part_offers_easy_read_first_and_each_section_its_own_place(site: Path) -> None:
    page = (site / "plan/people.html").read_text("utf-8")
    top = page.index('<a class="card other-edition" href="../easy-read/easy-people.html"')
    assert page.index("<main") < top < page.index("Nurses help.")
    assert 'href="../easy-read/easy-people.html#easy-health">This section in Easy Read' in page
    assert page.count("This section in Easy Read") == 1, "only where the section is retold in a place of its own"
    easy = (site / "easy-read/easy-people.html").read_text("utf-8")
    assert 'class="card other-edition" href="../plan/people.html"' in easy
    assert 'href="../plan/people.html#health">More about this' in easy


def test_pages_turn_within_their_edition(site: Path) -> None:
    people = (site / "plan/people.html").read_text("utf-8")
    assert '<a rel="prev" href="introduction.html">' in people
    assert '<a rel="next" href="growth.html">' in people
    assert 'rel="next"' not in (site / "plan/growth.html").read_text("utf-8"), "the next page is another edition"


def test_a_note_is_reached_from_the_page_that_calls_it_again(site: Path) -> None:
    assert 'href="#note-1"' in (site / "plan/people.html").read_text("utf-8")
    assert 'href="people.html#note-1"' in (site / "plan/growth.html").read_text("utf-8")


def test_copies_say_type_size_and_length(site: Path) -> None:
    words = words_of(site / "get-a-copy.html")
    assert "1.2 MB, 12 pages" in words
    assert (site / "downloads/example-plan-pdf.pdf").read_bytes() == b"%PDF-1.7\nplan"
    assert "PDF (PDF, 1.2 MB, 12 pages)" in words_of(site / "plan/people.html")


def test_a_site_without_downloads_does_not_speak_of_them(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    make_site(small_publication(), EMPTY, tmp_path / "site")
    assert not (tmp_path / "site/downloads").exists()
    assert "Download" not in words_of(tmp_path / "site/get-a-copy.html")


def test_the_address_of_the_site_gives_a_map_dated_by_the_publication(tmp_path: Path) -> None:
    placed = dataclasses.replace(small_publication(), settings={"site": {"url": "https://example.org/care"}})
    site = build(placed, tmp_path)
    assert "<loc>https://example.org/care/plan/people.html</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert "<lastmod>2020-07-30</lastmod>" in (site / "sitemap.xml").read_text("utf-8")
    assert 'rel="canonical" href="https://example.org/care/plan/people.html"' in (site / "plan/people.html").read_text(
        "utf-8"
    )
    assert 'href="/care/assets/site.css"' in (site / "404.html").read_text("utf-8")


def test_a_link_to_nowhere_is_not_published(tmp_path: Path) -> None:
    publication = small_publication()
    astray = paragraph(Link((Text("astray"),), Place("plan", "nowhere")))
    sections = (*publication.editions[0].sections, part("astray", "Astray", astray))
    edition = dataclasses.replace(publication.editions[0], sections=sections)
    broken = dataclasses.replace(publication, editions=(edition, *publication.editions[1:]))
    (tmp_path / "site").mkdir()
    with pytest.raises(WritingError) as caught:
        make_site(broken, EMPTY, tmp_path / "site")
    assert caught.value.slug == "site-not-made"


def test_the_artifact_tells_of_the_whole_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (artifact,) = make_site(small_publication(), small_manifest(tmp_path), tmp_path / "site")
    assert (artifact.format, artifact.edition, artifact.path) == ("site", "", tmp_path / "site")
    assert artifact.facts["pages"] == len(PAGES)
    assert artifact.size == sum(file.stat().st_size for file in (tmp_path / "site").rglob("*") if file.is_file())


def test_where_we_do_not_speak_the_language_our_words_say_so(tmp_path: Path) -> None:
    french = dataclasses.replace(full_edition(), language="fr", title="Un exemple")
    site = build(dataclasses.replace(small_publication(), language="fr", editions=(french,)), tmp_path)
    page = (site / "plan/people.html").read_text("utf-8")
    assert '<html lang="fr">' in page
    assert '<span lang="en">On this page</span>' in page
    assert '<details class="look" hidden lang="en">' in page
    assert '<html lang="en">' in (site / "contents.html").read_text("utf-8")


def test_in_welsh_the_site_speaks_welsh(tmp_path: Path) -> None:
    welsh = dataclasses.replace(full_edition(), language="cy", title="Enghraifft")
    site = build(dataclasses.replace(small_publication(), language="cy", editions=(welsh,)), tmp_path)
    page = (site / "plan/people.html").read_text("utf-8")
    assert "Ar y dudalen hon" in page
    assert "On this page" not in page
