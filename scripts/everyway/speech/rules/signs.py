"""Signs that are said: & + = × < > © and their like; emoji by their names; what is left is not said."""

from __future__ import annotations

import re
import unicodedata

from everyway.speech.rules.rule import Holds, Rule, Said, after, before
from everyway.speech.rules.tongue import Tongue
from everyway.speech.tokens import Letters, Words

_NAMES = {
    "&": "and", "+": "plus", "=": "equals", "×": "times", "÷": "divided by", "<": "less than", ">": "more than",
    "≤": "at most", "≥": "at least", "±": "plus or minus", "≠": "is not", "≈": "about", "~": "about", "@": "at",
    "%": "per cent", "©": "copyright", "§": "section", "£": "pounds", "€": "euros", "$": "dollars", "°": "degrees",
    "→": "to", "✓": "yes", "✔": "yes", "✗": "no", "✘": "no", "❌": "no", "✅": "yes", "№": "number",
    "√": "square root of", "∞": "infinity", "−": "minus", "/": "slash", "²": "squared", "³": "cubed", "µ": "micro",
}  # fmt: skip
_EMOJI = (
    r"[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001f9ff"
    r"\U0001fa70-\U0001faff]"
)
_SHORT_UNITS = {"hr": "hour", "yr": "year", "wk": "week", "mth": "month"}
_NOT_NAMED = re.compile(r"EMOJI MODIFIER|VARIATION|BALLOT BOX$|BULLET|ARROW|ORNAMENT|\bSIGN$")


def _sign(match: re.Match[str], tongue: Tongue) -> Said | None:
    if match[0] in "£€$" and re.search(r"\b(?:the|a|per|each) $", before(match)):
        return _NAMES[match[0]][:-1]
    return _NAMES.get(match[0].strip())


def _by(match: re.Match[str], tongue: Tongue) -> Said:
    """Between two measures, as in “3m × 4m”, or two numbers that give no sum."""
    rest = after(match)
    return "times" if "=" in rest or "=" in before(match) else "by"


def _emoji(match: re.Match[str], tongue: Tongue) -> Said | None:
    sign = match[0][0]
    if sign in _NAMES:
        return _NAMES[sign]
    name = unicodedata.name(sign, "")
    if not name or _NOT_NAMED.search(name) or not name.replace(" ", "").replace("-", "").isalpha():
        return ""
    return f", {name.replace('-', ' ').lower()},"


def _grade(match: re.Match[str], tongue: Tongue) -> Said:
    return [Letters(match[1]), Words("star" if match[2] == "*" else "plus" if match[2] == "+" else "minus")]


def _slash(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“£30/hour” is so much an hour; between words a slash is said."""
    if match[1]:
        return f"per {_SHORT_UNITS[match[1].rstrip('s')]}"
    unit = re.match(r" ?(?:hour|hr|day|week|month|year|person|night|head|mile|visit|child|unit)\b", after(match))
    if unit and re.search(r"(?:[\d%)]|\b\d\S{0,3}|million|billion|[€£$]\S*)$", before(match)):
        return "per"
    return "slash"


def _grades(match: re.Match[str], tongue: Tongue) -> Said:
    return [Letters(match[1]), Words("star to"), Letters(match[2])]


GRADES = (
    Rule("grade", Holds.SIGN, re.compile(r"(?<!\w)([A-G])\* ?[-–—] ?([A-G])(?!\w)"), _grades),
    Rule("grade", Holds.SIGN, re.compile(r"(?<!\w)([A-G])([*+−])(?!\w)"), _grade),
    Rule("letters and more", Holds.SIGN, re.compile(r"(?<=[A-Z])\+(?!\w)"), lambda match, tongue: "plus"),
)

SIGNS = (
    Rule("by", Holds.DIGIT, re.compile(r"(?:(?<=[\dm])|(?<=[cmk]m)|(?<=ft)) ?[x×] ?(?=\d)"), _by),
    Rule("slash", Holds.SIGN, re.compile(r"(?<=[\w)%]) ?/ ?(?:(hrs?|yr|wk|mth)(?!\w)|(?=[\w(]))"), _slash),
    Rule("squared", Holds.ANYTHING, re.compile(r"(?<=[\w)])[²³]"), _sign),
    Rule("sign", Holds.SIGN, re.compile(r"(?<!-)[&+=×÷≤≥±≠≈@%©§£€$°→№√∞−²³µ](?!\w*@)"), _sign),
    Rule("sign", Holds.SIGN, re.compile(r"(?<![<>=-])[<>~](?= ?[\w£€$-])(?![<>/])"), _sign),
    Rule("emoji", Holds.SIGN, re.compile(_EMOJI), _emoji),
)
