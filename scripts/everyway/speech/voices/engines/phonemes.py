"""Tokens to the phonemes that Kokoro and hibari were taught, word by word.

The alphabet is IPA with single letters for what English glides through (A as in "day", I "eye", W "now", Y "boy", Q
British and O American "go"). Words are looked up by hibari's lexicons; letters, figures and sounds never are.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from everyway.speech.tokens import Digits, Letters, Pause, Sounds, Spoken, Token, Words
from everyway.speech.voices.engines.ssml import is_stop

TABLES = Path(__file__).with_name("phonemes.toml")


@dataclass(frozen=True, slots=True)
class Part:
    """Phonemes of a word of the text, or of a stop (`word` is None then); or a pause, in milliseconds."""

    phonemes: str
    word: int | None = None
    space: bool = False
    pause: int = 0


class Reader:
    """Turns tokens into phonemes; `ids` are the numbers of those that the voice knows."""

    def __init__(self, *, british: bool) -> None:
        import hibari  # type: ignore[import-untyped, import-not-found, unused-ignore]
        from hibari.g2p import G2P  # type: ignore[import-untyped, import-not-found, unused-ignore]

        self._lexicon = G2P(british=british)
        self._accent = "british" if british else "american"
        file = Path(hibari.__file__).parent / "assets" / "vocab.json"
        self.ids: dict[str, int] = json.loads(file.read_text("utf-8"))

    def parts(self, tokens: Sequence[Token]) -> tuple[tuple[Part, ...], tuple[str, ...]]:
        """What is said of tokens in order, and its words as they are written."""
        parts: list[Part] = []
        words: list[str] = []
        for token in _flat(tokens):
            if isinstance(token, Pause):
                parts.append(Part(",", space=True, pause=token.milliseconds))
                continue
            phonemes = self._said(token)
            if phonemes is None:
                parts += self._read(token.text, words)
            elif phonemes:
                parts.append(Part(phonemes, len(words), space=True))
                words.append(token.text)
        return tuple(parts), tuple(words)

    def _said(self, token: Words | Letters | Digits | Sounds) -> str | None:
        """The phonemes of a token that is not looked up; None for one that is."""
        if isinstance(token, Letters | Digits):
            names = _tables()["names"]
            known = [self.of_ipa(names[sign]) or "" for sign in token.text.upper() if sign in names]
            if isinstance(token, Digits):
                return " ".join(known) or None
            # As an abbreviation is said: the weight is on its last letter.
            return "".join([*(name.replace("ˈ", "ˌ") for name in known[:-1]), *known[-1:]]) or None
        return self.of_ipa(token.ipa) if isinstance(token, Sounds) else None

    def of_ipa(self, ipa: str) -> str | None:
        """The phonemes of sounds in IPA; None when there is one among them that the voice does not know."""
        said = unicodedata.normalize("NFC", ipa.strip().strip("/[]").replace(":", "ː").replace("'", "ˈ"))
        for table in ("ipa", self._accent):
            for sounds, phonemes in _tables()[table].items():
                said = said.replace(sounds, phonemes)
        if any(sign not in self.ids for sign in said):
            return None
        return said if "ˈ" in said else f"ˈ{said}"

    def _read(self, text: str, words: list[str]) -> Iterator[Part]:
        """The parts of words that are looked up; each word of the text is counted, said or not, but no stop."""
        plain = " ".join(text.translate(_UNSAFE).split())
        if not plain:
            return
        found = self._lexicon.phonemize_tokens(self._lexicon.tokenize(plain))
        written = text.split()
        if len(written) != len(plain.split()):
            written = plain.split()
        if sum(bool(one.whitespace) for one in found) != len(written) - 1:
            found = [one for word in plain.split() for one in self._alone(word)]
        numbers: list[int | None] = []
        for piece in written:
            numbers.append(None if is_stop(piece) else len(words))
            if not is_stop(piece):
                words.append(piece)
        at = 0
        for one in found:
            phonemes = "".join(sign for sign in one.phonemes or "" if sign in self.ids)
            if phonemes:
                spoken = any(sign.isalpha() for sign in phonemes)
                yield Part(phonemes, numbers[at] if spoken else None, space=bool(one.whitespace))
            at += bool(one.whitespace)
        yield Part(" ")

    def _alone(self, word: str) -> list[Any]:
        found: list[Any] = self._lexicon.phonemize_tokens(self._lexicon.tokenize(word))
        for one in found:
            one.whitespace = ""
        if found:
            found[-1].whitespace = " "
        return found


def _flat(tokens: Sequence[Token]) -> Iterator[Words | Letters | Digits | Sounds | Pause]:
    for token in tokens:
        if isinstance(token, Spoken):
            yield from _flat(token.tokens)
        else:
            yield token


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = tomllib.loads(TABLES.read_text("utf-8"))
    return {name: {unicodedata.normalize("NFC", a): b for a, b in rows.items()} for name, rows in tables.items()}


_UNSAFE = {ord("["): " ", ord("]"): " ", ord("’"): "'", ord("\u00a0"): " ", ord("\u202f"): " "}
"""Brackets would be commands to hibari's reader."""
