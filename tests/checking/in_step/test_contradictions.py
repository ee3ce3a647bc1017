"""What contradicts in the two editions, and the many ways to say the same that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.in_step.writing import compared, found

PLAN = """\
# Parks {{#parks}}

{}

## Bylaws {{#bylaws}}

In May 2018 there were 40 benches. Write to old@example.org.
"""
EASY = "# Parks {{covers=parks}}\n\n![](park) {}\n"


def contradictions(folder: Path, plan: str, easy: str) -> list[str]:
    compared(folder, PLAN.format(plan), EASY.format(easy).replace("![](park) ", ""))
    return [f"{one.rule} {one.message}" for one in found(folder) if one.rule in ("STP006", "STP007")]


@pytest.mark.parametrize(
    ("plan", "easy", "rule", "words"),
    [
        ("Call 0303 123 9999.", "Call 0303 123 9998.", "STP006", ("0303 123 9998", "0303 123 9999", "phone number")),
        ("Call [us](tel:03031239999).", "Call 0303 123 9998.", "STP006", ("0303 123 9998", "03031239999")),
        ("Call 0303 123 9999.", "Call 111.", "STP006", ("111", "phone number")),
        ("Write to parks@example.org.", "Write to park@example.org.", "STP006", ("park@example.org",)),
        ("Write to [us](mailto:parks@example.org).", "Write to me@example.org.", "STP006", ("me@example.org",)),
        ("Go to example.org.", "Go to example.net.", "STP006", ("example.net", "web address")),
        ("Go to www.example.org/parks.", "Go to www.example.org/benches.", "STP007", ("example.org/benches",)),
        # the plan's own number is told, and a slip of the finger stands beside it
        ("Call 0303 123 9999.", "Call 0303 123 9999 or 0303 123 9989.", "STP006", ("0303 123 9989",)),
        ("Come by 30 July 2020.", "Come by 31 July 2020.", "STP007", ("31 July 2020", "30 July 2020", "date")),
        ("Come by 30 July 2020.", "Come in June 2020.", "STP007", ("June 2020",)),
        ("It ends in 2021.", "It ends in 2022.", "STP007", ("2022", "2021")),
        ("It is for winter 2020.", "It is for spring 2020.", "STP007", ("spring 2020",)),
        ("The park opens in winter 2020.", "Planned in 2020, it opens in winter 2023.", "STP007", ("winter 2023",)),
        ("We open at 9am.", "We open at 8am.", "STP007", ("8am", "9am", "time of day")),
        ("We open on Mondays.", "We open on Tuesdays.", "STP007", ("Tuesdays",)),
        ("It costs £5.", "It costs £6.", "STP007", ("£6", "sum of money")),
        ("It costs £1.4 million.", "It costs £1 million.", "STP007", ("£1 million",)),
        ("Of staff, 25 % came.", "1 in 5 staff came.", "STP007", ("1 in 5", "25 %")),
        ("There are five days.", "There are 4 days.", "STP007", ("4 days", "five days")),
        ("There are 1.4 million staff.", "There are about 2 million staff.", "STP007", ("about 2 million staff",)),
        ("There are 1,400 staff.", "There are more than 1,500 staff.", "STP007", ("more than 1,500 staff",)),
    ],
)  # fmt: skip
def test_another_value_is_told_at_its_line(
    tmp_path: Path, plan: str, easy: str, rule: str, words: tuple[str, ...]
) -> None:
    (told,) = contradictions(tmp_path, plan, easy)
    assert told.startswith(rule)
    for each in words:
        assert each in told
    (where,) = {str(one.where) for one in found(tmp_path)}
    assert where == "content/easy-read/01.md:3"


@pytest.mark.parametrize(
    ("plan", "easy"),
    [
        ("Call 0303 123 9999.", "Call [0303 123 9999](tel:+443031239999)."),
        ("Call +44 303 123 9999.", "Call 0303 123 9999."),
        ("Write to Parks@example.org.", "Write to parks@example.org."),
        ("Go to https://www.example.org/parks/.", "Go to example.org/parks."),
        # nothing of the kind in the plan: Easy Read may have more
        ("Come and see.", "Call 0303 123 9999 by 30 July 2020. It costs £5."),
        # less detail
        ("Come by 30 July 2020.", "Come in July 2020."),
        ("Come by 30 July 2020.", "Come by 30 July."),
        ("Come by 30 July.", "Come by 30 July 2020."),
        ("It runs in 2020/21.", "It runs in 2020 and 2021."),
        ("It begins in December 2020.", "It begins in winter 2020."),
        ("It begins in 2020.", "It begins in July 2020."),
        # told elsewhere in the plan
        ("It began in 2020.", "The first ones came in 2018."),
        ("There are 12 benches.", "There were 40 benches."),
        # other ways to say the same
        ("It costs £1,400,000.", "It costs £1.4 million."),
        ("There are 1,412,000 staff.", "There are about 1.4 million staff."),
        ("There are 1,412,000 colleagues.", "There are more than 1.4 million staff."),
        ("It takes nearly 5 days.", "It takes 5 days."),
        ("Of staff, 25 per cent came.", "1 in 4 staff came."),
        ("Of staff, 24.6 % came.", "A quarter of staff came."),
        ("Of staff, 33 % came.", "1 in 3 staff came."),
        ("We open at 9.00 am.", "We open at 9am."),
        ("It takes five days.", "It takes 5 days."),
        # numbers of different things
        ("There are four parts and 12 parks.", "The plan says 3 things."),
        ("See Part 2.", "See Part 3."),
        ("It costs £5.", "It costs $6."),
    ],
)
def test_ways_to_say_the_same_are_no_contradiction(tmp_path: Path, plan: str, easy: str) -> None:
    assert contradictions(tmp_path, plan, easy) == []


def test_a_contradiction_that_is_meant_can_be_allowed_with_a_reason(tmp_path: Path) -> None:
    from everyway.checking.source import check_sources
    from everyway.reading.publication import read_publication

    waiver = "<!-- everyway: allow STP006 because Easy Read has a line of its own -->\n\nCall 0303 123 9998."
    compared(tmp_path, PLAN.format("Call 0303 123 9999."), EASY.format("Hello.\n\n" + waiver).replace("![](park) ", ""))
    reading = read_publication(tmp_path)
    assert reading.publication is not None
    rules = {one.rule for one in check_sources(reading.publication, reading.findings)}
    assert not rules & {"STP006", "WAV001"}
