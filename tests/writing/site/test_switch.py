"""The switch between editions at the same section."""

from __future__ import annotations

import pytest

from everyway.model import Place, Section
from everyway.model.walk import sections_of
from everyway.writing.site.switch import Switch
from tests.writing.example import easy_read, paragraph, publication, section
from tests.writing.site.small import full_edition, part, small_publication


def place(there: str, edition: str, identifier: str) -> Place | None:
    made = small_publication()
    known: dict[str, Section] = {each.id: each for each in sections_of(made.edition(edition))}
    return Switch(made).elsewhere(made.edition(edition), known[identifier], made.edition(there))


@pytest.mark.parametrize(
    ("identifier", "there"),
    [
        ("people", "easy-people"),
        ("health", "easy-health"),
        ("sleep", "easy-health"),  # covering a section covers those under it
        ("rest", "easy-people"),
        ("growth", "easy-growth"),
    ],
)
def test_from_the_plan_to_easy_read(identifier: str, there: str) -> None:
    assert place("easy-read", "plan", identifier) == Place("easy-read", there)


@pytest.mark.parametrize(
    ("identifier", "there"), [("easy-people", "people"), ("easy-health", "health"), ("easy-growth", "growth")]
)
def test_from_easy_read_to_the_plan(identifier: str, there: str) -> None:
    assert place("plan", "easy-read", identifier) == Place("plan", there)


def test_what_is_not_retold_has_no_place_there() -> None:
    assert place("easy-read", "plan", "introduction") is None
    assert place("plan", "easy-read", "words") is None


def test_a_part_that_is_retold_only_in_pieces_leads_to_the_first_of_them() -> None:
    pieces = part("pieces", "Pieces", sections=(section("one", 2, "One", paragraph("Rest."), covers=("sleep",)),))
    made = publication(full_edition(), easy_read(pieces))
    people = made.edition("plan").sections[1]
    assert Switch(made).elsewhere(made.edition("plan"), people, made.edition("easy-read")) == Place("easy-read", "one")
    assert Switch(made).elsewhere(made.edition("easy-read"), pieces, made.edition("plan")) == Place("plan", "sleep")
