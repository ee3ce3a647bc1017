"""Which pages there are, which page holds a place, and what editions are called beside each other."""

from __future__ import annotations

import dataclasses

import pytest

from everyway.model import Place
from everyway.writing.site.pages import Whereabouts, pages_of, short_titles
from tests.writing.example import easy_read, paragraph, plan, publication
from tests.writing.site.small import part, small_publication


def test_pages_come_in_reading_order() -> None:
    assert [page.uri for page in pages_of(small_publication())] == [
        "index.md",
        "plan/index.md",
        "plan/introduction.md",
        "plan/people.md",
        "plan/growth.md",
        "easy-read/index.md",
        "easy-read/easy-people.md",
        "easy-read/easy-growth.md",
        "easy-read/words.md",
        "get-a-copy.md",
        "contents.md",
        "search.md",
        "accessibility.md",
        "pictures.md",
    ]


@pytest.mark.parametrize(
    ("place", "page", "anchor"),
    [
        (Place("plan"), "plan/index.md", ""),
        (Place("plan", "people"), "plan/people.md", ""),
        (Place("plan", "sleep"), "plan/people.md", "sleep"),
        (Place("plan", "note-1"), "plan/people.md", "note-1"),
        (Place("easy-read", "word-staff"), "easy-read/words.md", "word-staff"),
        (Place("plan", "nowhere"), "plan/index.md", "nowhere"),
    ],
)
def test_a_place_has_a_page_and_an_anchor(place: Place, page: str, anchor: str) -> None:
    whereabouts = Whereabouts(small_publication())
    assert (whereabouts.page_of(place), whereabouts.anchor_of(place)) == (page, anchor)


def test_a_part_called_index_does_not_take_the_place_of_its_edition() -> None:
    made = publication(plan(part("index", "Index", paragraph("All words."))))
    assert [page.uri for page in pages_of(made)][1:3] == ["plan/index.md", "plan/index-.md"]
    assert Whereabouts(made).page_of(Place("plan", "index")) == "plan/index-.md"


def test_a_part_in_another_language_is_a_page_in_it() -> None:
    welsh = dataclasses.replace(part("croeso", "Croeso", paragraph("Shwmae.")), language="cy")
    languages = {page.uri: page.language for page in pages_of(publication(plan(welsh)))}
    assert (languages["plan/croeso.md"], languages["plan/index.md"]) == ("cy", "en-GB")


def test_pages_that_only_we_speak_on_are_in_a_language_that_we_speak() -> None:
    french = dataclasses.replace(publication(plan(part("un", "Un"))), language="fr-CA")
    languages = {page.uri: page.language for page in pages_of(french)}
    assert (languages["index.md"], languages["contents.md"]) == ("fr-CA", "en")
    welsh = dataclasses.replace(french, language="cy-GB")
    assert {page.language for page in pages_of(welsh) if not page.edition} == {"cy-GB"}


def test_editions_are_told_apart_by_what_their_titles_do_not_share() -> None:
    assert short_titles(publication()) == {"plan": "The plan", "easy-read": "Easy Read"}
    other = dataclasses.replace(easy_read(), title="Care: in short")
    assert short_titles(publication(plan(), other)) == {"plan": "An example: the plan", "easy-read": "Care: in short"}
    assert short_titles(publication(plan())) == {"plan": "An example: the plan"}
