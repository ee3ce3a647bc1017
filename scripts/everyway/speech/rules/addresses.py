"""E-mail and web addresses, names with @, tags with #, and whatever is to be typed exactly: signs by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from everyway.speech.rules.capitals import known_letters
from everyway.speech.rules.rule import LETTER, RAISED_OR_PARTS, Holds, Rule, Said
from everyway.speech.rules.tongue import Tongue, table
from everyway.speech.tokens import Digits, Letters, Token, Words

_ENDINGS = (
    "uk|com|org|net|gov|edu|int|eu|info|io|wales|scot|cymru|london|ie|health|nhs|"
    "pdf|docx?|xlsx?|csv|html?|md|yml|zip|mp3|epub|txt|jpe?g|png|svg"
)
_LETTERS = frozenset(table("capitals")["addresses"]["letters"].split())
_PIECE = re.compile(rf"{LETTER}+|\d+|[^\w\s]|_|\s+|[{RAISED_OR_PARTS}]")
_HUMPS = re.compile(rf"([A-Z]{{2,}})((?:(?![A-Z]){LETTER})+)|[A-Z]?(?:(?![A-Z]){LETTER})+|[A-Z]+|\d+")
_VOWELS = frozenset("aeiouyàâäéèêëîïôöûüùŵŷ")
_TRAILING = ".,;:?!'\")]}>…"


def spelled(text: str, tongue: Tongue) -> tuple[Token, ...]:
    """Characters to be typed exactly: words as words, figures one by one, signs by name."""
    said: list[Token] = []
    for piece in _PIECE.findall(text):
        if piece.isspace():
            continue
        if piece.isdecimal():
            said.append(Digits(piece))
        elif piece[0].isalpha():
            said.append(_piece(piece, tongue))
        elif name := tongue.signs.get(piece) or _name(piece):
            said.append(Words(name))
    return tuple(said)


def _piece(piece: str, tongue: Tongue) -> Token:
    if len(piece) == 1:
        return Letters(piece.upper()) if piece.isascii() else Words(piece)
    if piece.casefold() in _LETTERS or tongue.lexicon.letters(piece) or (piece.isascii() and _no_vowel(piece)):
        return Letters(piece.upper())
    return Words(piece)


def _no_vowel(piece: str) -> bool:
    return len(piece) <= 5 and not _VOWELS & set(piece.casefold())


def _name(sign: str) -> str:
    name = unicodedata.name(sign, "").lower().replace("-", " ")
    return name if name.replace(" ", "").isalpha() else ""


def _email(match: re.Match[str], tongue: Tongue) -> Said | None:
    return spelled(match[0], tongue) if tongue.signs else None


def _web(match: re.Match[str], tongue: Tongue) -> Said | None:
    """The protocol is not said, nor a slash at the end; stops behind an address are not part of it."""
    if not tongue.signs:
        return None
    whole = match[0].rstrip(_TRAILING)
    stops = match[0][len(whole) :].lstrip("'\")]}>")[:1]
    address = whole.split("://", 1)[-1].rstrip("/")
    return (*spelled(address, tongue), *((Words(stops),) if stops in (".", ",", ";", ":", "?", "!") else ()))


def _handle(match: re.Match[str], tongue: Tongue) -> Said | None:
    name = "at" if match[1] == "@" else "hashtag"
    pieces = [piece for part in match[2].split("_") for piece in _humps(part, tongue)]
    return [Words(name), *(Digits(piece) if piece.isdecimal() else _hump(piece, tongue) for piece in pieces)]


def _humps(part: str, tongue: Tongue) -> Iterator[str]:
    """The words of "EndPJparalysis": capitals belong to the letters before them when those are known as such."""
    for hump in _HUMPS.finditer(part):
        capitals, rest = hump[1], hump[2]
        if not capitals:
            yield hump[0]
        elif known_letters(capitals, tongue) or (len(capitals) == 2):
            yield from (capitals, rest)
        else:
            yield from (capitals[:-1], capitals[-1] + rest)


def _hump(piece: str, tongue: Tongue) -> Token:
    if piece.isascii() and piece.isupper():
        return Letters(piece)
    return _piece(piece, tongue)


_LABEL = r"[A-Za-z0-9](?:[\w-]*+)"

ADDRESSES = (
    Rule(
        "e-mail",
        Holds.SIGN,
        re.compile(r"(?<![\w.+%-])[\w.+%-]++@[^\W_][\w-]*+(?:\.[\w-]++)+"),
        _email,
    ),
    Rule("web", Holds.SIGN, re.compile(r"(?<!\w)(?i:https?|ftp)://[^\s<>\"]++"), _web),
    Rule("web", Holds.ANYTHING, re.compile(r"(?<![\w@.])(?i:www)\.[^\s<>\"]++"), _web),
    Rule(
        "web",
        Holds.ANYTHING,
        re.compile(
            rf"(?<![\w@.-])[\w-]++(?:\.(?!(?:{_ENDINGS})(?!\w))[\w-]++)*+(?:\.(?:{_ENDINGS})(?![\w-]))++(?:/[^\s<>\"]*+)?"
        ),
        _web,
    ),
    Rule("handle", Holds.SIGN, re.compile(r"(?<![\w@#&])([@#])([^\W\d]\w*+)"), _handle),
)
