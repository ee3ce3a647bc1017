"""What only a person can tell, and of which formats: one table, by the code of the rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from everyway.findings import Asked, rules
from everyway.model import Publication

_PRINT = ("pdf", "large-print", "giant-print")
_SOUND = ("mp3", "m4b", "daisy")
_BRAILLE = ("brf", "pef", "ebrl")
_BOOKS = ("epub", "epub-light", "daisy")

SOURCE = "source"
"""The words and pictures themselves, whatever the format."""

ASKED: Mapping[str, tuple[str, ...]] = {
    "MAN001": (SOURCE,),
    "MAN002": (SOURCE,),
    "MAN003": (SOURCE,),
    "MAN004": ("site", "html"),
    "MAN005": ("site",),
    "MAN006": _PRINT,
    "MAN007": ("large-print", "giant-print"),
    "MAN008": _SOUND,
    "MAN009": _BRAILLE,
    "MAN010": _BOOKS,
    "MAN011": ("word", "word-large-print", "odt"),
    "MAN012": (SOURCE,),
    "MAN013": (SOURCE,),
    "MAN014": (SOURCE,),
}

OF_EASY_READ = frozenset({"MAN002", "MAN003", "MAN014"})
"""What is asked only where there is an Easy Read edition."""


def asked_of(publication: Publication, formats: Iterable[str]) -> Iterator[Asked]:
    """Every check by people that this publication needs in these formats, done or not, in order of code."""
    here = {SOURCE, *formats}
    easy_read = any(edition.easy_read for edition in publication.editions)
    for code, concerned in ASKED.items():
        chosen = tuple(name for name in concerned if name in here)
        if not chosen or (code in OF_EASY_READ and not easy_read):
            continue
        audits = (audit for audit in publication.audits if audit.check == code)
        yield Asked(rules()[code], chosen, tuple(sorted(audits, key=lambda audit: (audit.when, audit.source))))
