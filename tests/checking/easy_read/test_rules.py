"""Each rule of Easy Read at its edges, and what it tells the editor."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from everyway.checking.easy_read.check import easy_read
from everyway.checking.easy_read.frequency import bases, common_words
from everyway.checking.easy_read.length import words_in
from everyway.checking.easy_read.phrases import phrases
from everyway.findings import Finding
from everyway.model import (
    Abbreviation,
    Code,
    Entry,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Passage,
    Source,
    Strong,
    Term,
    Text,
)
from tests.checking.easy_read.edition import FILE, GLOSSARY, WORDS, edition_of, findings, rules, sentence


def only(*words: str | Sequence[Inline], **more: object) -> Finding:
    (finding,) = findings(*words, **more)
    return finding


# Length


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("a b c d e f g h i j", []),
        ("a b c d e f g h i j k", ["ER002"]),
        ("a b c d e f g h i j k l m n o", ["ER002"]),
        ("a b c d e f g h i j k l m n o p", ["ER001"]),
        ("a – b – c – d – e – f – g – h", []),
    ],
)
def test_sentences_are_measured_in_words(words: str, rule: list[str]) -> None:
    assert rules(words) == rule


def test_an_address_is_measured_line_by_line() -> None:
    lines = sentence([Text("The Garden Society"), LineBreak(), Text("12 Long Lane"), LineBreak(), Text("Leeds")])
    assert words_in(lines) == 3


# Letters, short forms, capitals


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Ask the RHS.", ["ER003"]),
        ("Go to A&E now.", ["ER003"]),
        ("Two GPs came.", ["ER030"]),
        ("I am here. A bird sings.", []),
        ("It is for you, e.g. at home.", ["ER004"]),
        ("Bring tools, seeds, etc.", ["ER004"]),
        ("Fetch a sketch.", []),
        ("approx 5 birds", ["ER004"]),
        ("READ THIS now.", ["ER034"]),
        ("Watch TV.", []),
    ],
)
def test_letters_short_forms_and_capitals_are_told_apart(words: str, rule: list[str]) -> None:
    assert rules(words) == rule


def test_letters_that_are_explained_are_no_fault() -> None:
    assert rules([Text("Ask the "), Abbreviation("RHS", "Royal Horticultural Society"), Text(".")]) == []
    entry = Entry("rhs", "RHS", "", "Royal Horticultural Society", (), Source(GLOSSARY, 9))
    assert rules("Ask the RHS.", glossary=(entry,)) == []


def test_what_is_to_be_typed_is_not_read_as_words() -> None:
    assert rules([Text("Type "), Code("HELP e.g. 33%"), Text(" now.")]) == []


def test_words_of_another_language_are_not_looked_up() -> None:
    assert rules([Text("We say "), Foreign((Text("croeso cynnes gwahoddiad"),), "cy"), Text(".")]) == []


def test_a_passage_in_another_language_is_not_looked_up_in_english() -> None:
    line = Source(FILE, 3)
    passage = Passage("cy", (Paragraph((sentence("Mae'r syniad hwn yn Gymraeg."),), line),), line)
    assert rules(passage) == ["ER065"]


def test_a_short_form_comes_with_the_words_to_write() -> None:
    finding = only("For you, e.g. at home.")
    assert finding.remedy == "Write “for example”."
    assert finding.where == Source("content/easy-read/01-a.md", 3)


# Hard words


def test_a_hard_word_is_told_once_with_the_number_of_its_places() -> None:
    finding = only("You may get a bursary.", "A bursary is good.", "Ask about bursaries.")
    assert "“bursary” may be a hard word" in finding.message
    assert "3 places" in finding.message


def test_a_bold_word_explained_in_the_next_sentence_is_no_fault() -> None:
    bold: list[Inline] = [Text("You may get a "), Strong((Text("bursary"),)), Text(".")]
    assert rules(bold, "A bursary is money for a course.") == []
    assert rules(bold, "You can ask for it.") == ["ER022"]


def test_words_of_the_glossary_are_allowed_in_every_form() -> None:
    entry = Entry("bursary", "bursary", "Money for a course.", "", (), Source(GLOSSARY, 9))
    assert rules("Ask about bursaries.", glossary=(entry,)) == []


@pytest.mark.parametrize(
    "words",
    [
        "We meet in Ilkley.",
        "Ilkley Town Hall is open.",
        "Our group is in Ilkley. Ilkley is small.",
        "Room B12 is free.",
    ],
)
def test_names_are_not_hard_words(words: str) -> None:
    assert "ER022" not in rules(words)


def test_addresses_are_not_hard_words() -> None:
    mail = Link((Text("bursary.office@example.org"),), "mailto:bursary.office@example.org")
    phone = Link((Text("0303 123 9999"),), "tel:+443031239999")
    assert rules([Text("Write to "), mail, Text(".")], [Text("Call "), phone, Text(".")]) == []


def test_an_easier_word_is_suggested() -> None:
    assert only("The course will commence in May.").remedy == "Try “start”."
    assert only("We have a number of rooms.").remedy == "Try “some”."


def test_without_the_word_list_hard_words_are_not_checked_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    common_words.cache_clear()
    monkeypatch.setattr("everyway.checking.easy_read.frequency.find_spec", lambda name: None)
    try:
        finding = only("You may get a bursary.")
    finally:
        common_words.cache_clear()
    assert finding.rule == "ER065"
    assert "hard words" in finding.message


def test_words_are_common_as_wordfreq_says() -> None:
    common = common_words("en", 3.5)
    assert common is not None
    assert {"the", "nurse", "commence"} <= common
    assert "bursary" not in common
    assert common_words("cy", 3.5) is None
    assert len(common_words("en", 4.0) or ()) < len(common)


@pytest.mark.parametrize(
    ("word", "base"), [("trying", "try"), ("bursaries", "bursary"), ("stopped", "stop"), ("nurse's", "nurse")]
)
def test_a_regular_form_leads_to_its_base(word: str, base: str) -> None:
    assert base in bases(word)


# One word for one thing, and words of the glossary


def test_another_word_for_a_thing_of_the_glossary_is_told_with_the_right_one() -> None:
    finding = only("Ask a colleague.", "Ask our colleagues.")
    assert finding.rule == "ER024"
    assert finding.remedy == "Write “staff” here too."


def test_a_word_inside_a_longer_one_of_the_glossary_is_that_longer_one() -> None:
    longer = Entry("lead", "lead personnel", "People in charge.", "", (), Source(GLOSSARY, 9))
    assert rules("Ask the lead personnel.", glossary=(*WORDS, longer)) == []


def test_a_word_of_the_glossary_that_is_nowhere_bold_is_told_once() -> None:
    found = list(easy_read(edition_of("We need a budget.", "The budget is small.")))
    assert [(one.rule, one.where and one.where.line) for one in found] == [("ER023", 3)]
    bold: list[Inline] = [Text("We need a "), Term((Text("budget"),), "budget"), Text(".")]
    assert list(easy_read(edition_of(bold, "The budget is small."))) == []


# Verbs, passive, numbers, dates


def test_joined_ideas_are_told_with_the_word_where_the_second_begins() -> None:
    joined = only("The nurse will call you and she will help.", "You can eat and drink.")
    assert "“and she will”" in joined.message
    assert joined.remedy == "Make two sentences of it. End the first before “and”."


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("Your form is checked by the nurse.", "Begin the sentence with who does it: “the nurse …”."),
        ("Your form is checked by Friday.", None),
        ("Your form is always fully checked.", None),
    ],
)
def test_a_passive_says_who_should_begin_the_sentence(words: str, fix: str | None) -> None:
    finding = only(words)
    assert finding.rule == "ER021"
    assert (finding.fix or None) == fix


@pytest.mark.parametrize(
    "words",
    [
        "You are tired.",
        "It is made of wood.",
        "The shop is closed.",
        "She got dressed.",
        "Are you worried?",
        "I am in need.",
    ],
)
def test_states_are_not_passive(words: str) -> None:
    assert rules(words) == []


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("Bring two pens.", "Write 2."),
        ("We asked twenty-five people.", "Write 25."),
        ("Read Part XIV.", "Write 14."),
        ("38% of people came.", "Write “about 4 in every 10”."),
        ("99 per cent of people came.", "Write “all” or “nearly all”."),
        ("2% of people came.", "Write “a few” or “very few”."),
        ("Come on 3/4/2020.", "Write “3 April 2020”."),
        ("Come on 12 Sept 2020.", "Write “12 September 2020”."),
        ("Come on 2026-05-07.", "Write “7 May 2026”."),
        ("It is for 2020/21.", "Write “2020 to 2021”."),
        ("We open Mon-Fri.", "Write “Monday-Friday”."),
    ],
)
def test_numbers_and_dates_come_with_what_to_write(words: str, fix: str) -> None:
    assert only(words).remedy == fix


@pytest.mark.parametrize(
    "words",
    [
        "One of us will call.", "It starts on 7 May 2026.", "In May 2020 we met.", "Call 0113 496 0000.",
        "We sat 4 tests.", "I am well.", "You have £250.", "Open 24 hours.", "Bus 1234 goes there.",
    ],
)  # fmt: skip
def test_plain_numbers_are_no_fault(words: str) -> None:
    assert rules(words) == []


# Negatives, the reader


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Do not run.", True),
        ("Please do not run.", True),
        ("If it hurts, don't run.", True),
        ("You do not have to run.", False),
        ("We do not know.", False),
        ("Why not ask us?", False),
        ("You cannot go in without a card.", True),
    ],
)
def test_negatives_are_orders_and_what_is_denied_twice(words: str, found: bool) -> None:
    assert ("ER040" in rules(words)) is found


def test_the_glossary_may_name_people() -> None:
    entry = Entry("applicants", "applicants", "People who ask for a home.", "", (), Source(GLOSSARY, 9))
    assert rules("Ask about applicants.") == []
    assert only("Applicants must sign the form.", glossary=(entry,)).remedy == "Write “you”."
    residents = Entry("persons", "persons", "People of our town.", "", (), Source(GLOSSARY, 9))
    assert rules("Some persons came.") == ["ER041"]
    assert rules("Some persons came.", glossary=(residents,)) == []


def test_phrases_are_found_longest_first_in_each_form() -> None:
    found = phrases({"hit|hits the road": "go", "hit": "strike", "the road home": "back"})
    assert list(found.find(["she", "hits", "the", "road", "home", "now", "hit"])) == [(1, 4, "go"), (6, 7, "strike")]
