"""What stays on one line in large print, by example: `[ ]` are round what must not be parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyway.writing.print.joins import is_address, parts_of_address, pieces

CASES = """
Call [0303 123 9999] today.
Call [+44 (0)20 7946 0958.] We are there.
It was [30 July 2020.] In [July 2020,] they met.
In 2020 the plan began.
It costs [£3.50,] not [£5 million] or [€ 20.]
About [20 people] came at [9.30 am] and left by [5pm.]
[3 in 10] said so; that is [30 %] of us, or [25%.]
Letters of [18 point] on [5 pages] of [(2.5 cm)] paper.
See [page 12] and [part 3.]
[Well-being] in [2019/20] and [follow-up] work.
Write to [england.people@nhs.net,] or see [https://example.org/a?b=1&c=2#d.]
Plain words stay as they are.
Tea – and cake.
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_single_items_stay_whole(case: str) -> None:
    text = case.replace("[", "").replace("]", "")
    assert "".join(f"[{piece}]" if whole else piece for piece, whole in pieces(text, "en-GB")) == case


def test_months_are_those_of_the_language() -> None:
    assert ("30 Gorffennaf 2020", True) in list(pieces("Ar 30 Gorffennaf 2020 roedd", "cy"))


@given(st.text(alphabet="a1 -/£.,()@:\u00a0", max_size=40))
def test_pieces_are_the_text(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text, "en-GB")) == text


@given(st.text(alphabet="ab@./?&=#:-", max_size=40))
def test_parts_are_the_address(address: str) -> None:
    assert "".join(parts_of_address(address)) == address


def test_an_address_is_parted_where_people_would() -> None:
    assert parts_of_address("some.one@nhs.net") == ["some", ".one", "@nhs", ".net"]
    assert parts_of_address("https://a.org/b?c=1") == ["https://", "a", ".org/", "b?", "c=", "1"]
    assert is_address("www.example.org") and not is_address("2019/20")
