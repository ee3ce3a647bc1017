"""Quantities with their units, per cent and degrees; ranges of them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from everyway.speech.in_words import NUMBER, in_words, one
from everyway.speech.rules.counted import COUNTED
from everyway.speech.rules.rule import Holds, Rule, Said, after, before
from everyway.speech.rules.tongue import Tongue

_TO = r" ?[-–—] ?| to | and | or | ?[x×] ?"
_PER = (
    r"/(?:hour|hr|h|day|week|wk|month|year|yr|person|night|head|mile|min|sec|s|kg|km²|km|m²|ml|l|L|ha|unit|visit|child)"
    r"(?!\w)"
)
_MINUS = r"(?:(?<![\w)])[-−–]|(?<!\w)[+±~≈<>≤≥] ?)?"
_SIGNS = {
    "-": "minus", "−": "minus", "–": "minus", "+": "plus", "±": "plus or minus", "~": "about", "≈": "about",
    "<": "less than", ">": "more than", "≤": "at most", "≥": "at least",
}  # fmt: skip


@cache
def _units() -> dict[str, list[str]]:
    text = (files("everyway") / "speech" / "rules" / "units.toml").read_text("utf-8")
    units: dict[str, list[str]] = tomllib.loads(text)["after_number"]
    return units


@cache
def _either() -> str:
    return "|".join(
        re.escape(unit).replace(r"\ ", " ") for unit in sorted(_units(), key=lambda unit: (-len(unit), unit))
    )


def _number(written: str) -> str:
    """A number with a sign before it."""
    sign = _SIGNS.get(written[:1], "")
    said = in_words(written.lstrip("".join(_SIGNS)).strip())
    return f"{sign} {said}".strip() if said else ""


def _said(unit: str, single: bool) -> str:
    return _units()[unit][0 if single else 1]


def _per(written: str | None) -> str:
    if not written:
        return ""
    what = written[1:]
    return f" per {_units()[what][0] if what in _units() else {'s': 'second', 'm²': 'square metre'}.get(what, what)}"


def _quantity(match: re.Match[str], tongue: Tongue) -> Said | None:
    if match["unit"] in ("million", "billion"):
        return None if not match["sign"] and not match["low"] else _with_scale(match)
    single = one(match["high"])
    if match["low"]:
        low, high = _number(match["low"]), _number(match["high"])
        if not low or not high:
            return None
        joint = match["joint"].strip()
        joint = joint if joint in ("to", "and", "or") else "by" if joint in ("x", "×") else "to"
        first = f" {_said(match['first'], one(match['low']))}" if match["first"] else ""
        return f"{low}{first} {joint} {high} {_said(match['unit'], single and not match['low'])}{_per(match['per'])}"
    number = _number((match["sign"] or "") + match["high"])
    if not number:
        return None
    if re.match(r"-[a-z]", after(match)) or (_describes(match) and match["unit"] != "%"):
        single = True
    return f"{number} {_said(match['unit'], single)}{_per(match['per'])}"


def _describes(match: re.Match[str]) -> bool:
    """Whether the quantity describes what follows, as in “a 20mph zone”; then its unit stays in the singular."""
    if match["unit"] in ("mph", "°C", "° C", "°F"):
        return False
    return re.search(r"\b[Aa]n? $", before(match)) is not None and re.match(r" [a-z]{3,}", after(match)) is not None


def _with_scale(match: re.Match[str]) -> str:
    low = f"{_number(match['low'])} to " if match["low"] else ""
    return f"{low}{_number((match['sign'] or '') + match['high'])} {match['unit']}"


def _metres(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“5m people” are millions, “5m long” and “5 m” metres."""
    number = in_words(match[1])
    if not number:
        return None
    if match[2] == "" and COUNTED.match(after(match)):
        return f"{number} million"
    return f"{number} {'metre' if one(match[1]) or re.match('-[a-z]', after(match)) else 'metres'}"


def _below_zero(match: re.Match[str], tongue: Tongue) -> Said:
    """“-3C”, without the sign of a degree."""
    return f"minus {in_words(match[1])} {'degree' if one(match[1]) else 'degrees'} Celsius"


def _inches(match: re.Match[str], tongue: Tongue) -> Said:
    return f"{in_words(match[1])} {'inch' if one(match[1]) else 'inches'}"


def _stones(match: re.Match[str], tongue: Tongue) -> Said:
    return f"{in_words(match[1])} stone"


def _times(match: re.Match[str], tongue: Tongue) -> Said:
    """“2x” and “3×” alone."""
    return f"{in_words(match[1])} times"


UNITS = (
    Rule(
        "quantity",
        Holds.DIGIT,
        re.compile(
            rf"(?<![\w£€$.,])(?:(?P<low>{_MINUS}{NUMBER}) ?(?P<first>{_either()})?(?P<joint>{_TO})|(?P<sign>{_MINUS}))"
            rf"(?P<high>{NUMBER})[ -]?(?P<unit>{_either()})(?![A-Za-z0-9²³])(?P<per>{_PER})?"
        ),
        _quantity,
    ),
    Rule("metres or millions", Holds.DIGIT, re.compile(rf"(?<![\w£€$.,])({NUMBER})( ?)m(?![\w²³/'])"), _metres),
    Rule("degrees below zero", Holds.DIGIT, re.compile(rf"(?<![\w)])[-−–]({NUMBER}) ?C(?!\w)"), _below_zero),
    Rule("inches", Holds.DIGIT, re.compile(rf"(?<![\w£€$.,])({NUMBER})in(?!\w)"), _inches),
    Rule("stones", Holds.DIGIT, re.compile(rf"(?<![\w£€$.,])({NUMBER}) ?st\.?(?= \d++ ?lbs?(?!\w))"), _stones),
    Rule("times over", Holds.DIGIT, re.compile(rf"(?<![\w£€$.,])({NUMBER})[x×](?! ?\d|\w)"), _times),
)


def _per_cent_elsewhere(match: re.Match[str], tongue: Tongue) -> Said | None:
    said = in_words(match[1].replace(",", "."), tongue.language, tongue.signs.get("point", ""))
    return f"{said} {tongue.signs['%']}" if said and "%" in tongue.signs else None


PER_CENT_ANYWHERE = (
    Rule("per cent", Holds.SIGN, re.compile(r"(?<![\w.,])(\d++(?:[.,]\d++)?)[ \u00a0]?%"), _per_cent_elsewhere),
)
