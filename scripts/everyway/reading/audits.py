"""What people have looked at: `content/audits.yml` to the model."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from everyway.model import Audit, AuditOutcome, Source
from everyway.reading.files import LARGEST_SETTINGS, read_text
from everyway.reading.found import Found
from everyway.reading.schema import check_settings
from everyway.reading.yaml_files import Settings, Value, read_yaml

_CRITERION = re.compile(r"WCAG(?: 2\.[0-2])?\s+(\d\.\d\.\d+)", re.I)


def read_audits(content: Path, found: Found) -> tuple[Audit, ...]:
    """Every audit in the order of the file, none when there is no file; what cannot be used becomes a finding."""
    path = content / "audits.yml"
    if not path.is_file() and not path.is_symlink():
        return ()
    file = read_text(path, content.parent, found, LARGEST_SETTINGS)
    settings = read_yaml(file.text, file.name, found) if file else None
    if settings is None:
        return ()
    check_settings(settings, "audits", found)
    rows = settings.value if isinstance(settings.value, list) else []
    audits = (_audit(row, number, settings, found) for number, row in enumerate(rows) if isinstance(row, dict))
    return tuple(audit for audit in audits if audit)


def _audit(row: dict[str, Value], number: int, settings: Settings, found: Found) -> Audit | None:
    day = _day(row, settings.where((number, "when")), found)
    check, who, outcome = _words(row.get("check")), _words(row.get("who")), _words(row.get("outcome"))
    if not (day and check and who and outcome in set(AuditOutcome)):
        return None
    return Audit(
        check=_criterion(check),
        outcome=AuditOutcome(outcome),
        who=who,
        when=day,
        source=settings.where((number,)),
        **{key: _words(row.get(key)) for key in ("format", "edition", "how", "note", "overrides")},
    )


def _day(row: dict[str, Value], where: Source, found: Found) -> datetime.date | None:
    value = row.get("when")
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value).strip())
    except ValueError:
        if "when" in row:  # that the whole line is missing, the schema has said
            found.add("PUB006", f"“{value}” is not a date." if value else "There is no day after “when”.", where)
        return None


def _criterion(check: str) -> str:
    """The number alone of a success criterion; a rule's code in capitals."""
    named = _CRITERION.fullmatch(check)
    return named.group(1) if named else check.upper()


def _words(value: Value) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
