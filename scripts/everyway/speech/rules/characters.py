"""Characters that only look different, made the same before any rule reads them."""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f", ""),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2012\u2013\u2e3a", "–"),
        **dict.fromkeys("\u2014\u2015\u2e3b", "—"),
        "\u2044": "/",
        "\u2215": "/",
        "\u2026": "…",
    }
)
_KEPT = frozenset("²³")
_RARE = re.compile(r"[^\x00-\x7f²³’'“”–—…£€°×½¼¾\u00c0-\u024f]")


def plain_characters(text: str) -> str:
    """A text with single spaces, straight quotes, two lengths of dash and figures of one kind; nothing invisible."""
    text = unicodedata.normalize("NFC", text).translate(_SAME)
    if _RARE.search(text):
        text = "".join(_figure(character) for character in text)
    return " ".join(text.split())


def _figure(character: str) -> str:
    """A figure as 0 to 9, whatever its script, its ring or its height; squares and cubes have rules of their own."""
    if character.isascii() or character in _KEPT or not (character.isdigit() or character.isnumeric()):
        return " " if unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs") else character
    figure = unicodedata.digit(character, None)
    if figure is not None:
        return str(figure)
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain.isascii() else character
