"""Numbers of every other kind: ordinals, fractions, ranges, versions, negative and plain ones."""

from __future__ import annotations

import re
import unicodedata

from everyway.speech.in_words import LONGEST, NUMBER, cardinal, in_words, ordinal, plural
from everyway.speech.rules.rule import Holds, Rule, Said, after, before
from everyway.speech.rules.tongue import Tongue
from everyway.speech.tokens import Digits

_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_OUT_OF = frozenset((10, 20, 50, 100))
_MOST_PARTS = 12
_NUMBERED = re.compile(
    r"\b(?:Tier|Step|Flat|Level|Year|Yr|Grade|Band|Part|Section|Stage|Unit|Apartment|Page|page|Day|Week|Room|Question|Phase|"
    r"Table|Figure|Schedule|Zone|Group)s? $"
)
"""Behind these, “2/3” is two and three, or two of three, and no fraction."""


def _ordinal(match: re.Match[str], tongue: Tongue) -> Said | None:
    figures = re.sub(r"\D", "", match[1])
    return ordinal(int(figures)) if len(figures) <= LONGEST else None


def fraction(count: int, parts: int) -> str:
    """“two thirds”, “a half”, “a quarter”, “three twentieths”."""
    name = {2: "half", 4: "quarter"}.get(parts) or ordinal(parts)
    if count == 1:
        return f"{'an' if name[0] == 'e' else 'a'} {name}"
    return f"{cardinal(count)} {'halves' if parts == 2 else name + 's'}"


def _vulgar(match: re.Match[str], tongue: Tongue) -> Said | None:
    count, _, parts = unicodedata.normalize("NFKC", match[2]).partition("⁄")
    said = fraction(int(count), int(parts))
    if match[1]:
        whole = in_words(match[1])
        return f"{whole} and {said}" if whole else None
    if match[2] == "½" and re.match(r" an? ", after(match)):
        return "half"
    return said


def _fraction(match: re.Match[str], tongue: Tongue) -> Said | None:
    count, parts = int(match[2]), int(match[3])
    if not 0 < count <= parts or _NUMBERED.search(before(match)):
        return None
    if count == parts and parts not in _OUT_OF:
        return None
    whole = f"{in_words(match[1])} and " if match[1] else ""
    if parts in _OUT_OF and not match[1]:
        return f"{cardinal(count)} out of {cardinal(parts)}"
    if parts <= _MOST_PARTS or match[1]:
        return whole + fraction(count, parts)
    return f"{cardinal(count)} out of {cardinal(parts)}"


def _fifty_fifty(match: re.Match[str], tongue: Tongue) -> Said:
    return f"{cardinal(int(match[1]))} {cardinal(int(match[1]))}"


def _range(match: re.Match[str], tongue: Tongue) -> Said | None:
    low, high = in_words(match[1]), in_words(match[2])
    return f"{low} to {high}" if low and high else None


def _version(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“2.0.1” and “4.3.2”: numbers with a point between each."""
    parts = [cardinal(int(part)) if len(part) <= LONGEST else "" for part in match[0].split(".")]
    return " point ".join(parts) if all(parts) else None


def _or_more(match: re.Match[str], tongue: Tongue) -> Said | None:
    said = in_words(match[1])
    return f"{said} plus" if said else None


def _decimal(match: re.Match[str], tongue: Tongue) -> Said:
    """“.5” without a nought."""
    return f"point {' '.join(cardinal(int(figure)) for figure in match[1])}"


def _numbered(match: re.Match[str], tongue: Tongue) -> Said | None:
    said = in_words(match[1])
    return f"number {said}" if said else None


def _negative(match: re.Match[str], tongue: Tongue) -> Said | None:
    said = in_words(match[2])
    sign = {"+": "plus", "±": "plus or minus", "~": "about", "≈": "about"}.get(match[1], "minus")
    return f"{sign} {said}" if said else None


def _plain(match: re.Match[str], tongue: Tongue) -> Said | None:
    """A number, with the word that a hyphen ties to it: “five-year”."""
    return in_words(match[0]) or None


def _rest(match: re.Match[str], tongue: Tongue) -> Said | None:
    """Whatever figures are left: as a number when that can be said, figure by figure when not."""
    figures = match[0]
    leading_zero = figures[0] == "0" and len(figures) > 1
    return (
        Digits(figures) if leading_zero else cardinal(int(figures[:99])) if len(figures) <= LONGEST else Digits(figures)
    )


def _anywhere(match: re.Match[str], tongue: Tongue) -> Said | None:
    """In other languages: a whole number, when there are words for it; else its figures are left to the voice."""
    if match[0][0] == "0" and len(match[0]) > 1:
        return Digits(match[0])
    return cardinal(int(match[0]), tongue.language) or None if len(match[0]) <= 9 else Digits(match[0])


def _thousands_anywhere(match: re.Match[str], tongue: Tongue) -> Said | None:
    """Thousands with the sign that the language puts between them."""
    if match[1] not in tongue.signs.get("thousands", ""):
        return None
    return cardinal(int(re.sub(r"\D", "", match[0])), tongue.language) or None


def _decades_range(match: re.Match[str], tongue: Tongue) -> Said:
    return f"{plural(cardinal(int(match[1])))} to {plural(cardinal(int(match[2])))}"


def _ordinals(match: re.Match[str], tongue: Tongue) -> Said:
    return f"{ordinal(int(match[1]))} to {ordinal(int(match[2]))}"


ORDINALS = (
    Rule(
        "ordinal",
        Holds.DIGIT,
        re.compile(r"(?<![\w.,])(\d{1,4})(?:st|nd|rd|th) ?[-–—] ?(\d{1,4})(?:st|nd|rd|th)(?!\w)"),
        _ordinals,
    ),
    Rule("ordinal", Holds.DIGIT, re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3})+|\d++)(?:st|nd|rd|th)(?!\w)"), _ordinal),
)

FRACTIONS = (
    Rule("vulgar fraction", Holds.ANYTHING, re.compile(rf"(?:(?<![\w.,])(\d{{1,6}}) ?)?([{_VULGAR}])"), _vulgar),
    Rule("even shares", Holds.DIGIT, re.compile(r"(?<![\w/.,])(50|20)/\1(?![\w/])"), _fifty_fifty),
    Rule(
        "fraction",
        Holds.DIGIT,
        re.compile(r"(?:(?<![\w/.,])(\d{1,3}) )?(?<![\w/.,£€$])(\d{1,2})/(\d{1,3})(?![\w/%]|[.,]\d)"),
        _fraction,
    ),
)

NUMBERS = (
    Rule("version", Holds.DIGIT, re.compile(r"(?<![\w.,])\d++(?:\.\d++){2,}(?![\w])"), _version),
    Rule("range", Holds.DIGIT, re.compile(r"(?<![\w.,/-])(\d\d?)s ?[-–—] ?(\d\d?)s(?!\w)"), _decades_range),
    Rule(
        "range",
        Holds.DIGIT,
        re.compile(rf"(?<![\w.,/–-])({NUMBER}) ?[-–—] ?({NUMBER})(?!\w|[-–/]\d)"),
        _range,
    ),
    Rule("ratio", Holds.DIGIT, re.compile(rf"(?<![\w.,:])({NUMBER}) ?: ?(\d{{1,4}})(?!\w|[.,:]\d)"), _range),
    Rule("or more", Holds.DIGIT, re.compile(rf"(?<![\w.,])({NUMBER})\+(?![\w])"), _or_more),
    Rule("numbered", Holds.DIGIT, re.compile(r"(?:№|(?<!\w)N[º°]|#) ?(\d++)(?!\w)"), _numbered),
    Rule(
        "sign before a number",
        Holds.DIGIT,
        re.compile(rf"(?<![\w.,)])([-−+±~≈]) ?(?<!- )({NUMBER})(?!\w)"),
        _negative,
    ),
    Rule("number", Holds.DIGIT, re.compile(rf"(?<![\w.,])(?<!\d[.,]){NUMBER}(?!\w)"), _plain),
    Rule("decimal", Holds.DIGIT, re.compile(r"(?<![\w.])\.(\d{1,9})(?![\w.])"), _decimal),
    Rule("figures", Holds.DIGIT, re.compile(r"\d++"), _rest),
)

NUMBERS_ANYWHERE = (
    Rule(
        "number",
        Holds.DIGIT,
        re.compile(r"(?<![\w.,:/-])\d{1,3}(?:([ ,.])\d{3})(?:\1\d{3})*+(?![\w]|[.,:/-]\d)"),
        _thousands_anywhere,
    ),
    Rule("number", Holds.DIGIT, re.compile(r"(?<![\w.,:/-])\d++(?![\w]|[.,:/-]\d)"), _anywhere),
)
