"""The checks that every artifact passes in every build, as one table: format to checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import cast

from everyway.checking.carry_back import carried_back
from everyway.findings import Finding, errors_in
from everyway.memory import steady_memory
from everyway.model import Artifact, Publication

PASSED = "passed"
FAILED = "failed"
NOT_CHECKED = "not checked"


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Why a check could not be run here, and what a person should know of it."""

    reason: str
    findings: tuple[Finding, ...] = ()


Look = Callable[[Publication, Artifact], Iterable[Finding] | NotChecked]
"""What a check does: an artifact and what it was made from in, findings out."""


@dataclass(frozen=True, slots=True)
class Check:
    """One row: `look` is "module:function", imported only when used. The name stands in the manifest."""

    name: str
    look: str

    def load(self) -> Look:
        """The function, imported now."""
        module, _, function = self.look.partition(":")
        return cast("Look", getattr(import_module(f"everyway.checking.{module}"), function))


_PDF = (
    Check("page-validation", "pdf:meets_standard"),
    Check("fidelity", "pdf:tells_the_text"),
    Check("print", "paper.check:reads_well"),
)

_SOUND = Check("sound", "audio.check:sounds_right")
_CHAPTERS = Check("chapters", "audio.check:can_be_found_in")

_BRAILLE = (
    Check("structure", "braille.check:has_the_form"),
    Check("fidelity", "braille.check:tells_the_text"),
)

_WORD = (
    Check("opens", "word.check:opens"),
    Check("fidelity", "word.check:tells_the_text"),
    Check("accessibility", "word.check:shuts_nobody_out"),
)

_BOOK = (
    Check("structure", "ebook.check:is_sound"),
    Check("fidelity", "ebook.check:tells_the_text"),
    Check("metadata", "ebook.check:says_what_it_is"),
    Check("pages", "ebook.check:has_the_pages_of_print"),
)

CHECKS: Mapping[str, tuple[Check, ...]] = {
    "pdf": _PDF,
    "large-print": _PDF,
    "giant-print": _PDF,
    "word": _WORD,
    "word-large-print": _WORD,
    "odt": (
        Check("opens", "opendocument.check:opens"),
        Check("fidelity", "opendocument.check:tells_the_text"),
        Check("accessibility", "opendocument.check:shuts_nobody_out"),
    ),
    "text": (Check("fidelity", "text.check:tells_the_text"), Check("lines", "text.check:reads_well")),
    "html": (Check("fidelity", "one_page.check:tells_the_text"), Check("structure", "one_page.check:is_sound")),
    "site": (
        Check("fidelity", "site:tells_the_text"),
        Check("links", "site_links:links_lead_somewhere"),
        Check("structure", "site_links:pages_are_sound"),
    ),
    "mp3": (_SOUND, Check("captions", "audio.check:tells_the_text"), _CHAPTERS),
    "m4b": (Check("whole", "audio.check:is_whole"), _CHAPTERS),
    "daisy": (
        Check("structure", "daisy.check:is_playable"),
        Check("fidelity", "daisy.check:tells_the_text"),
        Check("pages", "daisy.check:has_the_pages_of_print"),
    ),
    "epub": (*_BOOK, Check("voice", "ebook.check:reads_itself_aloud")),
    "epub-light": _BOOK,
    "braille-preview": (Check("structure", "braille.preview:shows_every_page"),),
    "brf": _BRAILLE,
    "pef": (*_BRAILLE, Check("schema", "braille.check:meets_schema")),
    "ebrl": (
        Check("structure", "braille.ebraille:keeps_the_rules"),
        Check("fidelity", "braille.check:tells_the_text"),
    ),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks of one artifact gave: the outcome by name ("passed", "failed", "not checked: reason")."""

    checks: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def check_artifact(publication: Publication, artifact: Artifact) -> Verdict:
    """The verdict on one artifact by the checks of its format; a format without checks says so."""
    with steady_memory():
        return _verdict(publication, artifact)


def _verdict(publication: Publication, artifact: Artifact) -> Verdict:
    checks: dict[str, str] = {}
    findings: list[Finding] = []
    for check in CHECKS.get(artifact.format, ()):
        found = check.load()(publication, artifact)
        if isinstance(found, NotChecked):
            checks[check.name] = f"{NOT_CHECKED}: {found.reason}"
            findings.extend(carried_back(publication, artifact, found.findings))
        else:
            these = tuple(carried_back(publication, artifact, found))
            checks[check.name] = FAILED if errors_in(these) else PASSED
            findings.extend(these)
    return Verdict(checks, tuple(findings))
