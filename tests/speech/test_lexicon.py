"""The lexicon: which word is said how, in which language, and as a W3C pronunciation lexicon."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from everyway.model import Abbreviation, Entry, Pronunciation, Source, Text
from everyway.speech.lexicon import Lexicon, lexicon_of
from everyway.speech.normaliser import spoken
from everyway.speech.pls import NAMESPACE, pronunciation_lexicons
from everyway.speech.rules.tongue import tongue_of
from everyway.speech.tokens import Letters, Sounds, Spoken, Words
from tests.checking.small import small
from tests.speech.readable import readable

SOURCE = Source("content/words/pronunciations.yml", 3)


def said(text: str, *entries: Pronunciation, language: str = "en-GB") -> str:
    return readable(spoken(text, tongue_of(language, Lexicon(entries))))


def test_the_longest_entry_wins_and_words_are_whole() -> None:
    entries = (
        Pronunciation("People", SOURCE, alias="folk"),
        Pronunciation("People Plan", SOURCE, alias="the plan of the people"),
    )
    assert said("The People Plan for People, Peoples", *entries) == "The the plan of the people for folk, Peoples"


def test_a_word_keeps_its_capitals_but_may_begin_a_sentence() -> None:
    read = Pronunciation("lead", SOURCE, alias="leed")
    assert said("Lead and lead, LEAD", read) == "leed and leed, <LEAD>"
    polish = Pronunciation("Polish", SOURCE, alias="poelish")
    assert said("polish Polish", polish) == "polish poelish"


def test_no_word_is_looked_for_inside_an_address() -> None:
    dot = Pronunciation("org", SOURCE, alias="organisation")
    assert said("the org at example.org", dot) == "the organisation at example dot org"


def test_an_address_can_be_an_entry() -> None:
    entry = Pronunciation("help@example.org", SOURCE, alias="help at example")
    assert said("Ask help@example.org.", entry) == "Ask help at example."
    assert said("Ask nohelp@example.org", entry) == "Ask nohelp at example dot org"


def test_a_word_of_another_language_is_said_in_it() -> None:
    entry = Pronunciation("Cymru", SOURCE, ipa="ˈkəmri", language="cy")
    tongue = tongue_of("en-GB", Lexicon((entry,)))
    assert spoken("Cymru", tongue) == (Spoken((Sounds("Cymru", "ˈkəmri"),), "cy"),)
    assert said("Cymru", entry, language="cy-GB") == "Cymru/ˈkəmri/"
    english = Pronunciation("plant", SOURCE, alias="plahnt")
    assert said("plant", english, language="cy") == "plant"


def test_digits_and_words_can_be_asked_for() -> None:
    assert said("ISO 9001", Pronunciation("9001", SOURCE, say_as="digits")) == "Eye-so #9001"
    assert said("SEND and RADAR", Pronunciation("SEND", SOURCE, say_as="word")) == "SEND and <RADAR>"


def test_abbreviations_of_the_glossary_and_the_text_are_letters_unless_the_lexicon_says_otherwise() -> None:
    publication = small()
    section = publication.editions[0].sections[0]
    heading = replace(
        section.heading, inlines=(Abbreviation("UKHSAb", "an agency"), Text(" and "), Abbreviation("Defra", "x"))
    )
    edition = replace(publication.editions[0], sections=(replace(section, heading=heading),))
    glossary = (
        Entry("phd", "PhDs", "", "doctors", (), SOURCE),
        Entry("camhs", "CAMHS", "", "services", (), SOURCE),
        Entry("budget", "budget", "money", "", (), SOURCE),
    )
    ways = (Pronunciation("CAMHS", SOURCE, alias="cams"),)
    lexicon = lexicon_of(replace(publication, editions=(edition,), glossary=glossary, pronunciations=ways), edition)
    text = "CAMHS, UKHSAb, Defra, PhDs and a budget"
    assert readable(spoken(text, tongue_of("en", lexicon))) == "cams, <UKHSAb>, Defra, <PhDs> and a budget"


@pytest.mark.parametrize("word", ["a.b", "(x)", "a|b", "c++", "\\d"])
def test_signs_in_an_entry_are_only_signs(word: str) -> None:
    tokens = spoken(f"so {word} so", tongue_of("en", Lexicon((Pronunciation(word, SOURCE, alias="thing"),))))
    assert tokens == (Words("so thing so"),)


def test_letters_come_before_what_belongs_to_them() -> None:
    entry = Pronunciation("RHS", SOURCE, say_as="letters")
    assert spoken("RHS’s", tongue_of("en", Lexicon((entry,)))) == (Letters("RH"), Words("esses"))


def test_the_lexicon_is_exported_by_language() -> None:
    lexicon = Lexicon(
        (
            Pronunciation("RHS", SOURCE, say_as="letters"),
            Pronunciation("<&>", SOURCE, alias="signs & such"),
            Pronunciation("Cymru", SOURCE, ipa="ˈkəmri", language="cy"),
            Pronunciation("Nice", SOURCE, say_as="word"),
        )
    )
    documents = pronunciation_lexicons(lexicon, "en-GB")
    assert list(documents) == ["cy", "en-GB"]
    assert documents["en-GB"] == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="en-GB">\n'
        "  <lexeme>\n    <grapheme>&lt;&amp;&gt;</grapheme>\n    <alias>signs &amp; such</alias>\n  </lexeme>\n"
        "  <lexeme>\n    <grapheme>RHS</grapheme>\n    <alias>R H S</alias>\n  </lexeme>\n"
        "</lexicon>\n"
    )
    root = ET.fromstring(documents["cy"].encode())
    assert root.tag == f"{{{NAMESPACE}}}lexicon"
    assert [child.tag.partition("}")[2] for child in root[0]] == ["grapheme", "phoneme"]
    assert root[0][1].text == "ˈkəmri"
