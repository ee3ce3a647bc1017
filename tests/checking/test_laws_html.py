"""Laws of HTML: whatever the publication, every word once and in order, with its structure, languages and links."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from hypothesis import given

from everyway.checking.account import Account, AccountBuilder, Context
from everyway.checking.expected import address_of, expected
from everyway.checking.fidelity import differences
from everyway.checking.gate import check_artifact
from everyway.checking.html_account import HtmlTelling, parse
from everyway.model import Edition, Note, Publication, Section
from everyway.writing.html import Flavour, HtmlWriter
from tests.checking.small import make_site_of
from tests.laws import law
from tests.strategies import editions, publications

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def told(edition: Edition, notes: Literal["end", "foot"]) -> Account:
    """What the edition's HTML tells, as one page."""
    writer = HtmlWriter(edition, Flavour(address_of, lambda picture: picture.file.name, sentence_ids=True, notes=notes))
    markup = "".join(
        str(writer.section(section)) + (str(writer.notes_list(notes_of(section))) if notes == "end" else "")
        for section in edition.sections
    )
    builder = AccountBuilder(context=Context(language=edition.language), page=1)
    HtmlTelling(builder).element(parse(f"<!doctype html><html><title>x</title><body>{markup}"))
    return builder.account()


def notes_of(section: Section) -> list[Note]:
    return [*section.notes, *(note for inner in section.sections for note in notes_of(inner))]


@law(30)
@given(editions())
def test_html_with_notes_at_the_end_tells_every_word_once_and_in_order(edition: Edition) -> None:
    assert [each.message for each in differences(expected(edition), told(edition, "end"), "the page")] == []


@law(30)
@given(editions(name="easy-read"))
def test_html_with_footnotes_tells_every_word_once_and_in_order(edition: Edition) -> None:
    assert [each.message for each in differences(expected(edition), told(edition, "foot"), "the page")] == []


@law(3)
@given(publications())
def test_the_site_tells_every_word_once_and_in_order_and_every_link_leads_somewhere(publication: Publication) -> None:
    with TemporaryDirectory() as folder:
        verdict = check_artifact(publication, make_site_of(publication, Path(folder)))
    assert [finding.message for finding in verdict.findings] == []
    assert verdict.checks == {"fidelity": "passed", "links": "passed", "structure": "passed"}
