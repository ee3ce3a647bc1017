"""Findings as plain English for a person at a console: by file, with why it matters and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import fill

from everyway.findings import Finding, Level, rules
from everyway.reporting.next_step import next_steps
from everyway.reporting.report import Report
from everyway.reporting.visible import visible

STYLES = {Level.ERROR: "31;1", Level.ADVICE: "33;1", Level.MANUAL: "36;1"}
BOLD = "1"
WHO = {"theme": "whoever makes the theme", "maintainer": "the maintainers of everyway"}
COUNTED = {
    Level.ERROR: ("1 error", "{} errors"),
    Level.ADVICE: ("1 piece of advice", "{} pieces of advice"),
    Level.MANUAL: ("1 thing that only a person can judge", "{} things that only a person can judge"),
}


def console_report(report: Report, *, width: int, colour: bool) -> str:
    """The findings in lines of at most `width` characters, grouped by file, then what was not checked and what to do.

    The reason of a rule is given at its first finding only. `colour` adds colour and bold; words say the same.
    """
    writing = _Writing(width, colour)
    groups = groupby(report.ordered(), key=_group)
    paragraphs = ["\n\n".join([writing.bold(visible(name)), *map(writing.finding, group)]) for name, group in groups]
    if report.not_checked:
        lines = "\n".join(writing.lines(visible(reason), "  ") for reason in report.not_checked)
        paragraphs.append(f"{writing.bold('Not checked')}\n\n{lines}")
    paragraphs.append("\n".join(writing.lines(line, "") for line in _end(report)))
    return "\n\n".join(paragraphs)


def counted(findings: Iterable[Finding]) -> str:
    """How many findings there are of each level, in a sentence; "" for none."""
    levels = [finding.level for finding in findings]
    said = [_count(level, levels.count(level)) for level in Level if level in levels]
    return f"{', '.join(said[:-1])}{' and ' if said[1:] else ''}{said[-1]}." if said else ""


def _group(finding: Finding) -> str:
    return finding.where.file if finding.where else f"Format “{finding.format}”"


class _Writing:
    def __init__(self, width: int, colour: bool) -> None:
        self._width = max(width, 40)
        self._colour = colour
        self._explained: set[str] = set()

    def finding(self, finding: Finding) -> str:
        rule = rules()[finding.rule]
        line = f"Line {finding.where.line}, " if finding.where else ""
        place = (
            f" ({finding.format}{', ' if finding.place else ''}{finding.place})" if finding.format != "source" else ""
        )
        level = self._styled(STYLES[finding.level], finding.level.value)
        lines = [self.lines(f"{line}{level} {rule.code}{place}: {visible(finding.message)}", "  ")]
        if rule.code not in self._explained:
            self._explained.add(rule.code)
            standard = f" ({rule.standard})" if rule.standard else ""
            lines.append(self.lines(f"Why: {rule.why}{standard}", "    "))
        lines.append(self.lines(f"To mend it: {visible(finding.remedy)}", "    "))
        if rule.who in WHO:
            lines.append(self.lines(f"Who can: {WHO[rule.who]}.", "    "))
        return "\n".join(lines)

    def bold(self, text: str) -> str:
        return self._styled(BOLD, text)

    def lines(self, text: str, indent: str) -> str:
        """Text in lines; what follows the first is set in, and addresses and paths are never broken."""
        return fill(
            text,
            self._width,
            initial_indent=indent,
            subsequent_indent=indent + ("  " if indent else ""),
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _styled(self, style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._colour else text


def _end(report: Report) -> Sequence[str]:
    lines = [counted(report.findings) or "Nothing found that needs mending."]
    steps = next_steps(report)
    if len(steps) == 1:
        lines.append(f"What to do next: {steps[0][0].lower()}{steps[0][1:]}")
    else:
        lines += [f"What to do next, {number}: {step}" for number, step in enumerate(steps, 1)]
    if report.not_checked:
        lines.append(
            "What was not checked may still be wrong. “everyway doctor” says how to get the tools that are missing."
        )
    return lines


def _count(level: Level, number: int) -> str:
    one, many = COUNTED[level]
    return one if number == 1 else many.format(number)
