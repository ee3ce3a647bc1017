"""The checks that need tools from outside, as one table: run by `everyway check`, not in every build.

A tool that is missing makes a check "not checked", with the line that brings the tool; never "passed".
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from everyway.checking.carry_back import carried_back
from everyway.checking.gate import FAILED, NOT_CHECKED, PASSED, Verdict
from everyway.checking.limit import at_most
from everyway.checking.nearest import id_at_line, place_of
from everyway.errors import ToolError
from everyway.findings import Finding, errors_in
from everyway.model import Artifact, Publication


def check_deeply(publication: Publication, artifact: Artifact) -> Verdict:
    """The verdict on one artifact by the tools of its format; empty for a format that none is for."""
    look = DEEP.get(artifact.format)
    if look is None:
        return Verdict()
    verdict = look(publication, artifact)
    return replace(verdict, findings=tuple(carried_back(publication, artifact, verdict.findings)))


def verapdf(publication: Publication, artifact: Artifact) -> Verdict:
    """A PDF, by the engine of veraPDF, against PDF/UA-1 (ISO 14289-1)."""
    from everyway.checking.pdf import broken_standard
    from everyway.checking.verapdf import unavailable, validate

    name = "veraPDF"
    if reason := unavailable():
        return Verdict({name: f"{NOT_CHECKED}: {reason}"})
    findings = tuple(at_most(broken_standard(artifact, validate(artifact.path))))
    return Verdict({name: FAILED if findings else PASSED}, findings)


def browser(publication: Publication, artifact: Artifact) -> Verdict:
    """The site, as a reader meets it: in Chromium, by axe-core and the Nu checker."""
    from everyway.checking.web.check import check_site

    site = publication.settings.get("site")
    address = str(site.get("url", "")) if isinstance(site, Mapping) else ""
    base = f"{urlsplit(address).path.rstrip('/')}/"
    web = check_site(artifact.path, base=base, thorough=True)
    outcome = FAILED if errors_in(web.findings) else PASSED
    checks = {check: f"{outcome}: {extent}" for check, extent in web.checked.items()}
    checks |= {
        missing.check: f"{NOT_CHECKED}: {missing.reason}" + (f" To check it: {missing.bring}" if missing.bring else "")
        for missing in web.not_checked
    }
    return Verdict(checks, web.findings)


def ebook(publication: Publication, artifact: Artifact) -> Verdict:
    """A book, by EPUBCheck and by Ace by DAISY."""
    from everyway.checking.ebook import ace, epubcheck

    judges = (("EPUBCheck", epubcheck.validate, "EPUB035"), ("Ace by DAISY", ace.validate, "EPUB036"))
    checks: dict[str, str] = {}
    findings: list[Finding] = []
    for name, validate, rule in judges:
        try:
            failures = validate(artifact.path)
        except ToolError as error:
            checks[name] = f"{NOT_CHECKED}: {error.message} {error.fix}"
            continue
        checks[name] = FAILED if failures else PASSED
        for failure in failures:
            message = f"{name} says, by {failure.rule}: {failure.message}"
            findings.append(
                Finding(rule, message, format=artifact.format, place=_in_book(artifact.path, failure.where))
            )
    return Verdict(checks, tuple(at_most(findings)))


_LINE = re.compile(r"(.+), line (\d+)")


def _in_book(book: Path, where: str) -> str:
    """A place in a book as it is told, "EPUB/people.xhtml#listening, line 7": with the id that stands before it."""
    found = _LINE.fullmatch(where)
    if found is None:
        return where
    try:
        with zipfile.ZipFile(book) as files:
            text = files.read(found[1]).decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile):
        return where
    return f"{place_of(found[1], id_at_line(text, int(found[2])))}, line {found[2]}"


def ebraille(publication: Publication, artifact: Artifact) -> Verdict:
    """An eBraille file, which has to be a book too, by EPUBCheck."""
    from everyway.checking.braille import as_epub

    try:
        failures = as_epub.validate(artifact.path)
    except ToolError as error:
        return Verdict({"EPUBCheck": f"{NOT_CHECKED}: {error.message} {error.fix}"})
    findings = tuple(
        Finding(
            "BRL014",
            f"EPUBCheck says, by {each.rule}: {each.message}",
            format=artifact.format,
            place=_in_book(artifact.path, each.where),
        )
        for each in failures
    )
    return Verdict({"EPUBCheck": FAILED if findings else PASSED}, findings)


def listening(publication: Publication, artifact: Artifact) -> Verdict:
    """An MP3, by a recogniser that listens to it: an extra, whose absence is no gap in the checks."""
    from everyway.checking.audio.heard import extent, findings, listen, recogniser, unavailable

    if artifact.path.suffix != ".mp3" or unavailable(publication.edition(artifact.edition).language):
        return Verdict()
    hearings = listen(artifact, recogniser())
    return Verdict({"listening": f"{PASSED}: {extent(hearings)}"}, tuple(findings(hearings, artifact, publication)))


def sound(publication: Publication, artifact: Artifact) -> Verdict:
    """An audiobook, decoded to its end; of MP3s, which are made from the same sound, the gate sees to that."""
    from everyway.checking.audio.check import sounds_right

    try:
        findings = tuple(sounds_right(publication, artifact))
    except ToolError as error:
        return Verdict({"sound": f"{NOT_CHECKED}: {error.message} {error.fix}"})
    return Verdict({"sound": FAILED if errors_in(findings) else PASSED}, findings)


DEEP: Mapping[str, Callable[[Publication, Artifact], Verdict]] = {
    "pdf": verapdf,
    "large-print": verapdf,
    "giant-print": verapdf,
    "mp3": listening,
    "m4b": sound,
    "site": browser,
    "epub": ebook,
    "epub-light": ebook,
    "ebrl": ebraille,
}
