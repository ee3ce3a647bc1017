"""Faults planted in a clean page of HTML: a piece of it is another."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from everyway.model import Artifact, Source
from everyway.writing.one_page.make import make_html
from tests.faults.planting import SETTINGS, folder_for, planted, publication


@cache
def clean() -> Artifact:
    """The page of the small publication."""
    (made,) = make_html(publication(), publication().edition("plan"), {}, folder_for("html"))
    return made


def spoilt(old: str, new: str, folder: Path) -> Artifact:
    text, times = re.subn(old, new, clean().path.read_text("utf-8"), count=1, flags=re.DOTALL)
    assert times == 1
    target = folder / clean().path.name
    target.write_text(text, "utf-8")
    return replace(clean(), path=target)


CHANGES: dict[str, tuple[set[str], str, str]] = {
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
    "a link that is none": (
        {"HTML009", "HTML013", "HTML014"},
        '<a href="https://example.org/guide">(.*?)</a>',
        r"<span>\1</span>",
    ),
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
"""What is done to it: the rules that it breaks, and what becomes what."""

LINES: dict[str, int | Source] = {
    "a link that is none": 7,
    "a link that is none as HTML013": 7,
    "a link that is none as HTML014": 7,
    "a word lost": 3,
    "a word doubled": 3,
    "words in another order": 3,
    "another alternative text": 28,
    "no alternative text": 28,
    "another number of a note": 5,
    "a heading of another level": 10,
    "a heading of another level as HTML014": 10,
    "a heading of another level as HTML019": 10,
    "items numbered otherwise": 19,
    "headers of rows lost": 25,
    "headers of rows lost as HTML014": 25,
    "a quotation that is none": 30,
    "a quotation that is none as HTML014": 30,
    "a language lost": 14,
    "an expansion lost": 12,
    "a link that leads astray": 8,
    "a picture from outside": 28,
    "another title": SETTINGS,
    "no language": 1,
    "no language as HTML018": SETTINGS,
    "a row of the contents lost": 40,
}
"""The line that is to be named."""


def named(name: str, rule: str) -> str:
    """A fault that breaks several rules is planted for each of them."""
    return name if rule == min(CHANGES[name][0]) else f"{name} as {rule}"


FAULTS = tuple(
    planted("html", named(name, rule), rule, partial(spoilt, old, new), LINES.get(named(name, rule)))
    for name, (rules, old, new) in CHANGES.items()
    for rule in sorted(rules)
)
