"""Findings: what a check found, at which line, by which rule. Rules are data, in `checking/rules/*.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from everyway.model.audit import Audit
from everyway.model.source import Source


class Level(StrEnum):
    """`error`: a reader is shut out or misled; `advice`: it could be better; `manual`: only a person can tell."""

    ERROR = "error"
    ADVICE = "advice"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, what it asks for, why and for whom, how to mend a breach, and who can.

    `who` is editor, theme or maintainer; `standard` names the clause it follows ("WCAG 2.2 1.1.1"). `failing` and
    `passing` are examples, as short as they can be: Markdown, a line of settings, or what stands in an artifact.
    """

    code: str
    title: str
    level: Level
    why: str
    fix: str
    who: str = "editor"
    standard: str = ""
    failing: str = ""
    passing: str = ""
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach of a rule.

    `message` says what is wrong here, naming the words in question; `fix` says how to mend it here (the rule's own
    words when empty). `where` is the place in the sources; `format` is what was checked ("source", "pdf", "site") and
    `place` the place inside that artifact, if there is one. `own_level` stands for the rule's level where a profile
    sets another.
    """

    rule: str
    message: str
    where: Source | None = None
    fix: str = ""
    format: str = "source"
    place: str = ""
    own_level: Level | None = None

    @property
    def level(self) -> Level:
        """The level of the finding: its own, else that of its rule."""
        return self.own_level or rules()[self.rule].level

    @property
    def remedy(self) -> str:
        """How to mend it: here if the finding says, else in general."""
        return self.fix or rules()[self.rule].fix


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check of one output. `outcome` begins with "passed", "failed" or "not checked"; after a colon, how or why.

    `title` is the format's ("Large print"), `edition` a name ("" for what belongs to the whole publication); `path` is
    relative to the build folder.
    """

    title: str
    format: str
    edition: str
    path: str
    check: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A check that people have to make: its rule, of which of the formats here, and what they found, oldest first."""

    rule: Rule
    formats: tuple[str, ...]
    audits: tuple[Audit, ...] = ()


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its code, in order of code, read from the TOML files of `checking/rules/`."""
    found: dict[str, Rule] = {}
    folder = files("everyway") / "checking" / "rules"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".toml"):
            continue
        for code, row in tomllib.loads(file.read_text("utf-8")).items():
            found[code] = Rule(code=code, **{**row, "level": Level(row["level"])})
    return dict(sorted(found.items()))


def errors_in(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those findings that are at error level."""
    return tuple(finding for finding in findings if finding.level is Level.ERROR)


def strict_in(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those findings that fail a strict check although they are no errors."""
    return tuple(finding for finding in findings if finding.level is not Level.ERROR and rules()[finding.rule].strict)
