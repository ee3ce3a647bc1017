"""Laws of every book: no word is lost, no line or page is too long, whatever the publication and the size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyway.braille.book import set_book
from everyway.braille.cells import BLANK, CONTINUED, HYPHEN
from everyway.braille.characters import readied
from everyway.braille.fake import FakeTranslator
from everyway.braille.options import BrailleOptions
from everyway.checking.account import Kind
from everyway.checking.expected import expected
from everyway.model import Publication
from everyway.model.walk import tables_of
from tests.laws import law
from tests.strategies import publications

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

SIZES = st.fixed_dictionaries(
    {
        "cells": st.sampled_from([20, 25, 32, 40]),
        "lines": st.sampled_from([12, 25, 28]),
        "style": st.sampled_from(["uk", "bana"]),
        "sides": st.sampled_from(["single", "double"]),
    }
)
FAKE = FakeTranslator()


def bare(cells: str) -> str:
    """Cells without blanks, hyphens and dots 5, which come and go at the ends of lines; and without quotation marks."""
    for each in (BLANK, "\u00a0", HYPHEN, CONTINUED, "⠄"):
        cells = cells.replace(each, "")
    return cells


@law(40)
@given(publications(), SIZES)
def test_every_word_is_there_in_order_and_every_limit_is_kept(
    publication: Publication, size: dict[str, object]
) -> None:
    for edition in publication.editions:
        options = BrailleOptions.of(size)
        book = set_book(publication, edition, options, FAKE)
        pages = [page for volume in book.volumes for page in volume.pages]
        assert all(len(line.cells) <= options.cells for page in pages for line in page.lines)
        assert all(len(page.lines) <= options.lines for page in pages)
        skipped = slice(1, None) if options.style == "uk" else slice(1, -1)
        told = bare(
            "".join(line.cells for volume in book.volumes for page in volume.body for line in page.lines[skipped])
        )
        listed = frozenset(table for number, table in enumerate(tables_of(edition), 1) if number in book.listed)
        for stream in (expected(edition, listed).main, expected(edition, listed).notes):
            at = 0
            for word in stream:
                if word.kind is not Kind.WORD or any(each.isalpha() and not each.isascii() for each in word.text):
                    continue  # letters with accents take the signs of their language, which its own test looks at
                cells = bare(FAKE.translate(readied(word.text, lambda each: FAKE.knows(each, "")), ""))
                found = told.find(cells, at)
                assert found >= 0, f"“{word.text}” is lost after {told[max(0, at - 20) : at]}"
                at = found + len(cells)
