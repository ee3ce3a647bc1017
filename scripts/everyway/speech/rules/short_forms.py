"""Short forms said in full: "e.g.", "Dr Jones", "Mill St", "No. 5", "pp. 4–6", "and/or", "child(ren)"."""

from __future__ import annotations

import re

from everyway.speech.rules.rule import Holds, Rule, Said, after
from everyway.speech.rules.tongue import Tongue, table


def _with_capitals(forms: dict[str, str]) -> dict[str, str]:
    """The forms, and those in small letters once more as they stand at the start of a sentence."""
    capitals = {form[0].upper() + form[1:]: said[0].upper() + said[1:] for form, said in forms.items()}
    return {**capitals, **forms}


_FORMS = {kind: _with_capitals(forms) for kind, forms in table("short_forms").items()}
_BARE = {kind: {form.replace(".", ""): said for form, said in forms.items()} for kind, forms in _FORMS.items()}
_STOP_NEEDED = {
    "p",
    "s",
    "ss",
    "c",
    "v",
    "no",
    "nos",
    "art",
    "col",
    "gen",
    "sen",
    "ch",
    "reg",
    "ed",
    "sec",
    "max",
    "min",
    "temp",
    "gov",
}
"""Forms that are words or letters of their own when no stop stands behind them."""


def _either(kind: str) -> str:
    return "|".join(_pattern(form) for form in sorted(_FORMS[kind], key=lambda form: (-len(form), form)))


def _pattern(form: str) -> str:
    if not form.endswith("."):
        return re.escape(form)
    inner = re.escape(form[:-1]).replace(r"\.", r"\.?")
    return inner + (r"\." if form[:-1].casefold() in _STOP_NEEDED else r"(?:\.(?=\W|$)|(?!\.\w))")


def _known(match: re.Match[str], kind: str) -> str | None:
    return _BARE[kind].get(match[0].rstrip().replace(".", ""))


def _anywhere(match: re.Match[str], tongue: Tongue) -> Said | None:
    return _known(match, "anywhere")


def _before_name(match: re.Match[str], tongue: Tongue) -> Said | None:
    return _known(match, "before_name")


def _after_name(match: re.Match[str], tongue: Tongue) -> Said | None:
    return _known(match, "after_name")


def _before_number(match: re.Match[str], tongue: Tongue) -> Said | None:
    return _known(match, "before_number")


def _or_more(match: re.Match[str], tongue: Tongue) -> Said:
    """“child(ren)” and “service(s)”."""
    return f"{match[1]} or {match[1]}{match[2]}"


def _against(match: re.Match[str], tongue: Tongue) -> Said | None:
    return "versus" if re.match(r" [A-Z]", after(match)) else None


_AFTER_A_NAME = r"(?:(?<=[a-z] )|(?<=[a-z]' )|(?<=[A-Z] ))"
_NOT_A_NAME = r"(?!\w)(?! [A-Z][a-z])"

SHORT_FORMS = (
    Rule("short form", Holds.ANYTHING, re.compile(rf"(?<![\w./@])(?:{_either('anywhere')})(?![\w/@])"), _anywhere),
    Rule(
        "short form before a number",
        Holds.DIGIT,
        re.compile(rf"(?<![\w./])(?:{_either('before_number')}) ?(?=\d)"),
        _before_number,
    ),
    Rule(
        "short form before a name",
        Holds.ANYTHING,
        re.compile(rf"(?<![\w./])(?:{_either('before_name')})(?= [A-Z](?:[a-z'.]| ))"),
        _before_name,
    ),
    Rule(
        "short form behind a name",
        Holds.ANYTHING,
        re.compile(rf"(?<![\w./]){_AFTER_A_NAME}(?:{_either('after_name')}){_NOT_A_NAME}"),
        _after_name,
    ),
    Rule("one or more", Holds.SIGN, re.compile(r"(?<!\w)([^\W\d_]++)\(((?:s|es|ren|n|ies))\)(?!\w)"), _or_more),
    Rule("against", Holds.ANYTHING, re.compile(r"(?<=[a-z] )v(?= [A-Z])"), _against),
)
