"""Languages in three letters (ISO 639-2), as the files of players tell them; BCP 47 tags have two."""

from __future__ import annotations

from collections.abc import Mapping

THREE_LETTERS: Mapping[str, str] = {
    "ar": "ara", "bg": "bul", "bn": "ben", "cs": "ces", "cy": "cym", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle", "gd": "gla", "gu": "guj",
    "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "it": "ita", "ja": "jpn", "ko": "kor", "ku": "kur",
    "kw": "cor", "lt": "lit", "lv": "lav", "mt": "mlt", "ne": "nep", "nl": "nld", "no": "nor", "pa": "pan",
    "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "so": "som",
    "sq": "sqi", "sv": "swe", "ta": "tam", "te": "tel", "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd",
    "vi": "vie", "zh": "zho",
}  # fmt: skip

UNKNOWN = "und"


def three_letters(language: str) -> str:
    """The code of a BCP 47 tag: "eng" for "en-GB", "und" for one that is not in the table."""
    return THREE_LETTERS.get(language.split("-")[0].lower(), UNKNOWN)
