"""The braille codes of languages, as data: which liblouis table for which grade, and the signs of their letters."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from everyway.errors import UsageError


@dataclass(frozen=True, slots=True)
class Code:
    """One language's braille: `tables` by grade, `letters` to cells for its words inside another language's text.

    `apart`: whole paragraphs of it inside another language's text are written by its own tables.
    """

    language: str
    name: str
    registered: str
    tables: Mapping[int, str]
    letters: Mapping[str, str]
    apart: bool


def code_for(language: str) -> Code:
    """The code of a BCP 47 tag's language; UsageError when none is known."""
    found = known_code(language)
    if found is None:
        raise UsageError(
            "no-braille-code",
            f"No braille code is known for the language “{language}”.",
            why="Each language has its own braille, and the wrong one cannot be read.",
            fix=f"Leave braille out of “formats”, or write the edition in one of: {', '.join(_codes())}.",
        )
    return found


def known_code(language: str) -> Code | None:
    """The code of a BCP 47 tag's language; None when none is known."""
    return _codes().get(language.split("-")[0].lower())


@cache
def _codes() -> Mapping[str, Code]:
    rows = tomllib.loads((files("everyway") / "braille" / "codes.toml").read_text("utf-8"))
    return {
        language: Code(
            language=language,
            name=row["name"],
            registered=row["registered"],
            tables={1: row["1"], 2: row["2"]},
            letters=_both_cases(row.get("letters", {})),
            apart=row.get("apart", False),
        )
        for language, row in rows.items()
    }


def _both_cases(letters: Mapping[str, str]) -> Mapping[str, str]:
    capitals = {letter.upper(): f"⠠{cells}" for letter, cells in letters.items() if len(letter.upper()) == 1}
    return {**letters, **capitals}
