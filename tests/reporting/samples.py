"""One report with everything that can stand in a report: every level, every odd character, people and machines."""

from __future__ import annotations

import datetime
import json
from xml.sax.saxutils import escape

from everyway.findings import Asked, Finding, Outcome, rules
from everyway.model import Audit, AuditOutcome, Source
from everyway.reporting.report import About, Report

LONG = "pneumonoultramicroscopicsilicovolcanoconiosis " * 200

WELSH = "Mae’r ŵyl yn y dŵr, ac mae tŷ gwyn wrth yr eglwys."

FINDINGS = (
    Finding("SRC012", "The picture “nurse” has no alternative text.", Source("content/plan/02-b.md", 31)),
    Finding("SRC012", "The picture “team” has none either.", Source("content/plan/02-b.md", 4, 7)),
    Finding("ER002", "This sentence has 12 words.", Source("content/easy-read/01-a.md", 7), fix="Cut it."),
    Finding("ER002", f"Rhy hir: “{WELSH}”", Source("content/cymraeg/01-ŵyl a thŷ.md", 2)),
    Finding("WAV001", "Nothing here breaks SRC012 any more.", Source("content/plan/02-b.md", 40)),
    Finding("AUD013", "Heard “nay chess” for “NHS”.", Source("content/plan/02-b.md", 9), "", "mp3", "at 1:02:03.5"),
    Finding("PDF001", "“care” is not said in the PDF.", format="pdf", place="page 3"),
    Finding("WEB001", "A button <b onclick='x'> & ]]> \"quoted\" `ticks` has no name.", format="site", place="a > b"),
    Finding(
        "SRC003", "Control \x00\x1b[2J\x07\x0b\x1f, direction \u202e, lone \ud83d.", Source("content/plan/02-b.md", 1)
    ),
    Finding("SRC014", "Emoji 👩🏽‍⚕️ and 🏴󠁧󠁢󠁷󠁬󠁳󠁿, and | pipes | and <!-- comments -->", Source("content/plan/03 c.md", 1)),
    Finding("SRC014", f"A very long one: {LONG}", Source("content/plan/03 c.md", 2, 5000)),
    Finding("SRC014", "In a file that is not there.", Source("content/plan/gone.md", 12)),
)

OUTCOMES = (
    Outcome("Web site", "site", "", "site", "axe-core", "failed: 12 pages in 5 states"),
    Outcome("Web site", "site", "", "site", "fidelity", "passed"),
    Outcome("PDF", "pdf", "plan", "downloads/plan & co.pdf", "fidelity", "failed"),
    Outcome("PDF", "pdf", "plan", "downloads/plan & co.pdf", "veraPDF", "not checked: no Java was found."),
)

AUDITS = (
    Audit(
        "MAN004", AuditOutcome.PASSED, "A. Reader", datetime.date(2026, 11, 2), Source("content/audits.yml", 3), "site"
    ),
    Audit(
        "1.1.1",
        AuditOutcome.FAILED,
        "Grŵp Darllen & Co. <x>",
        datetime.date(2026, 11, 3),
        Source("content/audits.yml", 4),
        note="The chart on page 3 says only “Chart” ]]>.",
        how="NVDA 2026.1 and Firefox 145",
    ),
    Audit("1.3.3", AuditOutcome.PASSED, "A. Reader", datetime.date(2026, 11, 4), Source("content/audits.yml", 5)),
    Audit(
        "1.4.1",
        AuditOutcome.NOT_RELEVANT,
        "B. Judge",
        datetime.date(2026, 11, 5),
        Source("content/audits.yml", 6),
        overrides="There is no colour in it.",
    ),
)

LINES = {
    "content/plan/02-b.md": tuple(f"Line {number} of the plan, with <b>tags</b> & signs." for number in range(1, 41)),
    "content/easy-read/01-a.md": ("", "", "", "", "", "Before.", "This sentence has <twelve> words.", ""),
    "content/cymraeg/01-ŵyl a thŷ.md": ("# Gŵyl", WELSH),
    "content/plan/03 c.md": ("👩🏽‍⚕️", LONG),
}


def sample(**changes: object) -> Report:
    """The report, with other values for some of its fields."""
    told: dict[str, object] = {
        "about": About(
            title="Cynllun gofal & <iechyd>",
            language="en-GB",
            publisher="The body",
            date="2026-10-30",
            email="hello@example.org",
            editions={
                "plan": ("The plan", "en-GB"),
                "easy-read": ("The plan: Easy Read", "en-GB"),
                "cymraeg": ("Y cynllun", "cy"),
            },
        ),
        "findings": FINDINGS,
        "not_checked": ("PDF, The plan, veraPDF: no Java was found.", "The moon: it is \x07 far away & <cold>."),
        "outcomes": OUTCOMES,
        "tools": {"weasyprint": "70.0", "espeak-ng": "1.52"},
        "asked": (
            Asked(rules()["MAN002"], ("source",)),
            Asked(rules()["MAN004"], ("site", "html"), AUDITS[:1]),
        ),
        "audits": AUDITS,
        "lines": LINES,
        "made": datetime.date(2026, 11, 22),
    }
    return Report(**{**told, **changes})  # type: ignore[arg-type]


def steady(text: str) -> str:
    """A report without the words of the rules, whose every change would be one of the golden files too."""
    used = {each.rule for each in FINDINGS} | {"MAN002", "MAN004"}
    for code in sorted(used):
        rule = rules()[code]
        for name in ("why", "fix", "title", "standard", "failing", "passing"):
            told = str(getattr(rule, name)).strip("\n")
            if told:
                for form in (told.replace("\n", "\n    "), told):
                    for written in (json.dumps(form, ensure_ascii=False)[1:-1], escape(form)):
                        text = text.replace(written, f"({name} of {code})")
    return text
