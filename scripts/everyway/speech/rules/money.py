"""Sums of money: £4.50, 50p, £1.5m, £5–£10 million, a £20 voucher."""

from __future__ import annotations

import re
from dataclasses import dataclass

from everyway.speech.in_words import NUMBER, cardinal, in_words, one
from everyway.speech.rules.rule import Holds, Rule, Said, after, before
from everyway.speech.rules.tongue import Tongue


@dataclass(frozen=True, slots=True)
class _Currency:
    one: str
    many: str
    part: str
    parts: str


_CURRENCIES = {
    "£": _Currency("pound", "pounds", "penny", "pence"),
    "€": _Currency("euro", "euros", "cent", "cents"),
    "$": _Currency("dollar", "dollars", "cent", "cents"),
}
_SCALES = {
    "k": "thousand", "thousand": "thousand", "m": "million", "mn": "million", "million": "million", "bn": "billion",
    "b": "billion", "billion": "billion", "tn": "trillion", "trillion": "trillion",
}  # fmt: skip

_SCALE = r"(?: ?(thousand|million|billion|trillion|bn|mn|tn|[kmbKMB])(?![A-Za-z0-9²³]))?"
_SIGN = r"(?:US|AU|CA)?([£€$]) ?"
_TO = r"( ?[-–—] ?| to | and )"
_NEGATIVE = r"((?<![\w)])[-−])?"
_EACH = re.compile(
    r"\b(?:a|an|one|another|each|every|new|extra|this|that|single|the|its|our|their|his|her|your) $", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r" (?:a|an|and|or|for|to|in|on|of|at|by|per|each|from|with|was|were|is|are|has|have|had|will|would|can|could|may|"
    r"more|less|that|which|who|if|when|as|than|but|so|because|every|extra|off|back|between|until|since|towards|into|over|spent|paid|given|left|raised|worth|[a-z]+ed)\b"
)


def _scale(written: str | None) -> str:
    return _SCALES[written.lower()] if written else ""


def amount(number: str, scale: str, sign: str) -> str:
    """A sum as it is said: "four pounds fifty", "one point five million pounds", "fifty pence"."""
    currency = _CURRENCIES[sign]
    whole, _, part = number.partition(".")
    if scale:
        return f"{in_words(number)} {scale} {currency.many}"
    if len(part) != 2:
        return f"{in_words(number)} {currency.one if one(number) else currency.many}"
    pounds = f"{in_words(whole)} {currency.one if one(whole) else currency.many}"
    pence = int(part)
    if not pence:
        return pounds
    small = f"{cardinal(pence)} {currency.part if pence == 1 else currency.parts}"
    if not int(re.sub(r"\D", "", whole)):
        return small
    return f"{pounds} {cardinal(pence)}" if pence >= 10 else f"{pounds} and {small}"


def _sum(match: re.Match[str], tongue: Tongue) -> Said | None:
    scale = _scale(match[4])
    said = amount(match[3], scale, match[2])
    if not in_words(match[3]):
        return None
    if match[1]:
        said = f"minus {said}"
    if _EACH.search(before(match)) and (scale or "." not in match[3]) and _noun(after(match)):
        words = in_words(match[3])
        said = " ".join(word for word in (words, scale, _CURRENCIES[match[2]].one) if word)
    return said


def _noun(following: str) -> bool:
    """Whether what follows is a thing that the sum describes, as in “a £20 voucher”."""
    return re.match(r"[ -][a-z]", following) is not None and not _NO_NOUN.match(following.replace("-", " ", 1))


def _range(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“£5–£10 million”: one scale and one currency serve both ends, unless each end has its own."""
    sign, low, low_scale, joint, high, high_scale = (
        match[1],
        match[2],
        _scale(match[3]),
        match[4],
        match[5],
        _scale(match[6]),
    )
    word = joint.strip()
    if word == "and" and not re.search(r"\bbetween $", before(match), re.IGNORECASE):
        return None
    if word not in ("and", "to"):
        word = "to"
    if low_scale and low_scale != high_scale:
        return f"{amount(low, low_scale, sign)} {word} {amount(high, high_scale, sign)}"
    if "." in low + high and not high_scale:
        return f"{amount(low, '', sign)} {word} {amount(high, '', sign)}"
    return f"{in_words(low)} {word} {amount(high, high_scale, sign)}"


def _pence(match: re.Match[str], tongue: Tongue) -> Said:
    return f"{in_words(match[1])} {'penny' if one(match[1]) else 'pence'}"


def _thousands(match: re.Match[str], tongue: Tongue) -> Said:
    """The head of a column: “£000” or “£'000s”, “£m”, “£bn”."""
    scale = "thousand" if "0" in match[2] else _scale(match[2])
    return f"{scale}s of {_CURRENCIES[match[1]].many}"


def _bare(match: re.Match[str], tongue: Tongue) -> Said | None:
    """In languages other than English: the number, perhaps millions of it, then the currency."""
    return _elsewhere(match[2], match[3], match[1], tongue)


def _bare_after(match: re.Match[str], tongue: Tongue) -> Said | None:
    return _elsewhere(match[1].replace(",", "."), match[2], match[3], tongue)


def _elsewhere(number: str, scale: str | None, sign: str, tongue: Tongue) -> str | None:
    said = in_words(number, tongue.language, tongue.signs.get("point", ""))
    form = "1" if one(number) and not scale else "2"
    return f"{said}{scale or ''} {tongue.signs[sign + form]}" if said and tongue.signs else None


MONEY = (
    Rule("money in thousands", Holds.SIGN, re.compile(r"([£€$])('?000s?|m|bn|k)(?![\w,.])"), _thousands),
    Rule(
        "sums of money",
        Holds.SIGN,
        re.compile(rf"(?<!\w){_SIGN}({NUMBER}){_SCALE}{_TO}(?:[£€$] ?)?({NUMBER}){_SCALE}(?![\w%]|[.,]\d)"),
        _range,
    ),
    Rule(
        "sum of money",
        Holds.SIGN,
        re.compile(rf"{_NEGATIVE}(?<![A-Za-z0-9]){_SIGN}({NUMBER}){_SCALE}(?![A-Za-z0-9])"),
        _sum,
    ),
    Rule("pence", Holds.DIGIT, re.compile(rf"(?<![\w£€$.,])({NUMBER})p(?!\w)"), _pence),
)

MONEY_ANYWHERE = (
    Rule("sum of money", Holds.SIGN, re.compile(rf"(?<!\w){_SIGN}({NUMBER})( (?:mil|bil)[^\W\d_]*)?(?!\w)"), _bare),
    Rule(
        "sum of money",
        Holds.SIGN,
        re.compile(rf"(?<!\w)({NUMBER})( (?:mil|bil)[^\W\d_]*)? ?([£€$])(?!\w)"),
        _bare_after,
    ),
)
