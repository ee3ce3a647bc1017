"""Profiles: which rules count, at which level, with which limits. Each is a file of `profiles/`, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from everyway.findings import Level
from everyway.model import Edition

USUAL = "uk-easy-read"
OFF = "off"


@dataclass(frozen=True, slots=True)
class Limits:
    """`words`: the most a sentence may have; `better`: those it should have; `sentences`: the most beside a picture.

    `pages`: the most of the PDF; `zipf`: how common a word has to be, on Zipf's scale; `alike`: words of a sentence
    up to which two ideas in it are one.
    """

    words: int
    better: int
    sentences: int
    pages: int
    zipf: float
    alike: int


@dataclass(frozen=True, slots=True)
class Profile:
    """`levels` holds the rules that count, each with its level; a rule that is not there is off."""

    name: str
    title: str
    limits: Limits
    levels: Mapping[str, Level]


@cache
def profile(name: str) -> Profile:
    """The profile of a name; the usual one when there is none of that name (reading has told the editor)."""
    folder = files("everyway") / "checking" / "easy_read" / "profiles"
    file = folder / f"{name}.toml"
    if name not in names():
        return profile(USUAL)
    row = tomllib.loads(file.read_text("utf-8"))
    levels = {code: Level(level) for code, level in row["rules"].items() if level != OFF}
    return Profile(name, row["title"], Limits(**row["limits"]), levels)


def profile_of(edition: Edition) -> Profile:
    """The profile that an edition's settings choose."""
    return profile(str(edition.settings.get("profile", USUAL)))


@cache
def names() -> tuple[str, ...]:
    """The names of all profiles."""
    folder = files("everyway") / "checking" / "easy_read" / "profiles"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))
