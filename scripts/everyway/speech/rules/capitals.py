"""Capitals: letters that are said one by one, words that are made of letters, and words that are only stressed."""

from __future__ import annotations

import re

from everyway.speech.rules.letters import with_s
from everyway.speech.rules.rule import Holds, Rule, Said, after, before, tokens
from everyway.speech.rules.tongue import Tongue, table
from everyway.speech.tokens import Letters, Token, Words

UNKNOWN = "unknown capitals"
"""The name of the rule that guesses: what it reads is told to the editor."""

_TABLES = table("capitals")
_SAID_AS_WORDS = _TABLES["words"]
_LETTERS = frozenset(_TABLES["letters"]["known"].split())
_STRESSED = frozenset(_TABLES["stressed"]["words"].split())
_LONGEST_LETTERS = 5
"""Longer rows of capitals with vowels among them are most often a word in capitals."""
_VOWEL = re.compile("[AEIOU]")
_BEHIND_THINGS = (
    r"(?:Plan|plan|Group|group|Hepatitis|hepatitis|Vitamin|vitamin|Type|type|Grade|grade|Class|class|Section|section|Part|"
    r"part|Appendix|appendix|Annex|annex|Option|option|Level|level|Schedule|schedule|Category|category|Tier|tier|Table|table|"
    r"Zone|zone|Block|block|Team|team|Question|question|Exhibit|exhibit|Strep|strep|Influenza|influenza|Band|band|Form|form|"
    r"Unit|unit|Column|column|Box|box|letter)"
)


def known_letters(word: str, tongue: Tongue) -> bool:
    """Whether everybody, or the publication's lexicon, says a word letter by letter."""
    return word in _LETTERS or tongue.lexicon.letters(word)


def _known(match: re.Match[str], tongue: Tongue) -> Said | None:
    word, ending = match[1], (match[2] or "")
    plural = ending.lstrip("'") == "s"
    if tongue.english and word in _SAID_AS_WORDS:
        return _SAID_AS_WORDS[word] + ending
    entry = tongue.lexicon.say(word, tongue.language)
    if entry is not None and plural:
        letters = entry[0]
        return with_s(letters.text) if isinstance(letters, Letters) else [*entry, Words("'s")]
    if word in _LETTERS:
        return with_s(word) if plural and tongue.english else Letters(word + ("" if tongue.english else ending))
    return None


def _unknown(match: re.Match[str], tongue: Tongue) -> Said | None:
    word, ending = match[1], (match[2] or "")
    if tongue.english and _is_a_word(word):
        return None
    return with_s(word) if ending.lstrip("'") == "s" and tongue.english else Letters(word)


def _is_a_word(word: str) -> bool:
    return word in _STRESSED or (len(word) > _LONGEST_LETTERS and _VOWEL.search(word) is not None)


def _stressed(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“You must NOT”, “IMPORTANT”: a word like others; its letters become small, so that no voice spells them."""
    word = match[0]
    return word.lower() if tongue.english and _is_a_word(word) and not _is_letters(word, tongue) else None


def _is_letters(word: str, tongue: Tongue) -> bool:
    return word in _LETTERS or tongue.lexicon.entry(word) is not None or word in _SAID_AS_WORDS


def _shouted(match: re.Match[str], tongue: Tongue) -> Said | None:
    """A whole row of words in capitals: most of them have to be everyday words, or long."""
    words = match[0].split()
    if 2 * sum(_is_a_word(word.strip(",;:'")) for word in words) < len(words):
        return None
    said: list[str | Token] = []
    for word in words:
        bare = word.strip(",;:'")
        if not _is_a_word(bare) and _is_letters(bare, tongue):
            said += tokens(_letters_of(bare, tongue))
        else:
            said.append(word.lower())
    return said


def _letters_of(word: str, tongue: Tongue) -> Said:
    if entry := tongue.lexicon.say(word, tongue.language):
        return entry
    return _SAID_AS_WORDS.get(word) or Letters(word)


def _dotted(match: re.Match[str], tongue: Tongue) -> Said:
    return Letters(match[0].replace(".", "").upper())


def _initial(match: re.Match[str], tongue: Tongue) -> Said:
    return Letters(match[1])


def _with_and(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“A&E”, “R&D”, “Q&As”."""
    if "&" not in tongue.signs:
        return None
    last = with_s(match[2]) if match[3] else (Letters(match[2]),)
    return [Letters(match[1]), Words(tongue.signs["&"]), *last]


def _lone_a(match: re.Match[str], tongue: Tongue) -> Said | None:
    return [Words(match[1]), Letters("A")]


def _initial_of_level(match: re.Match[str], tongue: Tongue) -> Said:
    """“A level” and “A road” begin with no article."""
    return Letters("A")


def _a_to_z(match: re.Match[str], tongue: Tongue) -> Said:
    return [Letters(match[1]), Words("to"), Letters(match[2])]


def _lone(match: re.Match[str], tongue: Tongue) -> Said | None:
    if match[0] == "A" and not re.match(r"(?:$|[.,;:!?)\"'](?!\w)| (?:and|or|to) [B-Z](?!\w)|\*|\+)", after(match)):
        return None  # the article
    if (
        match[0] == "A"
        and not before(match).strip(" \"'(")
        and after(match).strip()
        and not re.match(r"[.)] ", after(match))
    ):
        return Letters("A") if re.match(r",? (?:(?:and|or|to) )?[B-Z](?!\w)", after(match)) else None
    return Letters(match[0])


def _mixed_case(match: re.Match[str], tongue: Tongue) -> Said | None:
    """“PhD”, “BSc”, “mRNA” letter by letter; “NHSmail” letters and a word."""
    word = match[0]
    if word in _LETTERS or tongue.lexicon.letters(word):
        return Letters(word)
    if split := re.fullmatch(r"([A-Z]{2,})([a-z]{3,})", word):
        return [Letters(split[1]), Words(split[2])]
    if split := re.fullmatch(r"([a-z])([A-Z]{2,})", word):
        return Letters(word)
    return None


_S = r"('s(?!\w)|s(?![\w]))?"


def _bracketed(match: re.Match[str], tongue: Tongue) -> Said:
    """“(a)”, as in a list or a law."""
    return [Words(","), Letters(match[1].upper()), Words(",")]


BRACKETED = (
    Rule("letter in brackets", Holds.SIGN, re.compile(r"\(([a-hj-z])\)(?!\w)"), _bracketed),
    Rule("letters with stops", Holds.ANYTHING, re.compile(r"(?<![\w.])[ap]\.m\.(?!\w)"), _dotted),
)

WITH_AND = (
    Rule(
        "letters with and",
        Holds.CAPITALS,
        re.compile(r"(?<![\w&])([A-Z]{1,3}) ?& ?([A-Z]{1,3})(s?)(?![\w&])"),
        _with_and,
    ),
)

CAPITALS = (
    Rule("letters with stops", Holds.CAPITALS, re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}(?!\w)"), _dotted),
    Rule("letters with stops", Holds.CAPITALS, re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}[A-Z](?!\w)"), _dotted),
    Rule(
        "first letter of a name",
        Holds.CAPITALS,
        re.compile(r"(?<![\w.'])([A-HJ-Z])\.(?= [A-Z][a-z]| [A-Z]\.)"),
        _initial,
    ),
    Rule(
        "from letter to letter", Holds.CAPITALS, re.compile(r"(?<!\w)([A-Z]) ?[-–—] ?([A-Z])(?![\w'])(?!\.\w)"), _a_to_z
    ),
    Rule(
        "letter of a thing",
        Holds.CAPITALS,
        re.compile(rf"(?<!\w)({_BEHIND_THINGS}) A(?![\w'])(?! [a-z]{{3,}} (?:of|for)\b)"),
        _lone_a,
    ),
    Rule(
        "letter of a thing",
        Holds.CAPITALS,
        re.compile(r"(?<!\w)A(?=[- ][Ll]evels?(?!\w)| roads?(?!\w))"),
        _initial_of_level,
    ),
    Rule(
        "shouted words",
        Holds.CAPITALS,
        re.compile(r"(?<![\w&])(?:[A-Z][A-Z']*+[,;:]? ){2,}[A-Z][A-Z']*+(?![\w&])"),
        _shouted,
    ),
    Rule("known capitals", Holds.CAPITALS, re.compile(rf"(?<![\w'])([A-Z]{{2,}}){_S}(?![^\W_])"), _known),
    Rule("stressed word", Holds.CAPITALS, re.compile(r"(?<![\w'&])[A-Z]{2,}(?:'[A-Z]+)?(?![^\W_])"), _stressed),
    Rule(UNKNOWN, Holds.CAPITALS, re.compile(rf"(?<![\w'])([A-Z]{{2,}}){_S}(?![^\W_])"), _unknown),
    Rule("mixed capitals", Holds.CAPITALS, re.compile(r"(?<![\w'])(?=[^\W_]*[A-Z])[A-Za-z]{2,}(?!\w)"), _mixed_case),
    Rule("lone letter", Holds.CAPITALS, re.compile(r"(?<![\w'])(?:(?<![-&])|(?<=\w-))[A-HJ-Z](?![\w']|-[a-z])"), _lone),
)
