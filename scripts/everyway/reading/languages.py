"""Language tags (BCP 47): is this one?"""

import re

from everyway.reading.nearest import nearest

# ISO 639-1. Three-letter codes (ISO 639-3) are too many to list; any well-formed one is taken.
_TWO_LETTERS = re.compile(
    "a[abefkmnrsvyz]|b[aeghimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|g[adlnuv]|h[aeiortuyz]|i[adegikostu]|"
    "j[av]|k[agijklmnorsuvwy]|l[abginotuv]|m[ghiklnrsty]|n[abdeglnorvy]|o[cjmrs]|p[ailst]|qu|r[mnouw]|"
    "s[acdegiklmnoqrstuvw]|t[aeghiklnorstwy]|u[gkrz]|v[eio]|w[ao]|xh|y[io]|z[ahu]"
)
_TAG = re.compile(r"([a-z]{2,3})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*", re.I)
_NAMES = {
    "arabic": "ar",
    "bengali": "bn",
    "bsl": "bfi",
    "chinese": "zh",
    "cymraeg": "cy",
    "english": "en-GB",
    "french": "fr",
    "gaelic": "gd",
    "german": "de",
    "gujarati": "gu",
    "irish": "ga",
    "italian": "it",
    "polish": "pl",
    "portuguese": "pt",
    "punjabi": "pa",
    "romanian": "ro",
    "scots": "sco",
    "somali": "so",
    "spanish": "es",
    "turkish": "tr",
    "uk": "en-GB",
    "urdu": "ur",
    "welsh": "cy",
}


def known_language(tag: str) -> bool:
    """Whether a tag is well formed and its language is one that ISO 639 lists (`cy`, `en-GB`, `zh-Hans`, `sco`)."""
    match = _TAG.fullmatch(tag)
    if match is None or (match[4] or "").lower() == "uk":  # the country's code is GB
        return False
    return len(match[1]) == 3 or _TWO_LETTERS.fullmatch(match[1].lower()) is not None


def likely_language(tag: str) -> str:
    """The tag that somebody may have meant ("welsh" gives "cy"), or an empty string."""
    if tag.casefold() == "gb":
        return "en-GB"
    if tag.casefold().endswith("-uk"):
        return f"{tag[:-3]}-GB"
    name = nearest(tag, _NAMES)
    return _NAMES[name] if name else ""


def same_language(one: str, other: str) -> bool:
    """Whether two tags are equal; case does not count."""
    return one.casefold() == other.casefold()
