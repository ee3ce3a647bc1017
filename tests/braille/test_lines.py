"""How phrases are broken into lines: at blanks, at hyphens, and where a word is longer than a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from everyway.braille.cells import BLANK, CONTINUED, HYPHEN, PREFIXES, from_letters, to_letters
from everyway.braille.codes import code_for
from everyway.braille.fake import FakeTranslator
from everyway.braille.lines import centred, wrapped
from everyway.braille.phrases import Phrase, Transcriber
from tests.laws import law

FAKE = Transcriber(FakeTranslator(), code_for("en"), 1)


def rows(text: str, width: int, first: int = 1, runover: int = 1) -> list[str]:
    return [to_letters(line.cells) for line in wrapped(FAKE.text(text), width, first, runover)]


def test_lines_end_at_blanks_and_begin_where_they_should() -> None:
    assert rows("one two three four five", 12, first=3) == ["  ONE TWO", "THREE FOUR", "FIVE"]
    assert rows("one two three four five", 12, runover=3) == ["ONE TWO", "  THREE FOUR", "  FIVE"]


def test_a_word_is_parted_at_its_own_hyphens() -> None:
    assert rows("a well-known man", 9) == ["A WELL-", "KNOWN MAN"]
    assert rows("a well-known man", 7) == ["A WELL-", "KNOWN", "MAN"]


def test_a_word_longer_than_a_line_is_parted_with_a_hyphen() -> None:
    assert rows("pneumonoultramicroscopic", 10) == ["PNEUMONOU-", "LTRAMICRO-", "SCOPIC"]


def test_an_address_longer_than_a_line_goes_on_after_dot_5() -> None:
    address = Phrase(("https://example.org/path",), (from_letters("HTTPS3_/_/EXAMPLE4ORG_/PATH"),))
    assert [to_letters(line.cells) for line in wrapped(address, 20)] == ['HTTPS3_/_/EXAMPLE4"', "ORG_/PATH"]


def test_no_line_ends_at_a_no_break_space() -> None:
    assert rows("about 10\u00a0km away", 11) == ["ABOUT", "#AJ KM AWAY"]


def test_no_line_ends_after_a_sign_that_belongs_to_the_next_cell() -> None:
    capitals = Phrase(("x",), ("⠁" * 8 + "⠠⠃" * 8,))
    assert all(line.cells[-2] not in PREFIXES for line in wrapped(capitals, 10) if line.cells.endswith(HYPHEN))


def test_the_print_stands_with_its_line() -> None:
    lines = wrapped(FAKE.text("one two three"), 8)
    assert [line.words for line in lines] == ["one two", "three"]


def test_what_is_centred_keeps_a_margin() -> None:
    lines = centred(FAKE.text("a heading of two lines"), 20)
    assert [to_letters(line.cells) for line in lines] == ["    A HEADING OF", "     TWO LINES"]


@law(300)
@given(st.text(max_size=120), st.integers(20, 50), st.integers(1, 9), st.integers(1, 9))
def test_any_text_keeps_every_cell_and_every_limit(text: str, width: int, first: int, runover: int) -> None:
    """Only blanks, hyphens and dots 5 at the ends of lines come or go."""
    phrase = FAKE.text(text)
    lines = wrapped(phrase, width, first, runover)
    assert all(0 < len(line.cells) <= width for line in lines)
    assert all(not line.cells.endswith(BLANK) for line in lines)
    kept = "".join(line.cells for line in lines)
    for each in (BLANK, HYPHEN, CONTINUED):
        kept = kept.replace(each, "")
    whole = phrase.braille.replace("\u00a0", "")
    for each in (BLANK, HYPHEN, CONTINUED):
        whole = whole.replace(each, "")
    assert kept == whole
