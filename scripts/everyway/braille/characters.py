"""Text made ready for a translator: what it would misread or does not know is said in a way that it does know."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from everyway.braille.cells import FIXED, LOWERED, NOTE_BEGINS, NOTE_ENDS, RAISED, digits

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"))
_SPACES = {ord(space): FIXED for space in "\u2007\u202f"} | {ord(space): " " for space in "\u2000\u2002\u2003\u2009"}
_LIKE = {"‒": "–", "―": "—", "‹": "‘", "›": "’", "″": "”", "′": "'", "№": "No."}
_HIGH = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_LOW = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
_RAISED = re.compile(f"[{''.join(_HIGH)}]+")
_LOWERED = re.compile(f"[{''.join(_LOW)}]+")
_BULLET = {"•": "⠸⠲"}

_ADDRESS = re.compile(
    r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:https?|ftp)://[^\s<>“”‘’\"]*[\w/]"
    r"|\bwww\.[^\s<>“”‘’\"]*[\w/]"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|gov|edu|nhs|uk|wales|cymru|scot|london|eu|info)\b(?:/[^\s<>“”‘’\"]*[\w/])?"
)
_QUOTES = re.compile("[‘’]")


def readied(text: str, knows: Callable[[str], bool]) -> str:
    """The text with what has no sign in braille told otherwise; braille patterns in it are cells already.

    Raised and lowered digits become cells (Rules of UEB, 7.2.6), a character that the code does not know its name in
    transcriber's note signs (3.27).
    """
    if text.isascii():
        return text
    text = text.translate(_UNSEEN).translate(_SPACES)
    text = _RAISED.sub(lambda found: RAISED + digits("".join(_HIGH[each] for each in found[0])), text)
    text = _LOWERED.sub(lambda found: LOWERED + digits("".join(_LOW[each] for each in found[0])), text)
    return "".join(each if each.isascii() or "\u2800" <= each <= "\u28ff" else _told(each, knows) for each in text)


def _told(character: str, knows: Callable[[str], bool]) -> str:
    if knows(character) or character == FIXED:
        return character
    if character in _BULLET:
        return _BULLET[character]
    like = _LIKE.get(character) or unicodedata.normalize("NFKC", character)
    if like != character and all(each.isascii() or knows(each) for each in like):
        return like
    bare = "".join(each for each in unicodedata.normalize("NFD", character) if not unicodedata.combining(each))
    if bare.isascii() and bare:
        return bare
    return f"{NOTE_BEGINS}{unicodedata.name(character, 'unknown character').lower()}{NOTE_ENDS}"


def apostrophes(text: str) -> str:
    """The text, as long as before, with each ’ that does not close a quotation as the sign that can only be one.

    In print both look alike; in braille they do not.
    """
    if "’" not in text:
        return text
    marked = list(text)
    opened = 0
    for found in _QUOTES.finditer(text):
        at = found.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if found[0] == "‘":
            opened += 1
        elif opened and not (before.isalnum() and after.isalnum()):
            opened -= 1
        else:
            marked[at] = "'"
    return "".join(marked)


def addresses(text: str) -> list[tuple[int, int]]:
    """Where e-mail and web addresses stand, as (start, end): they are not contracted (Rules of UEB, 10.12.3)."""
    if "@" not in text and "." not in text:
        return []
    return [found.span() for found in _ADDRESS.finditer(text)]


def as_sentence(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
