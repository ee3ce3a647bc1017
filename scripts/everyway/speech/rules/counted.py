"""What people count: behind one of these words, "2000" is no year and "5m" is no length."""

from __future__ import annotations

import re

_THINGS = (
    "people patients staff children adults households homes houses pounds euros jobs places beds calls visits "
    "tests words members volunteers carers nurses doctors students pupils schools teachers families residents "
    "times miles metres hours days weeks years copies pages responses respondents appointments women men vehicles "
    "trees calories steps organisations services employees workers businesses complaints cases deaths births "
    "tonnes kilometres litres grams kilograms letters signatures users doses records items voters pensioners "
    "downloads views journeys citizens operations contacts viewers messages applications"
)
_KINDS = "more new extra other further different local disabled older young younger"

COUNTED = re.compile(rf" (?:(?:{_KINDS.replace(' ', '|')}) )?(?:{_THINGS.replace(' ', '|')}|per|an?)\b(?!-)")
"""A space and what is counted, perhaps with one word before it."""
