"""The voices that there are, as plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A voice of the list: `lack` says what is missing for it to speak ("" for nothing), `bring` what brings that.

    `reads` names the editions that it reads.
    """

    name: str
    title: str
    language: str
    lack: str = ""
    bring: str = ""
    reads: tuple[str, ...] = ()


def voices_report(rows: Iterable[Row]) -> str:
    """One line a voice, those first that are here; then what the others lack, once for each reason."""
    rows = tuple(rows)
    here, absent = [row for row in rows if not row.lack], [row for row in rows if row.lack]
    width = max(len(row.name) for row in rows)
    lines = [_line(row, width) for row in here]
    for reason, bring in dict.fromkeys((row.lack, row.bring) for row in absent):
        lines += ["", f"Not here, for {reason}. To get them: {bring}"]
        lines += [_line(row, width) for row in absent if (row.lack, row.bring) == (reason, bring)]
    return "\n".join([*lines, "", "To hear them, and the words of content/words/: everyway voices --sample"])


def _line(row: Row, width: int) -> str:
    reads = f" (reads {' and '.join(row.reads)})" if row.reads else ""
    return f"{row.name:{width}}  {row.title}{reads}"
