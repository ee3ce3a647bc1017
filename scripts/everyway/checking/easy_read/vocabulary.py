"""The words that the rules look for, by language: `vocabulary/<language>.toml`, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from everyway.checking.easy_read.phrases import NONE, Phrases, phrases


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language; all empty for a language that has no file. The file says what each list is."""

    language: str = ""
    frequencies: str = ""
    easy: frozenset[str] = frozenset()
    short_forms: Mapping[str, str] = field(default_factory=dict)
    known_letters: frozenset[str] = frozenset()
    shouted: frozenset[str] = frozenset()
    please: frozenset[str] = frozenset()
    easier: Phrases = NONE
    sayings: Phrases = NONE
    distant: Phrases = NONE
    negatives: Phrases = NONE
    double_negatives: tuple[tuple[str, str], ...] = ()
    joins: Phrases = NONE
    conjunctions: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    to_be: frozenset[str] = frozenset()
    to_get: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    not_participles: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    states_after_get: frozenset[str] = frozenset()
    states_before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    big_numbers: frozenset[str] = frozenset()
    fractions: Phrases = NONE
    per_cent: frozenset[str] = frozenset()
    months: Mapping[str, str] = field(default_factory=dict)
    weekdays: Mapping[str, str] = field(default_factory=dict)
    roman_after: frozenset[str] = frozenset()


_PHRASES = ("easier", "sayings", "distant", "negatives", "joins", "fractions")
_TABLES = ("numbers", "months", "weekdays")


@cache
def vocabulary_of(language: str) -> Vocabulary:
    """The vocabulary for a BCP 47 tag, by its main language; empty when that has none."""
    main = language.split("-")[0].lower()
    file = files("everyway") / "checking" / "easy_read" / "vocabulary" / f"{main}.toml"
    if not main.isalpha() or not file.is_file():
        return Vocabulary()
    rows = tomllib.loads(file.read_text("utf-8"))
    made: dict[str, object] = {}
    for name, row in rows.items():
        if name in _PHRASES:
            made[name] = phrases(row if isinstance(row, dict) else dict.fromkeys(row, ""))
        elif name == "double_negatives":
            made[name] = tuple((str(first), str(second)) for first, second in row)
        elif name == "states_before":
            made[name] = {state: tuple(words) for state, words in row.items()}
        elif name == "short_forms":
            made[name] = {form.casefold(): full for forms, full in row.items() for form in forms.split("|")}
        elif name in _TABLES or isinstance(row, str):
            made[name] = row
        else:
            made[name] = frozenset(row)
    return Vocabulary(main, **made)  # type: ignore[arg-type]
