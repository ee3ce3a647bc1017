"""The International Phonetic Alphabet in eSpeak NG's own notation, which is read from `ipa.toml` beside this file."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).with_suffix(".toml")
_FALLBACK = "en"

STRESS = "'"


def espeak_phonemes(ipa: str, language: str) -> str:
    """IPA as eSpeak NG's phonemes for a language (BCP 47); "" when it holds a sound that the table does not know.

    A word without a mark of stress gets one at its start, or it would be said as "the" is.
    """
    return _phonemes(ipa, language.split("-")[0].lower())


def unknown_sounds(ipa: str, language: str) -> str:
    """The first sounds of IPA that no row of the table begins with; "" when all are known."""
    table = _table(language.split("-")[0].lower())
    left = _plain(ipa)
    while left:
        sign = _next(left, table)
        if not sign:
            return left[:1]
        left = left[len(sign) :]
    return ""


@cache
def _phonemes(ipa: str, language: str) -> str:
    if unknown_sounds(ipa, language):
        return ""
    table = _table(language)
    left = _plain(ipa)
    parts = []
    while left:
        sign = _next(left, table)
        parts.append(table[sign])
        left = left[len(sign) :]
    phonemes = "".join(parts).strip()
    return phonemes if STRESS in phonemes else STRESS + phonemes


def _next(left: str, table: dict[str, str]) -> str:
    return next((left[:size] for size in range(min(4, len(left)), 0, -1) if left[:size] in table), "")


def _plain(ipa: str) -> str:
    """IPA without the slashes and brackets it is quoted in, each sign in its one form."""
    return unicodedata.normalize("NFD", ipa.strip().strip("/[]").replace(":", "ː").replace("'", "ˈ")).replace("ç", "ç")


@cache
def _table(language: str) -> dict[str, str]:
    tables: dict[str, dict[str, str]] = tomllib.loads(_TABLES.read_text("utf-8"))
    rows = tables["all"] | tables.get(language, tables[_FALLBACK])
    return {unicodedata.normalize("NFD", sign): phonemes for sign, phonemes in rows.items()}
