"""Faults that only tools from outside see: EPUBCheck, Ace by DAISY and veraPDF. They take seconds each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from everyway.checking.deep import check_deeply
from everyway.findings import Finding
from everyway.model import Artifact, Source
from tests.checking.small import FILE
from tests.faults.artifacts import epub, pdf
from tests.faults.fault import CannotPlantError, Fault
from tests.faults.planting import publication


def judged(artifact: Artifact, judge: str) -> Iterable[Finding]:
    """What the tools of its format find; CannotPlantError when the one that is meant is missing."""
    verdict = check_deeply(publication(), artifact)
    outcome = verdict.checks.get(judge, "")
    if outcome.startswith("not checked"):
        raise CannotPlantError(outcome)
    return verdict.findings


def in_book(old: str, new: str, judge: str, folder: Path) -> Iterable[Finding]:
    return judged(epub.spoilt(epub.change(epub.TEXT, old, new), folder), judge)


def in_pdf(folder: Path) -> Iterable[Finding]:
    return judged(pdf.spoilt(pdf.no_contents_of_a_link, folder), "veraPDF")


FAULTS = (
    Fault(
        "epub-an-attribute-that-nobody-knows",
        "EPUB035",
        "epub",
        partial(in_book, "<blockquote", '<blockquote colour="red"', "EPUBCheck"),
        Source(FILE, 30),
        slow=True,
    ),
    Fault(
        "epub-a-picture-without-any-words",
        "EPUB036",
        "epub",
        partial(in_book, ' alt="A blue square"', "", "Ace by DAISY"),
        Source(FILE, 28),
        slow=True,
    ),
    Fault("pdf-a-link-without-words-for-veraPDF", "PDF021", "pdf", in_pdf, Source(FILE, 8), slow=True),
)
