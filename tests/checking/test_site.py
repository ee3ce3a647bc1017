"""Faults planted in a clean site: each must be caught by its own rule, at its line or page."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.findings import Finding
from everyway.model import Artifact
from tests.checking.small import FILE, make_site_of, small

PART = "plan/gardens.html"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    return make_site_of(small(), tmp_path_factory.mktemp("site"))


@pytest.fixture
def site(clean: Artifact, tmp_path: Path) -> Artifact:
    """A copy of the clean site, to break."""
    shutil.copytree(clean.path, tmp_path / "site")
    return replace(clean, path=tmp_path / "site")


def edit(site: Artifact, old: str, new: str, file: str = PART, *, pattern: bool = False) -> None:
    """Replace a piece of a page, which must be there exactly once."""
    page = site.path / file
    text = page.read_text("utf-8")
    found = re.findall(old, text, re.DOTALL) if pattern else [old] * text.count(old)
    assert len(found) == 1, f"{old!r} stands {len(found)} times"
    page.write_text(re.sub(old, new, text, flags=re.DOTALL) if pattern else text.replace(old, new), "utf-8")


def found(site: Artifact) -> tuple[Finding, ...]:
    return check_artifact(small(), site).findings


def test_a_clean_site_has_no_finding(clean: Artifact) -> None:
    verdict = check_artifact(small(), clean)
    assert verdict.findings == ()
    assert verdict.checks == {"fidelity": "passed", "links": "passed", "structure": "passed"}


def test_a_finding_names_the_line_the_page_and_the_words(site: Artifact) -> None:
    edit(site, "sing loudly before", "sing before")
    (finding,) = found(site)
    assert finding.rule == "SITE001"
    assert (str(finding.where), finding.place, finding.format) == (f"{FILE}:3", PART, "site")
    assert finding.message == "“loudly” is not said in the site (after “everyone Early birds sing”)."
    assert check_artifact(small(), site).checks["fidelity"] == "failed"


FAULTS: dict[str, tuple[str, str, str]] = {
    "a word is lost": ("SITE001", "hungry ", ""),
    "words are told twice": ("SITE002", "feeds hungry soil.", "feeds hungry soil. feeds hungry soil."),
    "two words change places": ("SITE003", "sing loudly before", "loudly sing before"),
    "an alternative text is dropped": ("SITE004", 'alt="A blue square"', 'alt=""'),
    "an alternative text is another": ("SITE004", 'alt="A blue square"', 'alt="square.svg"'),
    "a heading is a paragraph": ("SITE006", r"<h2 id=\"trees\">(.*?)</h2>", r'<p id="trees">\1</p>'),
    "a heading has another level": ("SITE006", r"<h2 id=\"trees\">(.*?)</h2>", r'<h3 id="trees">\1</h3>'),
    "a list is numbered": ("SITE007", r"<ul>\n(<li>.*?apple.*?)</ul>", r"<ol>\1</ol>"),
    "a list begins at another number": ("SITE007", "<ol>\n", '<ol start="4">\n'),
    "a header is a cell": ("SITE008", r"<th scope=\"row\">(.*?Plums.*?)</th>", r"<td>\1</td>"),
    "a header has another direction": ("SITE008", r"<th scope=\"row\">(?=<span[^>]*>Plums)", '<th scope="col">'),
    "a caption is a paragraph": ("SITE008", r"<caption>(.*?)</caption>", r"<tbody><tr><td>\1</td></tr></tbody>"),
    "a link is plain words": ("SITE009", r'<a href="https://example.org/guide">(.*?)</a>', r"\1"),
    "a quotation is a division": ("SITE010", r"<blockquote>(.*?)</blockquote>", r"<div>\1</div>"),
    "a language is dropped": ("SITE011", '<span lang="cy">', "<span>"),
    "a language is another": ("SITE011", '<span lang="cy">', '<span lang="ga">'),
    "an abbreviation is dropped": ("SITE012", ' title="Royal Horticultural Society"', ""),
    "a link leads elsewhere": ("SITE013", "https://example.org/guide", "https://example.org/other"),
    "a link leads to another part": ("SITE013", r'href="tools.html"(?=>the tool shed)', 'href="word-list.html"'),
    "a link is split": ("SITE014", r'(<a href="https:[^>]*>)the seasonal', r"\1the </a>\1seasonal"),
    "a note's words are lost": ("SITE001", "Rotted leaves and", "Rotted and"),
    "a note is called elsewhere": ("SITE003", r"(<sup class=\"note-call\">.*?</sup>)( feeds)", r" feeds\1"),
    "a link leads nowhere": ("SITE016", r'href="tools.html"(?=>the tool shed)', 'href="sheds.html"'),
    "a link leads to no place": ("SITE016", r'href="word-list.html#word-mulch"', 'href="word-list.html#mulch"'),
    "a picture is not there": ("SITE016", r'src="[^"]*square.svg"', 'src="../assets/round.svg"'),
    "a picture comes from outside": ("SITE017", r'src="[^"]*square.svg"', 'src="//example.org/square.svg"'),
    "a script comes from outside": ("SITE017", "</body>", '<script src="https://example.org/a.js"></script></body>'),
    "a link runs a program": ("SITE018", "</main>", '<nav><a href="javascript:alert(1)">x</a></nav></main>'),
    "a label names nothing": ("SITE019", "</main>", '<nav aria-labelledby="nothing"></nav></main>'),
    "the language of a page is dropped": ("SITE020", '<html lang="en-GB">', "<html>"),
    "the title of a page is dropped": ("SITE021", r"<title>.*?</title>", "<title></title>"),
    "a page has two first headings": ("SITE022", "</main>", "<nav><h1>More</h1></nav></main>"),
    "an id stands twice": ("SITE023", "</main>", '<nav id="trees"></nav></main>'),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_caught_by_its_rule(site: Artifact, name: str) -> None:
    rule, old, new = FAULTS[name]
    edit(site, old, new, pattern="(" in old or "[" in old or ".*" in old)
    assert rule in {finding.rule for finding in found(site)}


def test_a_part_without_a_page_is_caught(site: Artifact) -> None:
    (site.path / "plan" / "tools.html").unlink()
    assert "SITE015" in {finding.rule for finding in found(site)}


def test_a_style_sheet_that_asks_the_network_is_caught(site: Artifact) -> None:
    (site.path / "assets" / "extra.css").write_text("@import url('https://example.org/a.css');", "utf-8")
    assert [finding.rule for finding in found(site)] == ["SITE017"]


def test_when_everything_is_wrong_the_report_stays_short(site: Artifact) -> None:
    page = site.path / PART
    page.write_text(re.sub(r"<(p|li|td|th)([^>]*)>", r"<\1\2>extra ", page.read_text("utf-8")), "utf-8")
    assert 0 < len(found(site)) < 200
