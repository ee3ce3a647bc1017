"""A language as rules speak it: its words for signs and numbers, and the publication's lexicon."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from everyway.speech.lexicon import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Tongue:
    """`language` is the main subtag ("en"); `signs` its words for signs, empty where nobody has written them down."""

    language: str
    lexicon: Lexicon
    signs: Mapping[str, str]

    @property
    def english(self) -> bool:
        """Whether every rule holds; in other languages only those do that need no grammar."""
        return self.language == "en"


@lru_cache(maxsize=64)
def tongue_of(tag: str, lexicon: Lexicon) -> Tongue:
    """The language of a BCP 47 tag, with the lexicon of a publication."""
    main = main_language(tag)
    return Tongue(main, lexicon, table("languages").get(main, {}))


def main_language(tag: str) -> str:
    """The first subtag of a language tag: "en" of "en-GB"."""
    return tag.split("-")[0].lower()


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """The tables of words in `rules/<name>.toml`."""
    return tomllib.loads((files("everyway") / "speech" / "rules" / f"{name}.toml").read_text("utf-8"))
