"""The success criteria of WCAG 2.2, and which of them a rule's standard names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NAMED = re.compile(r"\b([1-4]\.[1-9]\.\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One success criterion: its number ("1.4.10"), name and level (A, AA or AAA)."""

    number: str
    name: str
    level: str

    @property
    def address(self) -> str:
        """Where the standard says it."""
        anchor = re.sub(r"[^a-z0-9 -]", "", self.name.lower()).replace(" ", "-")
        return f"https://www.w3.org/TR/WCAG22/#{anchor}"


@cache
def criteria() -> Mapping[str, Criterion]:
    """Every criterion by its number, in the order of the standard."""
    table = tomllib.loads((files("everyway") / "model" / "criteria.toml").read_text("utf-8"))
    found = [Criterion(number, name, level) for level, row in table.items() for number, name in row.items()]
    return {
        each.number: each for each in sorted(found, key=lambda each: [int(part) for part in each.number.split(".")])
    }


def criteria_in(standard: str) -> tuple[str, ...]:
    """The numbers of the criteria that a rule's standard names ("WCAG 2.2 1.4.4, 1.4.12; UKAAF G003"), in its order."""
    clauses = (clause for clause in standard.split(";") if "WCAG" in clause)
    numbers = (number for clause in clauses for number in _NAMED.findall(clause.replace("WCAG 2.2", "")))
    return tuple(dict.fromkeys(number for number in numbers if number in criteria()))
