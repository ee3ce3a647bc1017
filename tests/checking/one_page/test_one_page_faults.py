"""Faults planted in a clean page: each must be caught, and only by its own rule."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from everyway.writing.one_page.make import make_html
from tests.checking.small import FILE, small


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    publication = small()
    (made,) = make_html(publication, publication.edition("plan"), {}, tmp_path_factory.mktemp("html"))
    return made


def broken(clean: Artifact, folder: Path, old: str, new: str) -> Artifact:
    text, times = re.subn(old, new, clean.path.read_text("utf-8"), count=1, flags=re.DOTALL)
    assert times == 1
    target = folder / clean.path.name
    target.write_text(text, "utf-8")
    return replace(clean, path=target)


def test_a_clean_page_has_no_finding(clean: Artifact) -> None:
    assert check_artifact(small(), clean).findings == ()


FAULTS: dict[str, tuple[set[str], str, str]] = {
    "a word lost": ({"HTML001"}, "sing loudly before", "sing before"),
    "a word doubled": ({"HTML002"}, "sing loudly before", "sing loudly loudly before"),
    "words in another order": ({"HTML003"}, "Early birds sing loudly before", "birds sing loudly Early before"),
    "another alternative text": ({"HTML004"}, 'alt="A blue square"', 'alt="square.svg"'),
    "no alternative text": ({"HTML004"}, ' alt="A blue square"', ""),
    "another number of a note": ({"HTML005"}, '(note-call">.*?>)1<', r"\g<1>2<"),
    "a heading of another level": ({"HTML006", "HTML014", "HTML019"}, "<h3>(Trees.*?)</h3>", r"<h4>\1</h4>"),
    "items numbered otherwise": ({"HTML007"}, "<ol>", '<ol start="2">'),
    "headers of rows lost": ({"HTML008", "HTML014"}, '<th scope="row">(.*?)</th>', r"<td>\1</td>"),
    "a quotation that is none": ({"HTML010", "HTML014"}, "<blockquote>(.*?)</blockquote>", r"<div>\1</div>"),
    "a language lost": ({"HTML011"}, ' lang="cy"', ""),
    "an expansion lost": ({"HTML012"}, ' title="Royal[^"]*"', ""),
    "a link that leads astray": ({"HTML013"}, '(See <a href=")#tools', r"\1#trees"),
    "a script": ({"HTML015"}, "</main>", "</main><script>alert(1)</script>"),
    "a picture from outside": ({"HTML015"}, 'src="data:[^"]*"', 'src="https://example.org/a.png"'),
    "a link to nothing": ({"HTML016"}, 'href="#closing[^"]*"|href="mailto:[^"]*"', 'href="#nowhere"'),
    "an unsafe address": ({"HTML016"}, 'href="mailto:[^"]*"', 'href="javascript:alert(1)"'),
    "an id twice": ({"HTML017"}, "<footer>", '<footer id="top">'),
    "another title": ({"HTML018"}, "<title>[^<]*", "<title>Untitled"),
    "no language": ({"HTML018", "HTML011"}, '<html lang="en-GB"', "<html"),
    "two first headings": ({"HTML019"}, "<footer>", "<footer><h1>More</h1>"),
    "a row of the contents lost": ({"HTML020"}, '<li><a href="#tools">.*?</li>', ""),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_caught_by_its_own_rule(fault: str, clean: Artifact, tmp_path: Path) -> None:
    rules, old, new = FAULTS[fault]
    findings = check_artifact(small(), broken(clean, tmp_path, old, new)).findings
    assert {finding.rule for finding in findings} == rules


def test_a_link_that_is_none_is_caught_with_its_line(clean: Artifact, tmp_path: Path) -> None:
    other = broken(clean, tmp_path, '<a href="https://example.org/guide">(.*?)</a>', r"<span>\1</span>")
    findings = {finding.rule: finding for finding in check_artifact(small(), other).findings}
    assert set(findings) == {"HTML009", "HTML013", "HTML014"}
    assert str(findings["HTML009"].where) == f"{FILE}:7"
