"""Tokens as a line that a person can read, and as the bare words that a listener hears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from everyway.speech.tokens import Digits, Letters, Pause, Sounds, Spoken, Token, Words

FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def readable(tokens: Iterable[Token]) -> str:
    """Words as they are, <NHS> letter by letter, #0303 figure by figure, | a pause, word/sounds/, [cy: words]."""
    text = " ".join(_readable(token) for token in tokens)
    return re.sub(r" (?=[.,;:?!]+(?: |$))", "", text)


def _readable(token: Token) -> str:
    match token:
        case Words(text=text):
            return text
        case Letters(text=text):
            return f"<{text}>"
        case Digits(text=text):
            return f"#{text}"
        case Sounds(text=text, ipa=ipa):
            return f"{text}/{ipa}/"
        case Pause():
            return "|"
        case Spoken(tokens=tokens, language=language):
            return f"[{language}: {readable(tokens)}]"


def heard(tokens: Iterable[Token]) -> list[str]:
    """What is heard, word by word in small letters; each letter and figure is a word of its own."""
    return [word for token in tokens for word in _heard(token)]


def _heard(token: Token) -> Iterator[str]:
    match token:
        case Words(text=text) | Sounds(text=text):
            yield from re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.lower())
        case Letters(text=text):
            yield from (FIGURES[int(one)] if one.isdigit() else one for one in text.lower() if one.isalnum())
        case Digits(text=text):
            yield from (FIGURES[int(one)] for one in text)
        case Spoken(tokens=tokens):
            yield from heard(tokens)
        case Pause():
            pass
