"""Findings for people and for programs."""

from __future__ import annotations

from everyway.findings import Finding, rules
from everyway.model import Source
from everyway.reporting.console import console_report
from everyway.reporting.report import Report

FINDINGS = (
    Finding("SRC012", "The picture “nurse” has no alternative text.", Source("content/plan/02-b.md", 31)),
    Finding("ER002", "This sentence has 12 words.", Source("content/easy-read/01-a.md", 7), fix="Cut it."),
    Finding("SRC012", "The picture “team” has none either.", Source("content/plan/02-b.md", 4)),
    Finding("PDF001", "“care” is not said in the PDF.", format="pdf", place="page 3"),
)

MISSING = ("veraPDF: no Java was found.",)

EXPECTED = """\
content/easy-read/01-a.md

  Line 7, advice ER002: This sentence has 12 words.
    Why: The shorter a sentence, the more people can read it. (GOV.UK,
      accessible formats)
    To mend it: Cut it.

content/plan/02-b.md

  Line 4, error SRC012: The picture “team” has none either.
    Why: {why}
    To mend it: {fix}

  Line 31, error SRC012: The picture “nurse” has no alternative text.
    To mend it: {fix}

Format “pdf”

  error PDF001 (pdf, page 3): “care” is not said in the PDF.
    Why: Somebody who listens to the PDF would never hear these words.
      (PDF/UA-1 7.1; Matterhorn 01-006; WCAG 2.2 1.3.1)
    To mend it: This comes from the theme or the program, not from the text.
      Please report it, with the message.
    Who can: the maintainers of everyway.

Not checked

  veraPDF: no Java was found.

3 errors and 1 piece of advice.
What to do next, 1: Mend the errors, from the top, then run “everyway check” again.
What to do next, 2: Pass on an error that is not in the text to whoever makes
the theme, or to the maintainers, as each says.
What was not checked may still be wrong. “everyway doctor” says how to get the
tools that are missing."""


def _flat(text: str) -> str:
    return " ".join(text.split())


def test_a_person_reads_what_is_wrong_why_and_how_to_mend_it_file_by_file() -> None:
    report = console_report(Report(findings=FINDINGS, not_checked=MISSING), width=80, colour=False)
    rule = rules()["SRC012"]
    expected = EXPECTED.format(why=f"{rule.why} ({rule.standard})", fix=rule.fix)
    assert _flat(report) == _flat(expected)
    assert max(map(len, report.splitlines())) <= 80


def test_nothing_found_is_said_in_words() -> None:
    assert console_report(Report(), width=80, colour=False) == "Nothing found that needs mending."


def test_advice_alone_does_not_alarm() -> None:
    assert console_report(Report(findings=FINDINGS[1:2]), width=80, colour=False).endswith(
        "nothing here stops a build."
    )


def test_colour_only_where_it_is_asked_for() -> None:
    assert "\x1b" not in console_report(Report(findings=FINDINGS), width=80, colour=False)
    coloured = console_report(Report(findings=FINDINGS), width=80, colour=True)
    assert "\x1b[31;1merror\x1b[0m" in coloured


def test_control_characters_of_the_sources_do_not_reach_the_terminal() -> None:
    finding = Finding("SRC003", "Here stands \x1b[2J\x07 and \u202e.", Source("content/a.md", 1))
    report = console_report(Report(findings=(finding,)), width=80, colour=False)
    assert not any(letter in report for letter in "\x1b\x07\u202e")
