"""Small projects of a plan and an Easy Read edition, written as an editor writes them."""

from __future__ import annotations

from pathlib import Path

from everyway.building.reviewed import record
from everyway.checking.in_step.check import kept_in_step
from everyway.findings import Finding
from everyway.model import Publication
from everyway.reading.publication import read_publication
from tests.checking.in_step.reviewing import DAY

SETTINGS = """\
title: Parks for all
publisher: The council
language: en-GB
date: 2020-07-30
contact: {email: parks@example.org}
rights: Free to use.
editions:
  plan: {title: Parks, kind: standard}
  easy-read: {title: "Parks: Easy Read", kind: easy-read, left_out: {bylaws: They are for lawyers.}}
"""

PLAN = """\
# Parks {#parks}

The council looks after 12 parks.

## Opening times {#opening}

Every park opens at 8am. The gates close at dusk.

### In winter {#winter}

From November 2020 the gates close at 4pm.

## Bylaws {#bylaws}

They fill forty pages.

## How to reach us {#reach}

- Call 0303 123 9999.
- Write to parks@example.org.
"""

EASY = """\
# Our parks {#our-parks covers=parks}

We look after 12 parks.

## When you can come {#when covers=opening}

Parks open at 8am.

## Ask us {#ask covers=reach}

Call 0303 123 9999.
"""


def written(folder: Path, plan: str = PLAN, easy: str = EASY) -> Path:
    """A project in a folder, of one part in each edition."""
    for name, text in (("publication.yml", SETTINGS), ("plan/01.md", plan), ("easy-read/01.md", easy)):
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def compared(folder: Path, plan: str = PLAN, easy: str = EASY) -> Path:
    """The same, with everything compared by Ada Jones."""
    record(written(folder, plan, easy), (), everything=True, by="Ada Jones", on=DAY)
    return folder


def read(folder: Path) -> Publication:
    publication = read_publication(folder).publication
    assert publication is not None
    return publication


def found(folder: Path) -> tuple[Finding, ...]:
    """What the check of editions kept in step finds in a project."""
    return tuple(kept_in_step(read(folder)))


def named(folder: Path) -> list[str]:
    """The findings, each as its rule and line."""
    return [f"{one.rule} {one.where}" for one in found(folder)]
