"""The facts of the accessibility statement, from the manifest: what was checked by machine, with what outcome.

A check by machine finds some barriers and proves the absence of none, so nothing here ever says "conforms".
"""

from __future__ import annotations

from dataclasses import dataclass

from everyway.manifest import Manifest
from everyway.wording import words_for

_NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class Tested:
    """One output and one check of it; `outcome` is ready to be read."""

    title: str
    edition: str
    check: str
    outcome: str


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What the last check says: the date of what was checked, each check, and the tests that failed."""

    date: str
    tested: tuple[Tested, ...]
    failed: tuple[Tested, ...]


def statement_of(manifest: Manifest, language: str) -> StatementFacts:
    """The facts for readers of a language."""
    wording = words_for(language)
    tested, failed = [], []
    for item in manifest.items:
        for check, outcome in item.checks.items():
            passed = outcome == "passed"
            if passed:
                words = wording("site-check-passed")
            elif outcome.startswith(_NOT_CHECKED):
                words = wording("site-check-not-done", reason=outcome.removeprefix(_NOT_CHECKED).lstrip(": "))
            else:
                words = wording("site-check-failed")
            row = Tested(item.title, item.edition, check, words)
            tested.append(row)
            if not passed:
                failed.append(row)
    return StatementFacts(manifest.date, tuple(tested), tuple(failed))
