"""What belongs to a document as a whole: profiles, pictures, its word list, its test, its language, its print."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from everyway.checking.easy_read.check import easy_read
from everyway.checking.easy_read.profiles import USUAL, names, profile
from everyway.checking.easy_read.vocabulary import Vocabulary, vocabulary_of
from everyway.checking.source import check_sources
from everyway.findings import Level
from everyway.findings import rules as every_rule
from everyway.model import Inline, Source, Term, Text, Waiver
from everyway.reading.publication import read_publication
from tests.checking.easy_read.edition import FILE, beside, edition_of, findings, picture, rules
from tests.checking.paper.copies import found, made, paper

PACKAGE = files("everyway")


def codes() -> set[str]:
    text = (PACKAGE / "checking" / "rules" / "easy_read.toml").read_text("utf-8")
    return set(tomllib.loads(text))


# Profiles


@pytest.mark.parametrize("name", names())
def test_every_profile_says_of_every_rule_whether_it_counts(name: str) -> None:
    file = PACKAGE / "checking" / "easy_read" / "profiles" / f"{name}.toml"
    assert set(tomllib.loads(file.read_text("utf-8"))["rules"]) == codes()


def test_the_usual_profile_has_the_levels_of_the_rules() -> None:
    assert profile(USUAL).levels == {code: every_rule()[code].level for code in sorted(codes())}


def test_the_names_that_settings_may_choose_are_those_of_the_profiles() -> None:
    schema = json.loads((PACKAGE / "reading" / "publication.schema.json").read_text("utf-8"))
    assert sorted(schema["$defs"]["edition"]["properties"]["profile"]["enum"]) == list(names())


def test_a_profile_sets_levels_and_turns_rules_off() -> None:
    words = "Bring two pens."
    assert [one.level for one in findings(words)] == [Level.ADVICE]
    assert [one.level for one in findings(words, profile="inclusion-europe")] == [Level.ERROR]
    assert "ER060" not in profile("inclusion-europe").levels


def test_every_rule_has_a_source_and_two_examples() -> None:
    for code in codes():
        rule = every_rule()[code]
        assert rule.standard and rule.failing and rule.passing, code


def test_a_waiver_with_its_reason_allows_a_sentence() -> None:
    publication = edition_of(
        "Your form is checked.", waivers=(Waiver("ER021", "it does not matter who", Source(FILE, 2)),)
    )
    found = [one.rule for one in check_sources(publication) if one.where and one.where.file == FILE]
    assert found == []
    unused = edition_of("We check your form.", waivers=(Waiver("ER021", "no longer so", Source(FILE, 2)),))
    assert [one.rule for one in check_sources(unused) if one.where and one.where.file == FILE] == ["WAV001"]


# Vocabulary


def test_every_list_of_the_vocabulary_is_filled() -> None:
    vocabulary = vocabulary_of("en-GB")
    assert [name for name in Vocabulary.__slots__ if not getattr(vocabulary, name)] == []


def test_words_of_the_vocabulary_are_written_as_they_are_looked_up() -> None:
    vocabulary = vocabulary_of("en")
    for phrases in (vocabulary.easier, vocabulary.sayings, vocabulary.distant, vocabulary.joins):
        assert [one for one in phrases.instead if one != one.casefold() or "’" in one] == []


def test_what_is_suggested_is_not_itself_blamed() -> None:
    vocabulary = vocabulary_of("en")
    instead = {part for better in vocabulary.easier.instead.values() for part in better.split(" / ")}
    blamed = {part: list(vocabulary.easier.find(part.casefold().split())) for part in instead}
    assert {part: found for part, found in blamed.items() if found} == {}


# Pictures


def test_many_sentences_beside_one_picture_are_told() -> None:
    four = ["You sit."] * 4
    assert rules(beside("nurse", *four)) == []
    assert rules(beside("nurse", *four, "You go.")) == ["ER050"]


def test_one_drawing_under_two_names_is_told_at_the_second() -> None:
    publication = edition_of(beside("team", "We help."), beside("group", "We meet.", line=5, drawing="team"))
    (finding,) = easy_read(publication)
    assert (finding.rule, finding.where) == ("ER051", Source(FILE, 5))
    assert "“team”" in finding.message and "“group”" in finding.message


def test_the_same_words_beside_another_picture_are_told() -> None:
    assert rules(beside("nurse", "Please ask us."), beside("nurse", "Please ask us.", line=5)) == []
    assert rules(beside("nurse", "Please ask us."), beside("doctor", "Please ask us.", line=5)) == ["ER051"]


def test_a_word_with_a_picture_of_its_own_is_explained_beside_that() -> None:
    term: list[Inline] = [Text("A "), Term((Text("budget"),), "budget"), Text(" helps you.")]
    pictures = (picture("budget"), picture("money"))
    assert rules(beside("budget", term), pictures=pictures) == []
    assert rules(beside("money", term), pictures=pictures) == ["ER051"]


# The document


def test_an_edition_that_nobody_tested_says_so() -> None:
    (finding,) = findings("You can come.", tested_with="")
    assert (finding.rule, finding.level) == ("ER064", Level.MANUAL)


def test_words_of_the_glossary_need_a_word_list() -> None:
    term: list[Inline] = [Text("A "), Term((Text("budget"),), "budget"), Text(" helps you.")]
    assert rules(term, word_list="") == ["ER062"]
    assert rules("You can come.", word_list="") == []


def test_a_language_without_word_lists_is_told_and_measured_all_the_same() -> None:
    found = findings("Mae hwn yn un frawddeg hir iawn sydd â mwy na deg gair.", language="cy")
    assert [one.rule for one in found] == ["ER002", "ER065"]
    assert "hard words" in found[1].message


def test_the_summary_on_the_front_is_read_too() -> None:
    (finding,) = findings("You can come.", summary="Good. It will commence soon.")
    assert (finding.rule, finding.where) == ("ER026", Source("content/publication.yml", 9))


# Print


def test_a_pdf_with_too_many_pages_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    artifact = made(tmp_path, "pdf", "easy-read")
    assert found(artifact) == ()
    usual = profile(USUAL)
    short = replace(usual, limits=replace(usual.limits, pages=1))
    monkeypatch.setattr("everyway.checking.easy_read.printed.profile_of", lambda edition: short)
    (finding,) = found(artifact)
    assert finding.rule == "ER060"
    assert finding.where == paper().edition("easy-read").source


def test_a_front_that_does_not_say_easy_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = replace(paper().edition("easy-read"), title="Another title")
    editions = tuple(edition if one.name == "easy-read" else one for one in paper().editions)
    publication = replace(paper(), title="A title", editions=editions)
    css = ".badge { display: none }"
    artifact = made(tmp_path, "pdf", "easy-read", css, monkeypatch, publication)
    assert [(one.rule, one.level) for one in found(artifact, publication)] == [("ER061", Level.ERROR)]


# The worked example


def test_the_worked_example_keeps_the_rules() -> None:
    publication = read_publication(Path(__file__).parents[3]).publication
    assert publication is not None
    assert [one.message for one in easy_read(publication) if one.level is not Level.MANUAL] == []
