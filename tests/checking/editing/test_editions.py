"""What concerns whole editions, good prose, waivers, dictionaries that are not here, and the rules' own examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.editing import hunspell
from everyway.checking.editing.copy import copy_of
from everyway.checking.editing.languages import languages
from everyway.checking.editing.slips import likeliest, nearest
from everyway.checking.editing.spelling import not_spelled, spelled
from everyway.checking.source import check_sources, not_checked
from everyway.findings import rules
from everyway.model import Publication
from everyway.reading.publication import read_publication
from everyway.tools import Missing, find_tool
from tests.checking.editing.snippets import SETTINGS, found_in, need_dictionaries, project

HERE = Path(__file__).parent


def read(folder: Path) -> Publication:
    publication = read_publication(folder).publication
    assert publication is not None
    return publication


def codes(publication: Publication) -> list[str]:
    return [finding.rule for finding in check_sources(publication) if not finding.rule.startswith(("ER", "STP"))]


# Good prose


def test_good_prose_has_no_finding(tmp_path: Path) -> None:
    need_dictionaries("SPL")
    found = found_in(tmp_path, (HERE / "good.md").read_text("utf-8"))
    assert [f"{one.rule} {one.where} {one.message}" for one in found] == []


# Editions


def test_editions_with_one_title_cannot_be_told_apart(tmp_path: Path) -> None:
    project(tmp_path, "Words.")
    settings = tmp_path / "content" / "publication.yml"
    settings.write_text(SETTINGS.replace('"A plan: Easy Read"', "A plan"), "utf-8")
    found = [one for one in check_sources(read(tmp_path)) if one.rule == "HDG007"]
    assert [one.message for one in found] == ["The editions “plan” and “easy” are both called “A plan”."]


WELSH = """\
Mae'r cynllun hwn ar gael yn Gymraeg hefyd. Rydym yn ei ysgrifennu ar gyfer pobl yng Nghymru. Gallwch ei ddarllen ar y
we. Bydd y cyngor yn cwrdd yn y gwanwyn. Mae angen eich help chi ar y cyngor. Dyma beth y gallwch chi ei wneud. Bydd y
llyfrgell ar agor yn y nos hefyd. Nid oes angen talu am y llyfrau yma. Mae pob un o'r rhain yn bwysig i ni.
"""


def test_an_edition_in_another_language_is_one_error_not_a_flood(tmp_path: Path) -> None:
    found = [(one.rule, one.message) for one in languages(copy_of(read(project(tmp_path, WELSH))))]
    assert found == [("LNG002", "The edition “plan” is said to be in “en-GB”, but is in Welsh.")]


def test_an_edition_in_the_language_that_it_says_is_in_order(tmp_path: Path) -> None:
    need_dictionaries("SPL")
    project(tmp_path, WELSH)
    settings = tmp_path / "content" / "publication.yml"
    settings.write_text(SETTINGS.replace("kind: standard,", "kind: standard, language: cy,"), "utf-8")
    publication = read(tmp_path)
    assert publication.edition("plan").language == "cy"
    assert [code for code in codes(publication) if code.startswith(("LNG", "TYP"))] == []
    wrong = [one.message for one in check_sources(publication) if one.rule.startswith("SPL")]
    assert [one for one in wrong if "What" not in one and "A part" not in one] == []  # the test project's own English


# Waivers


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("LNK001", "[Click here](https://example.org/plan)"),
        ("TXT003", f"It is {'very ' * 24}good."),
        ("SGN001", "Thank you 🙏"),
        ("TAB001", "| Day | Opens |\n|---|---|\n| Monday | 9am |\n| Tuesday | 10am |"),
    ],
)
def test_a_waiver_on_the_line_before_allows_it(rule: str, words: str, tmp_path: Path) -> None:
    assert codes(read(project(tmp_path / "without", words))) == [rule]
    waived = f"<!-- everyway: allow {rule} because it is how she said it -->\n{words}"
    assert codes(read(project(tmp_path / "with", waived))) == []


# Dictionaries


class Fake:
    """A speller that knows four words, and has one idea."""

    def knows(self, word: str) -> bool:
        return word in {"Words", "plan", "the", "England"}

    def suggest(self, word: str) -> tuple[str, ...]:
        return ("plan of", "zzza")


def messages(folder: Path, markdown: str) -> list[str]:
    copy = copy_of(read(project(folder, markdown)))
    found = spelled(copy, lambda name: Fake())
    return [f"{one.rule} {one.message} {one.fix}".strip() for one in found if one.where and "01" in one.where.file]


def test_each_unknown_word_is_told_once_with_what_was_meant(tmp_path: Path) -> None:
    told = messages(tmp_path, "the plna, the plna, the zzzz.\n\nthe Engalnd plan; England.")
    told = [one.replace(" If the word is right, add it to content/words/spelling.txt.", "") for one in told]
    assert [one for one in told if "A part" not in one] == [
        "SPL001 No dictionary knows “plna”, in “the plna, the plna, the zzzz.”. It stands here 2 times. "
        "Did you mean “plan”?",
        "SPL001 No dictionary knows “zzzz”, in “… plna, the plna, the zzzz.”. Did you mean “zzza”?",
        "SPL001 No dictionary knows “Engalnd”, in “the Engalnd plan; England.”. Did you mean “England”?",
    ]


def test_a_text_full_of_unknown_words_does_not_bury_the_rest(tmp_path: Path) -> None:
    words = [f"zz{first}{second}zz" for first in "abcdefghij" for second in "abcde"]
    told = messages(tmp_path, "\n\n".join(words))
    assert len(told) < len(words)
    assert any("more words" in one and "and" in one for one in told)


def test_names_stand_in_one_finding_a_file(tmp_path: Path) -> None:
    told = messages(tmp_path, "the Zabcd plan.\n\nthe Yefgh plan. the Zabcd plan.")
    assert [one for one in told if one.startswith("SPL002")] == [
        "SPL002 No dictionary knows “Zabcd” (line 3), “Yefgh” (line 5)."
    ]


def test_a_dictionary_that_is_not_here_is_told_of_and_nothing_is_called_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVERYWAY_DICTIONARY_EN_GB", str(tmp_path / "none.dic"))
    hunspell.speller_of.cache_clear()
    try:
        publication = read(project(tmp_path, "We recieve letters."))
        assert codes(publication) == []
        (told,) = not_checked(publication)
    finally:
        hunspell.speller_of.cache_clear()
    assert "British English dictionary" in told
    assert told.endswith("To check it: apt-get install --yes hunspell-en-gb")


def test_with_all_dictionaries_nothing_is_left_unchecked(tmp_path: Path) -> None:
    need_dictionaries("SPL")
    assert not_spelled(copy_of(read(project(tmp_path, "[Croeso]{lang=cy} and [bienvenue]{lang=fr}.")))) == ()


@pytest.mark.parametrize(
    ("language", "name"),
    [("en-GB", "dictionary-en-gb"), ("en", "dictionary-en-gb"), ("cy", "dictionary-cy"), ("en-US", ""), ("fr", "")],
)
def test_each_language_has_its_own_dictionary_or_none(language: str, name: str) -> None:
    assert hunspell.dictionary_of(language) == name


def test_a_dictionary_that_is_broken_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "libhunspell-1.7.so.0"
    broken.write_text("not a library", "utf-8")
    dictionary = tmp_path / "en.dic"
    dictionary.write_text("1\nword\n", "utf-8")
    monkeypatch.setenv("EVERYWAY_HUNSPELL", str(broken))
    monkeypatch.setenv("EVERYWAY_DICTIONARY_EN_GB", str(dictionary))
    hunspell.speller_of.cache_clear()
    try:
        assert isinstance(hunspell.speller_of("dictionary-en-gb"), Missing)
    finally:
        hunspell.speller_of.cache_clear()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("teh", "the"),
        ("recieve", "receive"),
        ("commited", "committed"),
        ("accomodation", "accommodation"),
        ("seperate", "separate"),
        ("goverment", "government"),
        ("definately", "definitely"),
        ("wellknown", "well-known"),
        ("occured", "occurred"),
        ("untill", "until"),
        ("Febuary", "February"),
        ("xyzzyq", ""),
    ],
)
def test_the_word_that_was_meant_is_a_slip_away(slip: str, meant: str) -> None:
    need_dictionaries("SPL")
    speller = hunspell.speller_of("dictionary-en-gb")
    assert not isinstance(speller, Missing)
    assert not speller.knows(slip)
    assert nearest(slip, speller.knows) == meant


def test_the_likeliest_of_many_is_the_one_most_alike() -> None:
    assert likeliest("commited", ("commuted", "committed", "commit ed")) == "committed"
    assert likeliest("zzz", ()) == ""
    assert likeliest("libsndfile", ("undefiled",)) == ""


def test_the_tools_of_spelling_are_on_the_list_of_tools() -> None:
    names = {"hunspell", *hunspell.DICTIONARIES.values()}
    assert {find_tool(name).name for name in names} == names


# The rules' own examples

NOT_MARKDOWN = ("ALT001", "ALT002", "ALT003", "ALT004", "ALT005", "ALT006", "HDG007", "LNG002", "SPL002")
CUT_SHORT = ("TXT004", "TAB003", "TAB005", "TAB006", "TAB004", "SGN002")
SERIES = ("LNK", "HDG", "TAB", "TXT", "SNS", "NUM", "SGN", "TYP", "LNG", "SPL")
SHOWN = [code for code in rules() if code.startswith(SERIES) and code not in (*NOT_MARKDOWN, *CUT_SHORT)]


@pytest.mark.parametrize("code", SHOWN)
def test_the_examples_of_a_rule_are_true(code: str, tmp_path: Path) -> None:
    need_dictionaries(code)
    rule = rules()[code]
    assert code in {one.rule for one in found_in(tmp_path / "failing", rule.failing)}
    assert code not in {one.rule for one in found_in(tmp_path / "passing", rule.passing)}


# Whatever it is given


@pytest.mark.parametrize(
    "piece",
    [
        "a.",
        "a-",
        "the the ",
        "A&",
        "AA ",
        "x@",
        "a://",
        "(",
        "1/1/",
        "- ",
        "!!",
        '“"',
        "seee ",
        "12345 ",
        "see the ",
        "é",
    ],
)
def test_no_text_takes_long_or_fails(piece: str, tmp_path: Path) -> None:
    """Twice the text takes about twice as long: else this would take minutes, not parts of a second."""
    found = found_in(tmp_path, f"A {piece * (60_000 // len(piece))}")
    assert all(len(one.message) < 2_000 for one in found)
