"""The words that the checks of the copy look for, read from `vocabulary.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def _tables() -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads((files("everyway") / "checking" / "editing" / "vocabulary.toml").read_text("utf-8"))


@cache
def words(table: str, name: str) -> tuple[str, ...]:
    """A list of the vocabulary, in its order; KeyError when there is none of that name."""
    value = _tables()[table][name]
    return tuple(value.split()) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


@cache
def pairs(table: str, name: str) -> Mapping[str, str]:
    """A table of the vocabulary: words, and what to write instead."""
    value = _tables()[table][name]
    assert isinstance(value, dict)
    return value


@cache
def rows(table: str, name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of an array of tables of the vocabulary."""
    value = _tables()[table][name]
    assert isinstance(value, list)
    return tuple(value)


def either(choices: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a space fits any white space."""
    longest_first = sorted(choices, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
