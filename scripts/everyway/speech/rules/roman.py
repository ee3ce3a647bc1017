"""Roman numerals, only where a word says that they are: "Part IV", "King Charles III", "World War II"."""

from __future__ import annotations

import re

from everyway.speech.in_words import ROMAN, cardinal, ordinal, roman
from everyway.speech.rules.rule import Holds, Rule, Said, after
from everyway.speech.rules.tongue import Tongue

_THINGS = (
    r"Parts?|Chapters?|Sections?|Books?|Volumes?|Vol\.|Acts?|Scene|Articles?|Appendix|Appendices|Annex|Annexes|"
    r"Schedules?|Phases?|Stages?|Types?|Class|Grades?|"
    r"Levels?|Titles?|Tables?|Figures?|World War|War|Tiers?|Modules?|Units?|Steps?|"
    r"Protocol|Paper|Category|Group|Division|Region|Factor|Trial|Option|Model|Mark|Version|Super Bowl|Vatican|"
    r"part|chapter|section|volume|appendix|annex|schedule|phase|stage|type|class|grade|level|table|figure|category|tier"
)
_TITLES = r"(?:King|Queen|Pope|Emperor|Tsar|Prince|Princess|Sultan)"
_RULERS = (
    r"Charles|Elizabeth|Henry|George|Edward|William|James|Richard|Mary|Louis|Philip|Benedict|Francis|Paul|Pius|Gregory|"
    r"Leo|Innocent|Clement|Urban|Alexander|Nicholas|Catherine|Frederick|Napoleon|Robert|David|Malcolm|Margaret|Harald|"
    r"Carl|Gustaf|Christian|Haakon|Olav|Albert|Leopold|Alfonso|Ferdinand|Ivan|Ramses"
)


def _thing(match: re.Match[str], tongue: Tongue) -> Said | None:
    numeral = match[2]
    if numeral == "I" and (match[1][0].islower() or re.match(r" [a-z]", after(match))):
        return None  # “the part I know” is about somebody
    return f"{match[1]} {cardinal(roman(numeral))}{' to ' + cardinal(roman(match[3])) if match[3] else ''}"


def _ruler(match: re.Match[str], tongue: Tongue) -> Said | None:
    if match[2] == "I" and re.match(r" [a-z]", after(match)) and not re.match(r" (?:was|is|of|and)\b", after(match)):
        return None
    return f"{match[1]} the {ordinal(roman(match[2]))}"


ROMANS = (
    Rule(
        "Roman numeral",
        Holds.CAPITALS,
        re.compile(rf"(?<!\w)({_THINGS}) ({ROMAN})(?!\w)(?: ?[-–] ?({ROMAN})(?!\w))?"),
        _thing,
    ),
    Rule(
        "ruler",
        Holds.CAPITALS,
        re.compile(rf"(?<!\w)((?:{_TITLES} [A-Z][a-z]+(?: [A-Z][a-z]+)?|{_RULERS})) ({ROMAN})(?!\w)"),
        _ruler,
    ),
)
