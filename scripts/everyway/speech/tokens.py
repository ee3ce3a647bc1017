"""What is said, as typed tokens: each voice renders them in its engine's own way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words as anybody would read them aloud: no digits, signs or abbreviations are left. Stops and commas may be."""

    text: str


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters said one by one by their names ("NHS"): never sent as spaced letters, for a lone A is an article."""

    text: str


@dataclass(frozen=True, slots=True)
class Digits:
    """Figures said one by one ("0303")."""

    text: str


@dataclass(frozen=True, slots=True)
class Sounds:
    """A word with its sounds in the International Phonetic Alphabet; an engine without phonemes says `text`."""

    text: str
    ipa: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence inside an utterance."""

    milliseconds: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """Tokens in another language than the utterance (BCP 47 tag)."""

    tokens: tuple[Token, ...]
    language: str


Token = Words | Letters | Digits | Sounds | Pause | Spoken
