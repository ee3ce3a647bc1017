"""Word diffs: what stayed, what was taken out, what was put in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everyway.checking.in_step.differences import word_diff
from everyway.model.word_diff import told

WORDS = st.lists(st.sampled_from(["a", "b", "c", "dusk", "gates", "the"]), max_size=30)


@given(WORDS, WORDS)
def test_a_diff_holds_both_texts_whole(before: list[str], after: list[str]) -> None:
    runs = word_diff(before, after)
    assert " ".join(run.words for run in runs if run.sign != "+").split() == before
    assert " ".join(run.words for run in runs if run.sign != "-").split() == after
    assert bool(before == after) == (not any(run.sign for run in runs))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("one year of work", "two years of work", "[− one year] [+ two years] of work"),
        ("gates close", "gates close at dusk", "gates close [+ at dusk]"),
        ("open all day", "open", "open [− all day]"),
        (
            "a b c d e f g h i j k l m one n o p q r s t u v w x y z",
            "a b c d e f g h i j k l m two n o p q r s t u v w x y z",
            "… i j k l m [− one] [+ two] n o p q r …",
        ),
        ("an old gate, an old park", "a new gate, a new park", "[− an old gate, an old] [+ a new gate, a new] park"),
    ],
)  # fmt: skip
def test_changes_are_told_in_plain_text_with_a_few_words_around(before: str, after: str, expected: str) -> None:
    assert told(word_diff([before], [after])) == expected


def test_a_message_tells_no_more_changes_than_it_is_asked_for() -> None:
    before = " ".join(f"{letter} stays where it is" for letter in "abcdef")
    after = " ".join(f"{letter.upper()} stays where it is" for letter in "abcdef")
    assert told(word_diff([before], [after]), 2).endswith("[− b] [+ B] stays where it is (and 4 more changes)")
    assert told(word_diff([before], [after]), 5).endswith("(and 1 more change)")
    assert "more change" not in told(word_diff([before], [after]))
