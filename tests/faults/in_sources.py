"""Faults of the sources: small changes to a clean publication, read from `sources/*.toml`.

    [a-link-without-words]            the fault's name
    rule = "SRC022"                   the rule that must speak
    file = "plan/01-hours.md"         the file that is changed, inside content/
    replace = "[our page](#why)"      these words, which stand there once,
    with = "[](#why)"                 become these
    at = "words of the line"          words of the one line that must be named (else: the first line that was planted)

Instead of `replace` and `with`: `append`, text for the end of the file; `text`, all of a file; `hex`, all of a file in
bytes; `link`, where a symbolic link leads; `remove = true`. `fill = N` writes N words in the place of the sign ….
`in` names the file of the line where that is another one, `line` its number where it has no words, and `base` another
publication than the leaflet. `also` is a list of more changes like these.
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from everyway.checking.source import check_sources
from everyway.findings import Finding
from everyway.model import Source
from everyway.reading.publication import read_publication
from tests.faults.change import KEYS, Change, change_from
from tests.faults.fault import SOURCE, Fault

FOLDER = Path(__file__).parent / "sources"
PUBLICATIONS = Path(__file__).parents[1] / "publications"
BASE = "leaflet"
ALL_KEYS = KEYS | {"rule", "at", "in", "line", "base", "also"}


def source_faults() -> tuple[Fault, ...]:
    """Every fault of `sources/*.toml`; ValueError where one does not fit its publication."""
    faults: list[Fault] = []
    for file in sorted(FOLDER.glob("*.toml")):
        for name, row in tomllib.loads(file.read_text("utf-8")).items():
            try:
                faults.append(_fault(name, row))
            except (KeyError, ValueError) as error:
                raise ValueError(f"{file.name}, {name}: {error}") from error
    return tuple(faults)


def findings_in(project: Path) -> tuple[Finding, ...]:
    """All that reading and the checks of the sources find in a project."""
    reading = read_publication(project)
    return check_sources(reading.publication, reading.findings) if reading.publication else reading.findings


def _fault(name: str, row: Mapping[str, Any]) -> Fault:
    if unknown := set(row) - ALL_KEYS:
        raise ValueError(f"no such key: {', '.join(sorted(unknown))}")
    clean = PUBLICATIONS / row.get("base", BASE) / "content"
    changes = tuple(change_from(each) for each in (row, *row.get("also", ())))
    return Fault(name, row["rule"], SOURCE, partial(_plant, clean, changes), _where(row, clean, changes))


def _plant(clean: Path, changes: tuple[Change, ...], folder: Path) -> Iterable[Finding]:
    shutil.copytree(clean, folder / "content")
    for change in changes:
        change.make(folder / "content", clean)
    return findings_in(folder)


def _where(row: Mapping[str, Any], clean: Path, changes: tuple[Change, ...]) -> Source:
    """The line that a finding has to name."""
    file = row.get("in", row["file"])
    name = f"content/{file}"
    if "line" in row:
        return Source(name, row["line"])
    change = next((one for one in changes if one.file == file), None)
    if "at" not in row:
        return Source(name, change.first_line(clean) if change else 1)
    text = change.new(clean).decode() if change else (clean / file).read_text("utf-8")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if row["at"] in line]
    if len(lines) != 1:
        raise ValueError(f"“{row['at']}” stands in {len(lines)} lines of {file}")
    return Source(name, lines[0])
