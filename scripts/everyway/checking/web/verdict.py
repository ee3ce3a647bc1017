"""What the web checks say: sightings of faults, gathered into findings, and what could not be checked and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from everyway.checking.nearest import place_of
from everyway.findings import Finding


@dataclass(frozen=True, slots=True)
class Sighting:
    """A fault as it was seen once: the rule, the page, the element (a CSS selector) and the state of the page.

    `near` is the id in the text that stands nearest to the element, by which the line is found where it was written.
    `message` and `fix` hold nothing that differs from page to page, so that one fault of a theme becomes one finding.
    """

    rule: str
    message: str
    page: str
    element: str = ""
    state: str = ""
    fix: str = ""
    near: str = ""


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A check that did not happen: which, why, and the line that would make it possible ("" when there is none)."""

    check: str
    reason: str
    bring: str = ""


@dataclass(frozen=True, slots=True)
class WebVerdict:
    """The outcome for a site: `findings` by rule, `not_checked`, and `checked`: what was used, and on how much.

    `checked` maps each check to words such as "axe-core 4.14.1: 6 pages, 28 states".
    """

    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...] = ()
    checked: Mapping[str, str] = field(default_factory=dict)


def findings_of(sightings: Iterable[Sighting]) -> tuple[Finding, ...]:
    """Sightings of one fault become one finding that names the first place and counts the others; in order of rule."""
    groups: dict[tuple[str, str, str, str], list[Sighting]] = {}
    for sighting in sightings:
        key = (sighting.rule, sighting.message, sighting.element, sighting.fix)
        groups.setdefault(key, []).append(sighting)
    findings = (
        Finding(rule=rule, message=message, fix=fix, format="site", place=_place(seen))
        for (rule, message, _, fix), seen in groups.items()
    )
    return tuple(sorted(findings, key=lambda finding: (finding.rule, finding.place)))


def _place(seen: list[Sighting]) -> str:
    """ "plan/index.html, main > a (dark, 320 px); also in 3 other states and on 4 other pages"."""
    first = min(seen, key=lambda sighting: sighting.page)
    place = ", ".join(part for part in (place_of(first.page, first.near), first.element) if part)
    if first.state:
        place += f" ({first.state})"
    more = [
        _count(len({sighting.state for sighting in seen}) - 1, "in {} other state", "in {} other states"),
        _count(len({sighting.page for sighting in seen}) - 1, "on {} other page", "on {} other pages"),
    ]
    also = " and ".join(words for words in more if words)
    return f"{place}; also {also}" if also else place


def _count(number: int, one: str, many: str) -> str:
    return (one if number == 1 else many).format(number) if number else ""
