"""What `everyway check` looks for in the sources, beyond what reading them finds: one list of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from everyway.checking.easy_read.check import easy_read
from everyway.checking.in_step.check import kept_in_step
from everyway.checking.pronunciations import pronunciations
from everyway.checking.waivers import waive
from everyway.findings import Finding, Level
from everyway.model import Publication

CHECKS: tuple[Callable[[Publication], Iterable[Finding]], ...] = (easy_read, kept_in_step, pronunciations)


def check_sources(publication: Publication, read: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """Everything that is wrong in the sources: what reading found (`read`) and what these checks find.

    Waivers are honoured, except for errors of reading: what could not be read cannot be published either.
    """
    errors = [finding for finding in read if finding.level is Level.ERROR]
    advice = [finding for finding in read if finding.level is not Level.ERROR]
    found = [finding for check in CHECKS for finding in check(publication)]
    return (*errors, *waive(publication, [*advice, *found]))
