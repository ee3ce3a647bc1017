"""The rules of speech in the order in which they read a text. Each is small; what one has read, no later one sees."""

from __future__ import annotations

from functools import lru_cache

from everyway.speech.rules.addresses import ADDRESSES
from everyway.speech.rules.capitals import BRACKETED, CAPITALS, WITH_AND
from everyway.speech.rules.codes import CODES, LONG_NUMBERS, MIXED
from everyway.speech.rules.dates import DATES
from everyway.speech.rules.known_words import lexicon_rules
from everyway.speech.rules.money import MONEY, MONEY_ANYWHERE
from everyway.speech.rules.quantities import FRACTIONS, NUMBERS, NUMBERS_ANYWHERE, ORDINALS
from everyway.speech.rules.roman import ROMANS
from everyway.speech.rules.rule import Holds, Rule
from everyway.speech.rules.short_forms import SHORT_FORMS
from everyway.speech.rules.signs import GRADES, SIGNS
from everyway.speech.rules.telephone import TELEPHONE
from everyway.speech.rules.times import TIMES
from everyway.speech.rules.tongue import Tongue
from everyway.speech.rules.units import PER_CENT_ANYWHERE, UNITS
from everyway.speech.rules.years import SINGLE_YEARS, YEARS

RULES: tuple[Rule, ...] = (
    *CODES,
    *TELEPHONE,
    *DATES,
    *YEARS,
    *TIMES,
    *MONEY,
    *SHORT_FORMS,
    *ROMANS,
    *UNITS,
    *ORDINALS,
    *FRACTIONS,
    *SINGLE_YEARS,
    *LONG_NUMBERS,
    *GRADES,
    *MIXED,
    *WITH_AND,
    *BRACKETED,
    *NUMBERS,
    *SIGNS,
    *CAPITALS,
)
"""What is said in English, behind the lexicon and addresses."""

ELSEWHERE: tuple[Rule, ...] = (
    *TELEPHONE,
    *MONEY_ANYWHERE,
    *PER_CENT_ANYWHERE,
    *NUMBERS_ANYWHERE,
    *WITH_AND,
    *(rule for rule in CAPITALS if rule.name in ("known capitals", "unknown capitals")),
)
"""What is said in other languages: what needs no grammar."""


@lru_cache(maxsize=256)
def rules_for(tongue: Tongue, held: tuple[Holds, ...]) -> tuple[Rule, ...]:
    """The rules of a language for a text that holds these, in order; the lexicon's own come first."""
    signed, plain = lexicon_rules(tongue)
    rules = (*signed, *ADDRESSES, *plain, *(RULES if tongue.english else ELSEWHERE))
    return tuple(rule for rule in rules if rule.holds in held)
