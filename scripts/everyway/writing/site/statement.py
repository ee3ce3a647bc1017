"""The facts of the accessibility statement: what was checked by machine, and what people found, with who and when.

A check by machine finds some barriers and proves the absence of none, so nothing here ever says "conforms". What people
found counts for more: a person's decision before other audits, the later before the earlier.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from everyway.findings import rules
from everyway.manifest import Manifest
from everyway.model import Audit, AuditOutcome, Publication
from everyway.model.audit import most_trusted
from everyway.model.criteria import criteria
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
class Audited:
    """What a person looked at, ready to be read: its `title` (in English) and code or number, `of` what.

    `told` is what else they said: with what they looked, what they found, why it stands above other findings.
    """

    title: str
    code: str
    of: str
    outcome: str
    who: str
    when: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What the last check says: the date of the publication, each check, and those that did not pass.

    `audited` is what people found, a row for each thing that they looked at; `barriers` the rows of what shuts people
    out. `uk`: whether readers are under the law of the United Kingdom, which asks for a word on enforcement.
    """

    date: str
    tested: tuple[Tested, ...]
    failed: tuple[Tested, ...]
    audited: tuple[Audited, ...]
    barriers: tuple[Audited, ...]
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
    counting = tuple(_counting(publication.audits))
    titles = {item.format: item.title for item in manifest.items}
    return StatementFacts(
        date=written,
        tested=tuple(tested),
        failed=tuple(failed),
        audited=tuple(_audited(audit, publication, titles, wording) for audit in counting),
        barriers=tuple(
            _audited(audit, publication, titles, wording) for audit in counting if audit.outcome is AuditOutcome.FAILED
        ),
        uk=_in_the_uk(publication.language),
    )


def _counting(audits: tuple[Audit, ...]) -> Iterator[Audit]:
    """The audit that counts of each check, format and edition, in the order in which they were first looked at."""
    of: dict[tuple[str, str, str], list[Audit]] = {}
    for audit in audits:
        of.setdefault((audit.check, audit.format, audit.edition), []).append(audit)
    for made in of.values():
        if counts := most_trusted(tuple(made)):
            yield counts


def _audited(audit: Audit, publication: Publication, titles: Mapping[str, str], wording: Wording) -> Audited:
    criterion, rule = criteria().get(audit.check), rules().get(audit.check)
    editions = {edition.name: edition.title for edition in publication.editions}
    of = (titles.get(audit.format, audit.format), editions.get(audit.edition, audit.edition))
    return Audited(
        title=criterion.name if criterion else rule.title if rule else audit.check,
        code=f"WCAG 2.2 {audit.check}" if criterion else audit.check,
        of=", ".join(part for part in of if part),
        outcome=wording(f"site-audit-{audit.outcome.value.replace(' ', '-')}"),
        who=audit.who,
        when=date_in_words(audit.when, wording),
        told=tuple(part for part in (audit.how, audit.note, audit.overrides) if part),
    )


def _in_the_uk(language: str) -> bool:
    main, *subtags = language.split("-")
    return "GB" in (subtag.upper() for subtag in subtags) or main in ("cy", "gd", "kw", "sco")


def date_in_words(date: datetime.date, wording: Wording) -> str:
    """A date as people write it: 30 July 2020."""
    return wording("date", day=date.day, month=wording(f"month-{date.month}"), year=date.year)
