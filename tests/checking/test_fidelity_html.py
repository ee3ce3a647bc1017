"""Laws of the one rendering as HTML: every word once and in order, with its structure, language and links."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from tests.strategies import editions

from everyway.checking.account import Account, AccountBuilder, Context
from everyway.checking.expected import address_of, expected
from everyway.checking.fidelity import differences
from everyway.checking.html_account import HtmlTelling, parse
from everyway.model import Edition
from everyway.writing.html import Flavour, HtmlWriter

LAW = settings(
    deadline=None,
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def told(edition: Edition, notes: str) -> Account:
    """What the edition's HTML tells, as one page."""
    flavour = Flavour(address_of, lambda picture: picture.file.name, sentence_ids=True, notes=notes)  # type: ignore[arg-type]
    writer = HtmlWriter(edition, flavour)
    markup = "".join(
        str(writer.section(section)) + (str(writer.notes_list(_notes(section))) if notes == "end" else "")
        for section in edition.sections
    )
    builder = AccountBuilder(context=Context(language=edition.language), page=1)
    HtmlTelling(builder).element(parse(f"<!doctype html><html><title>x</title><body>{markup}"))
    return builder.account()


def _notes(section):  # type: ignore[no-untyped-def]
    return [*section.notes, *(note for inner in section.sections for note in _notes(inner))]


@LAW
@given(editions())
def test_html_with_notes_at_the_end_tells_every_word_once_and_in_order(edition: Edition) -> None:
    assert [each.message for each in differences(expected(edition), told(edition, "end"), "the page")] == []


@LAW
@given(editions(name="easy-read"))
def test_html_with_footnotes_tells_every_word_once_and_in_order(edition: Edition) -> None:
    assert [each.message for each in differences(expected(edition), told(edition, "foot"), "the page")] == []
