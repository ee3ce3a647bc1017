"""The report as pages: what it tells, at which line, to whom; and that it shuts nobody out itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import html

from everyway.checking.web import check_site
from everyway.findings import rules
from everyway.model import Source
from everyway.reporting.html.excerpt import LONGEST, excerpt
from everyway.reporting.html.frame import PAGES, environment
from everyway.reporting.html.index import index_page
from everyway.reporting.html.rules import rule_pages
from everyway.reporting.json import json_report
from everyway.reporting.report import About, Report
from everyway.reporting.visible import visible
from tests.browser.needed import need
from tests.conftest import Golden
from tests.reporting.pages import write_pages
from tests.reporting.samples import FINDINGS, sample, steady

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FEW = tuple(FINDINGS[number] for number in (0, 1, 2, 3, 5, 6))
EARLIER_FEW = json_report(sample(findings=(*FEW[1:], FINDINGS[7])))
EARLIER = json_report(sample(findings=(*FINDINGS[2:], FINDINGS[0])))


def page(report: Report) -> html.HtmlElement:
    return html.document_fromstring(index_page(report, environment()))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def finding(root: html.HtmlElement, words_in_it: str) -> html.HtmlElement:
    (found,) = [each for each in root.find_class("finding") if words_in_it in words(each)]
    return found


def test_each_finding_shows_its_line_marked_among_those_beside_it() -> None:
    told = finding(page(sample()), "“nurse”")
    lines = [words(line) for line in told.findall(".//ol/li")]
    assert [line.split()[0].rstrip(":,") for line in lines] == ["30", "31", "32"]
    (marked,) = told.find_class("marked")
    assert words(marked) == "31, the line that is meant: Line 31 of the plan, with <b>tags</b> & signs."


def test_each_finding_tells_how_why_who_and_by_which_standard() -> None:
    told = words(finding(page(sample()), "“nurse”"))
    rule = rules()["SRC012"]
    for part in ("Error", "Line 31", rule.title, rule.why, rule.fix, rule.standard, "More about SRC012"):
        assert part in told


def test_what_is_found_in_an_output_tells_the_place_in_it() -> None:
    assert "In the format pdf: page 3" in words(finding(page(sample()), "is not said in the PDF"))


def test_findings_stand_with_those_who_can_mend_them_and_errors_before_advice() -> None:
    root = page(sample())
    sections = {section.get("aria-labelledby"): section for section in root.iter("section")}
    assert "is not said in the PDF" in words(sections["maintainer"])
    assert "has no name" in words(sections["theme"])
    files = [words(heading) for heading in sections["editor"].iter("h3")]
    assert files[0] == "content/plan/02-b.md"
    assert files.index("content/plan/03 c.md") < files.index("content/easy-read/01-a.md")


def test_an_excerpt_is_in_its_own_language() -> None:
    (lines,) = finding(page(sample()), "Rhy hir").findall(".//ol")
    assert lines.get("lang") == "cy"


def test_a_very_long_line_is_cut_round_the_place_that_is_meant() -> None:
    line = "".join(f"{number:05}" for number in range(2000))
    (shown,) = excerpt((line,), Source("a.md", 1, 5001))
    assert len(shown.words) <= LONGEST + 2
    assert line[5000:5005] in shown.words
    assert excerpt((line,), Source("a.md", 2)) == ()


def test_the_trend_tells_what_is_new_and_what_was_mended() -> None:
    told = words(page(sample(earlier=EARLIER)))
    assert "Since the last report, of 22 November 2026" in told
    assert f"0 mended, 1 new, {len(FINDINGS) - 1} still there." in told
    assert "“team” has none either. New since the last report." in told


def test_what_people_found_is_told_with_who_and_when_and_what_nobody_looked_at_too() -> None:
    told = words(page(sample()))
    assert "Passed, says A. Reader, 2 November 2026." in told
    assert "Nobody has looked yet." in told


def test_what_was_checked_with_what_and_what_was_not() -> None:
    told = words(page(sample()))
    assert "axe-core: faults found (12 pages in 5 states)" in told
    assert "veraPDF: not checked (no Java was found.)" in told
    assert "weasyprint 70.0" in told
    assert "The moon: it is � far away & <cold>." in told


def test_nothing_found_is_said_in_words_and_never_as_conformance() -> None:
    told = words(page(Report(about=About("A plan"))))
    assert "Nothing found that needs mending." in told
    assert "it never proves that there are none" in told
    assert "conform" not in told.replace("conformance report that people have to complete", "")


def test_every_link_of_the_report_leads_somewhere() -> None:
    from everyway.building.report import FORMS
    from everyway.reporting.json import SCHEMA

    root = page(sample(earlier=EARLIER))
    pages = {address for address, _ in rule_pages(About(), environment())}
    there = pages | {address for address, _ in PAGES} | {file for file, _ in FORMS.values()} | {SCHEMA}
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    for link in root.iter("a"):
        address, _, anchor = link.get("href").partition("#")
        assert not address or address in there, address
        assert not anchor or address or anchor in ids, anchor


def test_no_page_runs_a_script_or_asks_elsewhere_for_anything() -> None:
    templates = environment()
    pages = [index_page(sample(), templates), *(text for _, text in rule_pages(sample().about, templates))]
    for text in pages:
        assert "<script" not in text
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//(?!www\.w3\.org/TR/WCAG22/)", text)


def test_the_page_is_as_a_person_has_read_it(golden: Golden) -> None:
    told = page(sample(findings=FEW, earlier=EARLIER_FEW))
    (main,) = told.iter("main")
    for element in main.iter("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "th", "td"):
        element.tail = f"\n{element.tail or ''}"
    lines = [" ".join(line.split()) for line in main.text_content().splitlines()]
    golden("report/index.txt", steady("\n".join(line for line in lines if line)) + "\n")


def test_the_report_holds_every_bar_of_the_site(tmp_path: Path, chromium: Browser) -> None:
    need("nu", "java")
    write_pages(sample(findings=FEW, earlier=EARLIER_FEW), tmp_path, rules=("SRC012",))
    verdict = check_site(tmp_path, thorough=True, browser=chromium)
    # A folder has no page of its own for addresses that lead nowhere: that is a server's affair.
    found = [finding for finding in verdict.findings if finding.rule != "WEB064"]
    assert "\n".join(f"{each.rule} {each.message} [{each.place}]" for each in found) == ""
    assert verdict.not_checked == ()


@pytest.fixture(scope="module")
def rule_texts() -> dict[str, str]:
    pages = rule_pages(About("A plan"), environment())
    return {address: words(html.document_fromstring(text)) for address, text in pages}


def test_every_rule_has_a_page_with_its_words(rule_texts: dict[str, str]) -> None:
    missing = [
        (rule.code, part)
        for rule in rules().values()
        for part in (rule.title, rule.why, rule.fix, rule.standard, rule.failing, rule.passing)
        if " ".join(visible(part).split()) not in rule_texts[f"rules/{rule.code}.html"]
    ]
    assert missing == []


def test_the_list_of_rules_names_each(rule_texts: dict[str, str]) -> None:
    told = rule_texts["rules/index.html"]
    assert [code for code in rules() if code not in told] == []


def test_every_rule_has_an_example_that_breaks_it_and_one_that_keeps_it() -> None:
    missing = [code for code, rule in rules().items() if not (rule.failing.strip() and rule.passing.strip())]
    assert missing == [], f"{len(missing)} of {len(rules())} rules lack an example"
