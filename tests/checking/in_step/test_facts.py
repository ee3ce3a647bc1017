"""Facts found in a line of text, with their values: written in many ways, and words that only look like facts."""

from __future__ import annotations

import pytest

from everyway.checking.in_step.facts import Fact, facts_in


def told(fact: Fact) -> str:
    value = "-".join(map(str, fact.value)) if isinstance(fact.value, tuple) else str(fact.value)
    bounds = f" ({fact.least}–{fact.most})" if (fact.least, fact.most) != (1.0, 1.0) else ""
    return f"{fact.kind.value}: {value}{' ' + fact.of if fact.of else ''}{bounds}"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Write to Parks@Example.org.", ["e-mail address: parks@example.org"]),
        ("See https://www.Example.org/Parks/ or example.org/Parks.", ["web address: example.org/Parks"] * 2),
        ("Go to nhs.uk/find, please", ["web address: nhs.uk/find"]),
        ("Call 0303 123 9999 now", ["phone number: 03031239999"]),
        ("+44 303 123 9999, +44 (0)303 123 9999, 03031 239999", ["phone number: 03031239999"] * 3),
        ("(020) 7946 0000", ["phone number: 02079460000"]),
        ("Call 111 if you are ill", ["phone number: 111"]),
        ("Call NHS 111", ["phone number: 111"]),
        ("on 30 July 2020", ["date: 2020-7-30"]),
        ("on the 30th of July", ["date: 0-7-30"]),
        ("July 30, 2020 and 2020-07-30 and 30/07/2020", ["date: 2020-7-30"] * 3),
        ("in July 2020, in winter 2020, in 2020", ["date: 2020-7-0", "date: 2020-16-0", "date: 2020-0-0"]),
        ("for 2020/21", ["date: 2020-0-0"]),
        ("9am, 9:00 and 21.30", ["time of day: 540"] * 2),
        ("9.30 p.m. and 12am", ["time of day: 1290", "time of day: 0"]),
        ("on Mondays and Friday", ["day of the week: monday", "day of the week: friday"]),
        ("£5, 50p, $20", ["sum of money: 500 £", "sum of money: 50 £", "sum of money: 2000 $"]),
        ("£1.4 million", ["sum of money: 140000000 £"]),
        ("25 %, 25 per cent and 2.5%", ["share: 1/4", "share: 1/4", "share: 1/40"]),
        ("1 in 4 people; one in ten; 3 out of 4 staff", ["share: 1/4", "share: 1/10", "share: 3/4"]),
        ("a quarter of staff", ["share: 1/4"]),
        ("about 1.4 million staff", ["number: 1400000 staff (0.85–1.15)"]),
        ("more than 1,400 colleagues", ["number: 1400 staff (1.0–1.5)"]),
        ("five days, 5 days, twenty parks", ["number: 5 day", "number: 5 day", "number: 20 park"]),
        # what only looks like a fact
        ("Part 2, page 12, level 3 and COVID-19", []),
        ("Bus 4 costs more than bus 17 costs", []),
        ("one team, one another", []),
        ("in 4 of the 5, over and over", []),
        ("We open at home. e.g. this", []),
        ("May we march on? The second half.", []),
        ("Sun and wind. They may 5 times", []),
        ("the quarter of the town", []),
    ],
)  # fmt: skip
def test_facts_are_found_with_their_values(text: str, facts: list[str]) -> None:
    assert [told(fact) for fact in facts_in(text, "en-GB")] == facts


def test_of_a_language_without_words_only_addresses_are_found() -> None:
    text = "Ffoniwch 0303 123 9999 ar 30 Gorffennaf 2020, parciau@example.org, 12 parc"
    assert [told(fact) for fact in facts_in(text, "cy")] == [
        "e-mail address: parciau@example.org",
        "phone number: 03031239999",
    ]
