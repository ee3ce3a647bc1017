"""What to do next, in a few sentences: the end of the console's report and the top of the page."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.findings import Level, rules, strict_in
from everyway.reporting.report import Report


def next_steps(report: Report) -> tuple[str, ...]:
    """One sentence a step, the most pressing first."""
    return tuple(_steps(report))


def _steps(report: Report) -> Iterator[str]:
    errors = [finding for finding in report.findings if finding.level is Level.ERROR]
    own = [finding for finding in errors if rules()[finding.rule].who == "editor"]
    if own:
        yield "Mend the errors, from the top, then run “everyway check” again."
    if len(errors) > len(own):
        rest = "an error that is" if len(errors) - len(own) == 1 else f"{len(errors) - len(own)} errors that are"
        yield f"Pass on {rest} not in the text to whoever makes the theme, or to the maintainers, as each says."
    if not errors and report.count(Level.ADVICE):
        yield "Read the advice; nothing here stops a build."
    elif not errors and report.findings:
        yield "Look at what only a person can judge; nothing here stops a build."
    if strict := strict_in(report.findings):
        codes = ", ".join(sorted({finding.rule for finding in strict}))
        yield f"See to {codes} before you publish: “everyway check --strict” does not let it pass."
    if open_checks := [asked for asked in report.asked if not asked.audits]:
        many = "1 check that" if len(open_checks) == 1 else f"{len(open_checks)} checks that"
        yield f"Ask people for {many} only they can make, and write what they found into content/audits.yml."
