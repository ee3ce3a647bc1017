"""Whole books: volumes with their front pages, numbers, contents, and what is said of proof-reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from everyway.braille.book import Book, set_book
from everyway.braille.fake import FakeTranslator
from everyway.braille.options import BrailleOptions
from everyway.errors import UsageError
from everyway.model import Edition, Publication, Section
from tests.braille.pages import CONSTRUCTS, SIGNS, book, publication

SMALL = {"cells": 32, "lines": 12, "volume_pages": 25}


def made(folder: object = CONSTRUCTS, edition: str = "full", change: object = None, **options: object) -> Book:
    found: Publication = publication(folder)  # type: ignore[arg-type]
    one: Edition = found.edition(edition)
    one = replace(one, **change) if isinstance(change, dict) else one
    return set_book(found, one, BrailleOptions.of(options), FakeTranslator())


def _many() -> tuple[Section, ...]:
    """So many parts that the contents alone fill a volume."""
    (part,) = publication(SIGNS).edition("plan").sections
    return tuple(replace(part, id=f"part-{number}", sections=(), notes=()) for number in range(80))


def words(lines: object) -> str:
    return " ".join(line.words for line in lines if line.words)  # type: ignore[attr-defined]


def test_volumes_are_thin_enough_and_say_which_they_are() -> None:
    whole = made(**SMALL)
    assert len(whole.volumes) >= 3
    for volume in whole.volumes:
        assert len(volume.pages) <= 25
        assert f"Volume {volume.number} of {len(whole.volumes)}" in words(volume.front[0].lines)
    endings = [words(volume.body[-1].lines) for volume in whole.volumes]
    assert [f"End of volume {number}" in text for number, text in enumerate(endings, 1)] == [True] * (
        len(endings) - 1
    ) + [False]
    assert endings[-1].endswith("The end")


def test_pages_are_numbered_through_all_volumes() -> None:
    whole = made(**SMALL)
    labels = [page.label for volume in whole.volumes for page in volume.body]
    assert labels == [str(number) for number in range(1, len(labels) + 1)]
    assert [page.label for page in whole.volumes[1].front] == [
        f"p{n}" for n in range(1, len(whole.volumes[1].front) + 1)
    ]


def test_each_volume_has_its_contents_and_the_first_has_all() -> None:
    whole = made(**SMALL)
    first = words(line for page in whole.volumes[0].front for line in page.lines)
    last = words(line for page in whole.volumes[-1].front for line in page.lines)
    assert "Callouts and quotes" in first and "Pictures" in first and "Volume 2" in first
    assert "Words in this document" in last and "Pictures" not in last


def test_volumes_that_cannot_be_so_thin_say_so() -> None:
    with pytest.raises(UsageError) as caught:
        made(SIGNS, "plan", {"sections": _many()}, cells=20, lines=12, volume_pages=20)
    assert caught.value.slug == "volumes-too-thin"


@pytest.mark.parametrize("style", ["uk", "bana"])
def test_it_says_whether_it_was_proof_read(style: str) -> None:
    front = made(SIGNS, "plan", style=style).volumes[0].front
    assert "No braille reader has proof-read it yet." in words(line for page in front for line in page.lines)
    read = made(SIGNS, "plan", {"proof_read_by": "Ada Example"}, style=style)
    assert "This braille was proof-read by Ada Example." in words(read.volumes[0].front[0].lines)
    assert read.proof_reading == "This braille was proof-read by Ada Example."


def test_tables_that_do_not_fit_are_told_row_by_row() -> None:
    assert book(SIGNS, "plan", cells=40).listed == (2,)
    assert book(SIGNS, "plan", cells=20).listed == (1, 2)


def test_a_page_break_before_a_heading_begins_a_page_with_it() -> None:
    whole = made(CONSTRUCTS, "short")
    page = whole.volumes[0].body[whole.places["easy-contact"] - 1]
    assert next(line.words for line in page.lines[1:] if line.words) == "Get in touch"


def test_the_number_stands_where_the_style_has_it() -> None:
    uk, bana = made(SIGNS, "plan"), made(SIGNS, "plan", style="bana")
    assert uk.volumes[0].body[0].lines[0].cells.endswith("⠼⠁")
    assert bana.volumes[0].body[0].lines[-1].cells.endswith("⠼⠁")
    assert len(bana.volumes[0].body[0].lines) == 25
