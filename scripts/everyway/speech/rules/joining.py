"""Parts that rules have read and the plain words between them, joined to tokens with the stops and pauses of speech."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from everyway.speech.rules.letters import with_s
from everyway.speech.rules.tongue import Tongue
from everyway.speech.tokens import Letters, Token, Words

_SHORT_PAUSE = re.compile(r"\s+-+\s+|\s*--+\s*|\s*—\s*|\s+–\s+|\s*(?:…|\.{2,})\s*|\s*[()\[\]{}]\s*")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-–](?=[^\W\d_])")
_APOSTROPHE = re.compile(r"(?<=[^\W_])'(?=[^\W_])")
_PLAIN = re.compile(r"[A-Za-z .,;:?!]*")
_STOPS = ".,;:?!"
_SPACES_BEFORE_STOPS = re.compile(r"\s+(?=[.,;:?!])")
_COMMAS = re.compile(r",(?=[.,;:?!])|(?<=[.;:?!]),")
_ENDS = re.compile(r"([.?!])[\"')\]]*$")
_ONLY_STOPS = re.compile(r"[\s.,;:?!']*")


def joined(text: str, parts: Iterable[tuple[int, int, tuple[Token, ...]]], tongue: Tongue) -> tuple[Token, ...]:
    """The tokens of a whole text: what rules said, and between them the words as they stand."""
    row: list[Token] = []
    at = 0
    for start, end, said in parts:
        _add_plain(row, text[at:start], tongue)
        row += said
        at = end
    _add_plain(row, text[at:], tongue)
    return tuple(_tidy(row))


def finished(row: Iterable[Token], text: str) -> tuple[Token, ...]:
    """Tokens of a whole utterance: no stop in front of the first word, and at the end the one that was written."""
    tokens = _tidy(list(row))
    while tokens and isinstance(first := tokens[0], Words) and first.text[0] in _STOPS:
        words = first.text.lstrip(_STOPS + " ")
        tokens[:1] = [Words(words)] if words else []
    while tokens and isinstance(last := tokens[-1], Words) and last.text[-1] in ",;":
        words = last.text.rstrip(",; ")
        tokens[-1:] = [Words(words)] if words else []
    if tokens and (end := _ENDS.search(text.rstrip())):
        final = tokens[-1]
        if not isinstance(final, Words):
            tokens.append(Words(end[1]))
        elif final.text[-1] not in ".?!":
            tokens[-1] = Words(final.text.rstrip(_STOPS) + end[1])
    return tuple(tokens)


def _add_plain(row: list[Token], text: str, tongue: Tongue) -> None:
    if (
        tongue.english
        and row
        and isinstance(last := row[-1], Letters)
        and text.startswith("'s")
        and not text[2:3].isalpha()
    ):
        row[-1:] = with_s(last.text)
        text = text[2:]
    if words := _words(text, tongue):
        row.append(Words(words))


def _words(text: str, tongue: Tongue) -> str:
    """Plain words with stops and commas only: brackets and dashes are commas, quotation marks are not said."""
    if not text.strip():
        return ""
    glued = "'" if text.startswith("'s") else ""
    text = _SHORT_PAUSE.sub(", ", text)
    if not _PLAIN.fullmatch(text):
        text = _HYPHEN.sub("\x01", _APOSTROPHE.sub("\x02", text))
        text = "".join(_character(character, tongue) for character in text).replace("\x01", "-").replace("\x02", "'")
    return glued + " ".join(text.split())


def _character(character: str, tongue: Tongue) -> str:
    if character in "\x01\x02 " or character in _STOPS or character.isalpha():
        return character
    if character.isdigit():  # only where a language has no words for its numbers, or another script its own
        return character if not tongue.english else " "
    return character if unicodedata.category(character).startswith("M") else " "


def _tidy(row: list[Token]) -> list[Token]:
    """Neighbouring words as one token; stops without spaces before them, and never two where one was meant."""
    tidied: list[Token] = []
    for token in _with_whole_words(row):
        if isinstance(token, Words):
            text = _COMMAS.sub("", _SPACES_BEFORE_STOPS.sub("", token.text)).strip()
            text = _COMMAS.sub("", text)
            if _ONLY_STOPS.fullmatch(text):
                text = text.replace("'", "").strip()[:1]
                if not tidied or text in ":;":
                    text = "," if tidied and text else ""
            if not text:
                continue
            token = Words(text)
        tidied.append(token)
    return tidied


def _with_whole_words(row: list[Token]) -> Iterator[Token]:
    words = ""
    for token in row:
        if isinstance(token, Words):
            joint = "" if not words or token.text[:1] in _STOPS or token.text.startswith("'s") else " "
            words += joint + token.text
            continue
        if words:
            yield Words(words)
        words = ""
        yield token
    if words:
        yield Words(words)
