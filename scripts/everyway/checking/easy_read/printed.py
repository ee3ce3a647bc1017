"""Easy Read on paper, beyond what every print keeps: how many pages it has, and what its front says it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from everyway.checking.easy_read.profiles import Profile, profile_of
from everyway.checking.gate import NotChecked
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Publication
from everyway.wording import words_for


def is_easy_read(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Findings in the PDF of an Easy Read edition: too many pages (large print has more and may), no “Easy Read”."""
    from everyway.checking.paper.pdfium import read_texts

    edition = publication.edition(artifact.edition)
    if not edition.easy_read:
        return ()
    try:
        pages = read_texts(artifact.path)
    except ValueError as error:
        return NotChecked(f"the PDF cannot be read ({error})")
    profile = profile_of(edition)
    found = (*_too_many(pages, profile, edition), *_no_name(pages, edition))
    return tuple(
        replace(one, own_level=profile.levels[one.rule], format=artifact.format)
        for one in found
        if one.rule in profile.levels
    )


def _too_many(pages: tuple[str, ...], profile: Profile, edition: Edition) -> Iterator[Finding]:
    if len(pages) > profile.limits.pages:
        message = f"“{edition.title}” has {len(pages)} pages; {profile.limits.pages} are the most."
        yield Finding("ER060", message, edition.source)


def _no_name(pages: tuple[str, ...], edition: Edition) -> Iterator[Finding]:
    name = words_for(edition.language)("easy-read")
    front = " ".join(pages[0].split()).casefold() if pages else ""
    if name.casefold() not in front:
        yield Finding("ER061", f"The front of “{edition.title}” does not say “{name}”.", edition.source, place="page 1")
