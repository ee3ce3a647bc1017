"""The page that shows the plan beside its Easy Read: its words, its languages, its marks; it shuts nobody out."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
import pytest

from everyway.building.report import style_sheet, typefaces
from everyway.checking.in_step.state import in_step
from everyway.checking.web import check_site
from everyway.reporting.html.frame import PAGES, environment
from everyway.reporting.in_step.page import in_step_page
from everyway.reporting.report import About
from everyway.themes import theme_folder
from tests.browser.needed import need
from tests.checking.in_step.writing import EASY, PLAN, compared, read, written

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def page(folder: Path) -> lxml.html.HtmlElement:
    publication = read(folder)
    about = About(title=publication.title, language=publication.language)
    return lxml.html.document_fromstring(in_step_page(in_step(publication), about, environment(), PAGES))


def all_of(tree: lxml.html.HtmlElement, name: str) -> list[lxml.html.HtmlElement]:
    """The elements of a class, in order."""
    return list(tree.find_class(name))


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def changed(tmp_path: Path) -> lxml.html.HtmlElement:
    compared(tmp_path)
    plan = PLAN.replace("at dusk", "at night").replace("They fill", "The [rheolau]{lang=cy} fill")
    plan = plan.replace("every park", "every [parc]{lang=cy}").replace("Every park", "Every [parc]{lang=cy}")
    written(tmp_path, plan, EASY.replace("9999", "9998") + "\n## New {#new covers=winter}\n\nParks close at 4pm.\n")
    return page(tmp_path)


def test_headings_go_down_one_level_at_a_time(changed: lxml.html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in changed.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_pair_stands_side_by_side_with_its_state_in_words(changed: lxml.html.HtmlElement) -> None:
    told = {words(pair.find("h3")): words(all_of(pair, "states")[0]) for pair in changed.iter("article")}
    assert told == {
        "Our parks": "Matches They match: Ada Jones compared them on 30 July 2020.",
        "When you can come": "May be out of date The plan has changed since Ada Jones compared them on 30 July 2020.",
        "Ask us": "Easy Read changed The Easy Read section has changed since Ada Jones compared them on 30 July 2020.",
        "New": "Not compared yet Nobody has compared them yet.",
    }
    sides = list(all_of(changed, "sides")[1].iter("h4"))
    assert [words(side) for side in sides] == ["The plan Opening times", "Easy Read When you can come"]
    assert list(changed.iter("table")) == []


def test_the_word_diff_has_marks_and_words_for_those_who_do_not_see_them(changed: lxml.html.HtmlElement) -> None:
    (diff,) = all_of(changed, "diff")
    assert next(map(words, diff.iter("del"))).startswith("Taken out: − park")
    assert all(words(one).startswith("Put in: + ") for one in diff.iter("ins"))


def test_what_is_to_do_leads_to_it(changed: lxml.html.HtmlElement) -> None:
    links = [link.get("href") for link in all_of(changed, "next")[0].iter("a")]
    assert links == ["#easy-read-when", "#easy-read-ask", "#easy-read-new"]
    assert all(changed.get_element_by_id(link[1:]) is not None for link in links)


def test_contradictions_and_what_is_left_out_are_listed(changed: lxml.html.HtmlElement) -> None:
    (finding,) = all_of(changed, "finding")
    assert words(finding).startswith("Error Easy Read says “0303 123 9998” (content/easy-read/01.md:11).")
    assert "Bylaws (content/plan/01.md:13): They are for lawyers." in words(changed)


def test_words_in_another_language_say_so(changed: lxml.html.HtmlElement) -> None:
    assert [words(one) for one in changed.xpath("//*[@lang='cy']")] == ["parc"]


def test_when_all_is_compared_there_is_nothing_to_do(tmp_path: Path) -> None:
    compared(tmp_path)
    assert "Nothing. Every Easy Read section has been compared" in words(all_of(page(tmp_path), "next")[0])


def test_without_covers_the_page_says_so(tmp_path: Path) -> None:
    written(tmp_path, PLAN, "# Our parks\n\nWe look after 12 parks.\n")
    told = words(page(tmp_path))
    assert "No Easy Read section says yet which section of the plan it covers." in told
    assert "Not told in Easy Read" in told


def test_words_of_the_content_are_never_markup(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN.replace("dusk", "`<script>alert(1)</script>`"))
    made = page(tmp_path)
    assert list(made.iter("script")) == []
    assert "<script>alert(1)</script>" in words(made)


def test_the_page_holds_every_bar_of_the_site(
    changed: lxml.html.HtmlElement, tmp_path: Path, chromium: Browser
) -> None:
    need("nu", "java")
    folder = tmp_path / "report"
    folder.mkdir()
    text = lxml.html.tostring(changed, encoding="unicode", doctype="<!doctype html>")
    (folder / "in-step.html").write_text(text, "utf-8")
    (folder / "report.css").write_text(style_sheet(), "utf-8")
    for file in (theme_folder("site") / "icon.svg", *(theme_folder("fonts") / name for name in typefaces())):
        shutil.copy(file, folder)
    verdict = check_site(folder, thorough=True, browser=chromium)
    # A folder has no page of its own for addresses that lead nowhere: that is a server's affair.
    found = [finding for finding in verdict.findings if finding.rule != "WEB064"]
    assert "\n".join(f"{each.rule} {each.message} [{each.place}]" for each in found) == ""
    assert verdict.not_checked == ()
