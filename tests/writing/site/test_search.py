"""The search index: each section with its words, and no more."""

from __future__ import annotations

import json
from pathlib import Path

from everyway.writing.site.search import index_script, text_to_search
from tests.writing.site.small import small_publication


def test_search_gets_each_section_with_its_words_and_no_more() -> None:
    text = text_to_search(small_publication().edition("plan").sections[1])
    assert '<h2 id="health">Health</h2>\n<p>See growth. The parts Part What it is about' in text
    assert "Health &amp; &lt;wellbeing&gt;" in text
    assert "The year begins in April.</p>" in text, "a note belongs to the section that calls it"
    assert "Easy Read" not in text, "what stands round the words is not searched"


def test_the_index_has_a_row_for_each_section_of_an_edition_and_one_for_each_other_page(site: Path) -> None:
    script = (site / "assets/search-index.js").read_text("utf-8")
    rows = json.loads(script.removeprefix("window.everywayIndex=").removesuffix(";\n"))
    places = [row[0] for row in rows]
    assert [place for place in places if place.startswith("plan/people")] == [
        "plan/people.html#people",
        "plan/people.html#health",
        "plan/people.html#sleep",
        "plan/people.html#rest",
    ]
    assert places.count("accessibility.html") == 1
    assert len(places) == len(set(places))
    (sleep,) = [row for row in rows if row[0].endswith("#sleep")]
    assert sleep == [
        "plan/people.html#sleep",
        "Sleep",
        "Looking after <people> & all",
        "The plan",
        "A zebra sleeps well.",
    ]


def test_pages_that_the_index_does_not_know_are_left_out() -> None:
    assert index_script('{"docs": [{"location": "x.html", "title": "X", "text": "x"}]}', {}) == (
        "window.everywayIndex=[];\n"
    )
