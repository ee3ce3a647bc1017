"""How many planted faults are found, at which line, and what is found where nothing is wrong: `scripts/bench faults`.

Recall is the share of the faults that could be planted here whose rule spoke. A false alarm is an error that is told of
in the clean corpus, all of which is made in every format and put to every judge.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

from everyway.findings import Finding, Level, errors_in, rules
from tests.bench.__main__ import RECORD, machine
from tests.faults.clean import CORPUS, Checked, build_and_check, copy_of
from tests.faults.fault import Fault, Outcome, every_fault, try_fault

RIGHT_LINES = 0.95
"""The bar for the share of faults whose line is named; recall has to be whole, and false errors none."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of every fault, and what was found in each publication of the clean corpus."""

    outcomes: tuple[Outcome, ...]
    clean: Mapping[str, Checked] = field(default_factory=dict)

    @property
    def tried(self) -> tuple[Outcome, ...]:
        """The faults that could be planted here."""
        return tuple(one for one in self.outcomes if not one.reason)

    @property
    def caught(self) -> tuple[Outcome, ...]:
        """Those whose rule spoke."""
        return tuple(one for one in self.tried if one.caught)

    @property
    def lined(self) -> tuple[Outcome, ...]:
        """Those that have a line to name."""
        return tuple(one for one in self.tried if one.right_line is not None)

    @property
    def on_line(self) -> tuple[Outcome, ...]:
        """Those whose line was named."""
        return tuple(one for one in self.lined if one.right_line)

    @property
    def alarms(self) -> tuple[tuple[str, Finding], ...]:
        """Every error in the clean corpus, with its publication."""
        return tuple((name, one) for name, checked in self.clean.items() for one in errors_in(checked.findings))

    @property
    def kept(self) -> bool:
        """Whether all three bars are kept."""
        whole = len(self.caught) == len(self.tried)
        return whole and not self.alarms and len(self.on_line) >= RIGHT_LINES * len(self.lined)


def measure(
    names: Sequence[str] = (),
    *,
    clean: bool = True,
    processes: int = 1,
    tell: Callable[[str], None] = lambda line: None,
) -> Measured:
    """Plant every fault (or those whose rule or format begins with a name), then make and check the clean corpus."""
    asked = [
        number
        for number, fault in enumerate(every_fault())
        if not names or any(_begins(fault.rule, fault.format, name) for name in names)
    ]
    outcomes: list[Outcome] = []
    for done in _tried(asked, processes):
        outcomes.extend(done)
        tell(f"{len(outcomes)} of {len(asked)} faults, last {outcomes[-1].fault.name}")
    corpus: dict[str, Checked] = {}
    for name, project in CORPUS.items() if clean else ():
        tell(f"the clean corpus: {name}")
        with tempfile.TemporaryDirectory() as folder:
            corpus[name] = build_and_check(copy_of(project, Path(folder)))
    return Measured(tuple(outcomes), corpus)


AT_ONCE = 25
"""Faults that a process tries before another may take its place: something clean is made once for all of them."""

PATIENCE = 180
"""Seconds after which a check that does not come to an end has not found its fault."""


def _tried(asked: Sequence[int], processes: int) -> Iterator[list[Outcome]]:
    """The outcomes, in the order of the faults; faults hold functions, so that processes are told their numbers."""
    handfuls = [asked[start : start + AT_ONCE] for start in range(0, len(asked), AT_ONCE)]
    if processes == 1:
        yield from map(_handful, handfuls)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for numbers, told in zip(handfuls, pool.map(_handful_bare, handfuls), strict=True):
            yield [replace(outcome, fault=every_fault()[number]) for number, outcome in zip(numbers, told, strict=True)]


def _handful(numbers: Sequence[int]) -> list[Outcome]:
    return [_try(every_fault()[number]) for number in numbers]


def _handful_bare(numbers: Sequence[int]) -> list[Outcome]:
    """The same, without what a process cannot send."""
    return [replace(one, fault=replace(one.fault, plant=_nothing)) for one in _handful(numbers)]


def _nothing(folder: Path) -> tuple[Finding, ...]:
    return ()


def _try(fault: Fault) -> Outcome:
    signal.signal(signal.SIGALRM, _stop)
    signal.alarm(PATIENCE)
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            return try_fault(fault, Path(folder))
    except TimeoutError:
        return Outcome(fault, right_line=False if fault.where else None)
    finally:
        signal.alarm(0)


def _stop(*_: object) -> None:
    raise TimeoutError


def _begins(rule: str, form: str, name: str) -> bool:
    return rule.startswith(name) or form == name


def report(measured: Measured) -> str:
    """All of it as Markdown: the figures by format, what was missed, and what only a person can see."""
    lines = [_table(measured), ""]
    lines += _list("Not found", (_missed(one) for one in measured.tried if not one.caught))
    lines += _list(
        "Found, but at another line", (_missed(one) for one in measured.lined if one.caught and not one.right_line)
    )
    lines += _list("Not planted, for want of a tool", _not_tried(measured))
    lines += _list("False errors in the clean corpus", (_alarm(name, one) for name, one in measured.alarms))
    if measured.clean:
        told = (f"{name}: {_said(checked)}" for name, checked in measured.clean.items())
        lines += _list("The clean corpus, by rules that gave advice", told)
        missing = (f"{name}: {reason}" for name, checked in measured.clean.items() for reason in checked.missing)
        lines += _list("Not checked in the clean corpus", missing)
    manual = (f"{rule.code}: {rule.title}" for rule in rules().values() if rule.level is Level.MANUAL)
    lines += _list("Only a person can see", manual)
    return "\n".join([*lines, verdict(measured)])


def _table(measured: Measured) -> str:
    rows = ["| format | rules | faults | found | right line |", "|---|---:|---:|---:|---:|"]
    by_format = sorted(measured.tried, key=lambda one: (one.fault.format != "source", one.fault.format))
    groups = [(form, tuple(these)) for form, these in groupby(by_format, key=lambda one: one.fault.format)]
    for form, these in [*groups, ("all", measured.tried)]:
        lined = [one for one in these if one.right_line is not None]
        cells = (
            form,
            str(len({one.fault.rule for one in these})),
            str(len(these)),
            _share(sum(one.caught for one in these), len(these)),
            _share(sum(bool(one.right_line) for one in lined), len(lined)),
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "none asked for"


def _list(title: str, items: Iterable[str]) -> list[str]:
    every = list(items)
    return [f"{title}: {len(every)}", "", *(f"- {item}" for item in every), ""] if every else []


def _missed(one: Outcome) -> str:
    where = f" at {one.fault.where}" if one.fault.where else ""
    found = ", ".join(f"{each.rule} {each.where or each.place}".strip() for each in one.findings[:6]) or "nothing"
    return f"{one.fault.name}: {one.fault.rule}{where}; found was {found}"


def _not_tried(measured: Measured) -> Iterable[str]:
    reasons = Counter(one.reason for one in measured.outcomes if one.reason)
    return (f"{count} faults: {reason}" for reason, count in reasons.most_common())


def _alarm(name: str, finding: Finding) -> str:
    return f"{name}: {finding.rule} ({finding.format}) {finding.where or finding.place}: {finding.message}"


def _said(checked: Checked) -> str:
    advice = Counter(one.rule for one in checked.findings if one.level is Level.ADVICE)
    return ", ".join(f"{rule} {count}" for rule, count in sorted(advice.items())) or "none"


def verdict(measured: Measured) -> str:
    """Whether the bars are kept, in words."""
    recall = "kept" if len(measured.caught) == len(measured.tried) else "missed"
    lines = "kept" if len(measured.on_line) >= RIGHT_LINES * len(measured.lined) else "missed"
    alarms = "not measured" if not measured.clean else "missed" if measured.alarms else "kept"
    return (
        f"Bars: every fault found, {recall} ({_share(len(measured.caught), len(measured.tried))}); the right line in "
        f"95 %, {lines} ({_share(len(measured.on_line), len(measured.lined))}); no error in the clean corpus, {alarms}"
        + (f" ({len(measured.alarms)} in {len(measured.clean)} publications)." if measured.clean else ".")
    )


def as_json(measured: Measured) -> str:
    """The figures by rule, for programs: faults, found, lines, and false alarms."""
    alarms = Counter(one.rule for checked in measured.clean.values() for one in errors_in(checked.findings))
    by_rule = {}
    for code, rule in rules().items():
        these = [one for one in measured.tried if one.fault.rule == code]
        by_rule[code] = {
            "level": str(rule.level),
            "faults": len(these),
            "found": sum(one.caught for one in these),
            "lines_asked": sum(one.right_line is not None for one in these),
            "lines_right": sum(bool(one.right_line) for one in these),
            "false_errors": alarms[code],
            "missed": [one.fault.name for one in these if not one.caught or one.right_line is False],
        }
    whole = {
        "faults": len(measured.tried),
        "found": len(measured.caught),
        "lines_asked": len(measured.lined),
        "lines_right": len(measured.on_line),
        "false_errors": len(measured.alarms),
        "clean": sorted(measured.clean),
        "kept": measured.kept,
    }
    return json.dumps({"all": whole, "rules": by_rule}, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Measure, and tell; code 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="scripts/bench faults", description=__doc__)
    parser.add_argument("names", nargs="*", help="only faults whose rule begins so, or of this format (SRC, ER, pdf)")
    parser.add_argument("--no-clean", action="store_true", help="leave out the clean corpus, which takes minutes")
    parser.add_argument("--json", action="store_true", help="the figures by rule, as JSON")
    parser.add_argument("--record", action="store_true", help="add what was measured to scripts/BENCHMARKS.md")
    asked = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["EVERYWAY_CACHE"] = cache
        measured = measure(asked.names, clean=not asked.no_clean, processes=os.cpu_count() or 1, tell=_progress)
    sys.stderr.write("\n" if sys.stderr.isatty() else "")
    seconds = time.perf_counter() - start
    told = f"{report(measured)}\n\nIt took {seconds:.0f} s. {machine()}."
    sys.stdout.write(as_json(measured) if asked.json else f"{told}\n")
    if asked.record:
        before = RECORD.read_text("utf-8").rstrip()
        day = f"{datetime.date.today():%d %B %Y}".lstrip("0")
        RECORD.write_text(f"{before}\n\n## Planted faults, {day}\n\n{told}\n", "utf-8")
    return 0 if measured.kept else 1


def _progress(line: str) -> None:
    sys.stderr.write(f"\r\033[K{line}" if sys.stderr.isatty() else f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
