"""The record of what was compared: the same text for the same reviews, read back as it was, and spoilt by hand."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from everyway.building.keys import content_key
from everyway.building.reviewed import record
from everyway.checking.in_step.lock_text import lock_text
from everyway.checking.in_step.pieces import hash_of
from everyway.errors import FindingsError
from everyway.model import Review, Source
from everyway.reading.found import Found
from everyway.reading.publication import read_publication
from everyway.reading.reviewed import read_reviews
from tests.checking.in_step.reviewing import DAY
from tests.checking.in_step.writing import EASY, PLAN, compared, named, read, written

WRITTEN = """\
# Which Easy Read section was compared with which section of the plan, when, and by whom. “everyway reviewed” writes
# this file; please do not change it by hand. plan_text has the plan's words as they were that day, a sentence a line.

- easy_read: easy-read/ask
  plan: plan/reach
  by: "Ada Jones"
  date: 2020-07-30
  easy_read_hash: "445a6942786e85be"
  plan_hash: "6061030925dbf018"
  plan_text: |
    How to reach us
    Call 0303 123 9999.
    Write to parks@example.org.
"""


def lock(folder: Path) -> Path:
    return folder / "content" / "reviewed.yml"


def test_a_person_can_read_the_file(tmp_path: Path) -> None:
    written(tmp_path)
    record(tmp_path, ["ask"], everything=False, by="Ada Jones", on=DAY)
    assert lock(tmp_path).read_text("utf-8") == WRITTEN


def test_entries_stand_in_order_and_a_review_changes_its_own_only(tmp_path: Path) -> None:
    compared(tmp_path)
    before = lock(tmp_path).read_text("utf-8").split("\n\n")
    assert [entry.splitlines()[0] for entry in before[1:]] == [
        "- easy_read: easy-read/ask",
        "- easy_read: easy-read/our-parks",
        "- easy_read: easy-read/when",
    ]
    record(tmp_path, ["our-parks"], everything=False, by="Bo Li", on=DAY)
    after = lock(tmp_path).read_text("utf-8").split("\n\n")
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, True, False, True]


LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and all(letter not in text for letter in "\ufdd0\ufffe\uffff") and text.isprintable()),
    min_size=1,
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(LINES, st.sampled_from(["Ada Jones", 'The "A" team', "Zoë: # 1", "- 12", "null", "\\n"]), st.dates())
def test_whatever_the_words_they_are_read_back_as_they_were(lines: list[str], by: str, on: datetime.date) -> None:
    from tempfile import TemporaryDirectory

    review = Review("easy-read/é-1", "plan/12", by, on, "0" * 16, hash_of(lines), tuple(lines), Source("x"))
    with TemporaryDirectory() as folder:
        (Path(folder) / "content").mkdir()
        lock(Path(folder)).write_text(lock_text([review]), "utf-8")
        found = Found()
        (kept,) = read_reviews(Path(folder) / "content", found)
    assert found.all() == ()
    assert (kept.key, kept.by, kept.on, kept.plan_hash) == (review.key, by, on, review.plan_hash)
    assert " ".join(kept.text) == " ".join(lines)


def test_no_reviews_are_a_file_too(tmp_path: Path) -> None:
    written(tmp_path)
    lock(tmp_path).write_text(lock_text([]), "utf-8")
    assert [finding for finding in read_publication(tmp_path).findings if "reviewed.yml" in str(finding.where)] == []


def spoil(folder: Path, before: str, after: str) -> tuple[int, list[str]]:
    """The line at which the file was changed, and what is then found in it."""
    compared(folder)
    text = lock(folder).read_text("utf-8")
    assert before in text
    lock(folder).write_text(text.replace(before, after, 1), "utf-8")
    found = read_publication(folder).findings
    return text[: text.index(before)].count("\n") + 1, [
        f"{one.rule} {one.where}" for one in found if one.where and one.where.file.endswith("reviewed.yml")
    ]


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ('  by: "Ada Jones"', "  by: Ada: Jones", "PUB001"),
        ("- easy_read: easy-read/when", "<<<<<<< HEAD\n- easy_read: easy-read/when", "PUB001"),
        ('  by: "Ada Jones"', '  who: "Ada Jones"', "PUB002"),
        ("  date: 2020-07-30", "  date: 30 July", "PUB006"),
        ('  by: "Ada Jones"', "  by: [Ada]", "PUB004"),
        ("  plan: plan/opening", "  plan: opening", "PUB004"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(tmp_path: Path, before: str, after: str, rule: str) -> None:
    line, found = spoil(tmp_path, before, after)
    assert f"{rule} content/reviewed.yml:{line}" in found
    # Nothing is recorded over it: what others have said would be lost.
    text = lock(tmp_path).read_text("utf-8")
    with pytest.raises(FindingsError):
        record(tmp_path, (), everything=True, by="Bo Li", on=DAY)
    assert lock(tmp_path).read_text("utf-8") == text


def test_an_entry_that_stands_twice_is_told(tmp_path: Path) -> None:
    compared(tmp_path)
    text = lock(tmp_path).read_text("utf-8")
    lock(tmp_path).write_text(text + text.split("\n\n")[1] + "\n", "utf-8")
    (finding,) = [one for one in read_publication(tmp_path).findings if one.rule == "STP001"]
    assert "line 4 has them too" in finding.message


@pytest.mark.parametrize(("before", "after"), [("    Every park", "    Each park"), ('plan_hash: "', 'plan_hash: "f')])
def test_an_entry_that_was_changed_by_hand_is_an_error_at_its_line_until_it_is_recorded_anew(
    tmp_path: Path, before: str, after: str
) -> None:
    compared(tmp_path)
    text = lock(tmp_path).read_text("utf-8")
    start = text.index("- easy_read: easy-read/when")
    entry = text[start:].replace(before, after, 1)
    entry = entry.replace(entry.split('plan_hash: "')[1].split('"')[0], entry.split('plan_hash: "')[1][:16])
    lock(tmp_path).write_text(text[:start] + entry, "utf-8")
    line = text[:start].count("\n") + 1
    assert named(tmp_path) == [f"STP001 content/reviewed.yml:{line}"]
    record(tmp_path, ["when"], everything=False, by="Ada Jones", on=DAY)
    assert named(tmp_path) == []
    assert lock(tmp_path).read_text("utf-8") == text


def test_a_review_of_other_sections_does_not_heal_a_spoilt_entry(tmp_path: Path) -> None:
    compared(tmp_path)
    text = lock(tmp_path).read_text("utf-8").replace("    Every park", "    Each park")
    lock(tmp_path).write_text(text, "utf-8")
    record(tmp_path, ["ask"], everything=False, by="Bo Li", on=DAY)
    assert [one.split()[0] for one in named(tmp_path)] == ["STP001"]


def test_a_review_makes_nothing_anew(tmp_path: Path) -> None:
    before, after = read(written(tmp_path / "before")), read(compared(tmp_path / "after"))
    assert after.reviews
    assert content_key(before, None, tmp_path / "before") == content_key(after, None, tmp_path / "after")


def test_everything_means_what_is_outstanding_and_keeps_who_compared_the_rest(tmp_path: Path) -> None:
    compared(tmp_path)
    written(tmp_path, PLAN.replace("at dusk", "at night"), EASY.replace("{#ask ", "{#ask-us "))
    recorded = record(tmp_path, (), everything=True, by="Bo Li", on=DAY)
    assert [pair.easy.section for pair in recorded.pairs] == ["when", "ask-us"]
    assert [review.easy for review in recorded.taken_out] == ["easy-read/ask"]
    assert named(tmp_path) == []
    assert {review.easy: review.by for review in read_publication(tmp_path).publication.reviews} == {  # type: ignore[union-attr]
        "easy-read/ask-us": "Bo Li",
        "easy-read/our-parks": "Ada Jones",
        "easy-read/when": "Bo Li",
    }
