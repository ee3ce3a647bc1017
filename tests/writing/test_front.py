"""The pages round the text of a printed edition."""

from __future__ import annotations

import pytest

from everyway.model import Edition, InlinePicture, Link, NoteReference, Opening, Text
from everyway.writing.print import front
from tests.writing.example import LINE, NURSE, paragraph, plan, section


def linking(words: str, target: str) -> Edition:
    return plan(section("a", 1, "A", paragraph(Link((Text(words),), target))))


@pytest.mark.parametrize(
    "words, target, shown",
    [
        ("the team", "https://example.org/team", ["https://example.org/team"]),
        ("example.org/team", "https://example.org/team", []),
        ("https://example.org/team", "https://example.org/team", []),
        ("write to us", "mailto:a@example.org?subject=Hello", ["a@example.org"]),
        ("a@example.org", "mailto:a@example.org", []),
        ("0303 123 9999", "tel:+443031239999", []),
        ("ring us", "tel:03031239999", ["03031239999"]),
    ],
)
def test_addresses_that_a_reader_of_paper_could_not_see(words: str, target: str, shown: list[str]) -> None:
    assert [each.shown for each in front.web_addresses(linking(words, target))] == shown


def test_an_address_is_listed_once() -> None:
    link = paragraph(Link((Text("here"),), "https://example.org/"), " ", Link((Text("there"),), "https://example.org/"))
    (only,) = front.web_addresses(plan(section("a", 1, "A", link)))
    assert only.words == "here"


def test_contents_go_two_levels_deep_and_hold_words_only() -> None:
    inner = section("b", 2, "B", sections=(section("c", 3, "C"),))
    part = section("a", 1, "A & A", sections=(inner,), opening=Opening(2, "Part 2", NURSE, None))
    (row,) = front.contents(plan(part))
    assert (row.address, row.words, row.label, row.number) == ("#a", "A &amp; A", "Part 2", 2)
    assert [(each.address, each.rows) for each in row.rows] == [("#b", ())]


def test_title_lines() -> None:
    assert front.title_lines("Action: the plan: in full") == ("Action:", "the plan: in full")
    assert front.title_lines("Action") == ("Action",)


def test_title_pictures_are_those_of_the_numbered_parts() -> None:
    parts = [section(f"s{n}", 1, "S", opening=Opening(n or None, "", NURSE if n else LINE, None)) for n in range(7)]
    assert front.title_pictures(plan(*parts)) == ("picture:nurse",) * 4
    assert front.title_pictures(plan(parts[0])) == ("picture:line",)


def test_every_picture_and_its_credit() -> None:
    words = paragraph(InlinePicture(LINE), NoteReference("note-1", 1))
    edition = plan(section("a", 1, "A", words, opening=Opening(1, "Part 1", NURSE, None)))
    assert [each.name for each in front.pictures_of(edition)] == ["nurse", "line"]
    assert front.credit_lines(edition) == ("the everyway authors, MIT",)
