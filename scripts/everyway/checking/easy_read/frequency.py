"""Which words are common, by the small word list of the package wordfreq, read where that is installed.

Zipf's scale: 3 is a word that stands once in a million words, 6 once in a thousand. The list has every word of 3 and
more. It is read without importing wordfreq, whose own start takes ten times as long as this. Its form, cBpack, is told
in wordfreq's `read_cBpack`: gzip, then msgpack: a header, and a list of words for each centibel below certainty.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LEAST_IN_LIST = 3.0
_CERTAIN = 900
"""The hundredths of Zipf's scale that a word would have if there were no other."""


@cache
def common_words(language: str, least: float) -> frozenset[str] | None:
    """Every word of a language that is as common as `least` on Zipf's scale (3 or more); None without a list."""
    spec = find_spec("wordfreq")
    folders = spec.submodule_search_locations if spec else None
    if not folders or not language:
        return None
    file = Path(folders[0]) / "data" / f"small_{language}.msgpack.gz"
    if not file.is_file():
        return None
    import msgpack  # type: ignore[import-untyped]

    header, *ranks = msgpack.unpackb(gzip.decompress(file.read_bytes()))
    if header != {"format": "cB", "version": 1}:
        return None
    return frozenset(word for rank in ranks[: _CERTAIN - round(max(least, LEAST_IN_LIST) * 100) + 1] for word in rank)


def bases(word: str) -> tuple[str, ...]:
    """A word in small letters and what it may be a regular form of: “volunteers” of “volunteer”, “trying” of “try”."""
    found = [word]
    bare = word.removesuffix("'s").removesuffix("'")
    found.append(bare)
    for ending, put in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST:
            stem = bare.removesuffix(ending)
            found.append(stem + put)
            if ending in ("ed", "ing") and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


_SHORTEST = 3
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
