"""What `everyway check` looks for in the sources, beyond what reading them finds: two lists of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from everyway.checking.audits import audits
from everyway.checking.easy_read.check import easy_read
from everyway.checking.editing.alternatives import alternatives
from everyway.checking.editing.capitals import abbreviations, capitals
from everyway.checking.editing.copy import Copy, copy_of
from everyway.checking.editing.headings import headings
from everyway.checking.editing.languages import languages
from everyway.checking.editing.length import lengths
from everyway.checking.editing.links import links
from everyway.checking.editing.numbers import numbers
from everyway.checking.editing.punctuation import punctuation
from everyway.checking.editing.senses import senses
from everyway.checking.editing.signs import signs
from everyway.checking.editing.spelling import not_spelled, spelling
from everyway.checking.editing.tables import tables
from everyway.checking.in_step.check import kept_in_step
from everyway.checking.pronunciations import pronunciations
from everyway.checking.waivers import waive
from everyway.findings import Finding, Level
from everyway.model import Publication

CHECKS: tuple[Callable[[Publication], Iterable[Finding]], ...] = (easy_read, kept_in_step, pronunciations, audits)
"""Those that look at the publication as a whole."""

COPY_CHECKS: tuple[Callable[[Copy], Iterable[Finding]], ...] = (
    alternatives,
    headings,
    links,
    tables,
    capitals,
    abbreviations,
    lengths,
    senses,
    numbers,
    signs,
    punctuation,
    languages,
    spelling,
)
"""Those that look at its words, line by line, as a copy editor does."""


def check_sources(publication: Publication, read: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """Everything that is wrong in the sources: what reading found (`read`) and what these checks find.

    Waivers are honoured, except for errors of reading: what could not be read cannot be published either.
    """
    errors = [finding for finding in read if finding.level is Level.ERROR]
    advice = [finding for finding in read if finding.level is not Level.ERROR]
    found = [finding for check in CHECKS for finding in check(publication)]
    copy = copy_of(publication)
    found += [finding for look in COPY_CHECKS for finding in look(copy)]
    return (*errors, *waive(publication, dict.fromkeys([*advice, *found])))


def not_checked(publication: Publication) -> tuple[str, ...]:
    """In words: what could not be checked in the sources here, and the line that brings what it takes."""
    return not_spelled(copy_of(publication))
