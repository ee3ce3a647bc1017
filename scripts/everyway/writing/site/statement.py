"""The facts of the accessibility statement, from the manifest: what was checked by machine, with what outcome.

A check by machine finds some barriers and proves the absence of none, so nothing here ever says "conforms".
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from everyway.manifest import Manifest
from everyway.model import Publication
from everyway.wording import Wording, words_for

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
    """What the last check says: the date of the publication, each check, and those that did not pass.

    `uk`: whether readers are under the law of the United Kingdom, which asks for a word on enforcement.
    """

    date: str
    tested: tuple[Tested, ...]
    failed: tuple[Tested, ...]
    uk: bool


def statement_of(publication: Publication, manifest: Manifest) -> StatementFacts:
    """The facts, in the publication's language."""
    wording = words_for(publication.language)
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
            row = Tested(item.title, item.edition, wording.texts.get(f"site-check-by-{check}", check), words)
            tested.append(row)
            if not passed:
                failed.append(row)
    written = date_in_words(publication.date, wording)
    return StatementFacts(written, tuple(tested), tuple(failed), _in_the_uk(publication.language))


def _in_the_uk(language: str) -> bool:
    main, *subtags = language.split("-")
    return "GB" in (subtag.upper() for subtag in subtags) or main in ("cy", "gd", "kw", "sco")


def date_in_words(date: datetime.date, wording: Wording) -> str:
    """A date as people write it: 30 July 2020."""
    return wording("date", day=date.day, month=wording(f"month-{date.month}"), year=date.year)
