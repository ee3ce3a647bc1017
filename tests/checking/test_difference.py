"""Where two sequences differ: laws, and speed on a long text."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from everyway.checking.difference import Gap, gaps, pairs
from tests.laws import law

LETTERS = st.text(alphabet="abc", max_size=12).map(list)


@law(300)
@given(LETTERS, LETTERS)
def test_what_is_outside_the_gaps_is_equal_and_nothing_is_left_over(a: list[str], b: list[str]) -> None:
    found = gaps(a, b)
    matched = list(pairs(len(a), found))
    assert all(a[one] == b[other] for one, other in matched)
    assert len(matched) + sum(gap.a_end - gap.a_start for gap in found) == len(a)
    assert len(matched) + sum(gap.b_end - gap.b_start for gap in found) == len(b)
    assert (found == []) == (a == b)


def test_gaps_name_the_stretch() -> None:
    assert gaps(["one", "two", "three"], ["one", "three"]) == [Gap(1, 2, 1, 1)]


def test_a_long_text_with_many_faults_takes_seconds_at_most() -> None:
    dice = random.Random(1)
    a = [dice.choice(("the", "of", f"word{dice.randrange(3000)}")) for _ in range(100_000)]
    b = list(a)
    for _ in range(100):
        del b[dice.randrange(len(b))]
    b = b[50_000:] + b[:50_000]
    start = time.perf_counter()
    found = gaps(a, b)
    assert time.perf_counter() - start < 10
    assert sum(gap.a_end - gap.a_start for gap in found) < 60_000
