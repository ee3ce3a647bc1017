"""Findings in artifacts, carried back to the Markdown that an editor can change.

A check that knows the line says so. For the rest there are clues, and the surest comes first: words or an id that the
message quotes, what `place` says, the page of the site or of paper. A fault of the theme stands on every page, so that
a page alone is no clue to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from everyway.checking.origin import Origin
from everyway.findings import Finding, rules
from everyway.model import Artifact, Publication, Source

QUOTED = re.compile("“([^“”]+)”")
_PAGE = re.compile(r"page (\d+)")
_PART = re.compile(r"part-(\d+)")
_NOTE = re.compile(r"\b(call of )?note “?(\d+)")
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d\d)")


def carried_back(publication: Publication, artifact: Artifact, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of an artifact, each with the line where its cause was written, where that can be told."""
    for finding in findings:
        yield finding if finding.where else replace(finding, where=_where(publication, artifact, finding))


def origin_of(publication: Publication, edition: str = "") -> Origin:
    """What was written in an edition, or in all of them."""
    return _origin(_Kept(publication), edition)


class _Kept:
    """A publication as a key: the same object, not an equal one, since comparing whole texts takes long."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication

    def __hash__(self) -> int:
        return id(self.publication)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.publication is self.publication


@lru_cache(maxsize=8)
def _origin(kept: _Kept, edition: str) -> Origin:
    editions = kept.publication.editions
    return Origin(each for each in editions if edition in ("", each.name))


def _where(publication: Publication, artifact: Artifact, finding: Finding) -> Source | None:
    name, _, fragment = re.split(r"[,; ]", finding.place, maxsplit=1)[0].partition("#")
    file = PurePosixPath(name)
    names = {edition.name for edition in publication.editions}
    told = next((part for part in file.parts if part in names), "") if not artifact.edition else artifact.edition
    origin = origin_of(publication, told)
    of_page = origin.within(file.stem) if file.suffix in (".html", ".xhtml") else None
    quoted = [words.removesuffix("…").strip() for words in QUOTED.findall(finding.message)]
    looks = ((each, words) for words in quoted for each in (of_page, origin) if each)
    found = (_quoted(each, words) for each, words in looks)
    return next(filter(None, found), None) or origin.of_id(fragment) or _by_place(origin, artifact, finding, file)


def _quoted(origin: Origin, words: str) -> Source | None:
    return origin.of_id(words) or origin.of_picture(words) or origin.of_title(words) or origin.of_words(words)


def _by_place(origin: Origin, artifact: Artifact, finding: Finding, file: PurePosixPath) -> Source | None:
    if found := origin.of_id(finding.place) or origin.of_id(finding.place.rpartition(".")[0]):
        return found
    if note := _NOTE.search(finding.message):
        return origin.of_call(int(note[2])) if note[1] else origin.of_note(int(note[2]))
    if _CLOCK.fullmatch(finding.place):
        return _heard_at(origin, artifact, finding.place)
    if rules()[finding.rule].who == "theme":
        return None
    if page := _PAGE.fullmatch(finding.place):
        return origin.of_page(int(page[1]), artifact.places)
    if file.suffix in (".html", ".xhtml", ".smil"):
        part = _PART.fullmatch(file.stem)
        return origin.of_id(file.stem) or (origin.of_part(int(part[1])) if part else None)
    return None


def _heard_at(origin: Origin, artifact: Artifact, time: str) -> Source | None:
    """The sentence that is spoken at a time, by the captions beside the sound."""
    from everyway.checking.audio.cues import read_cues

    hours, minutes, seconds = _CLOCK.fullmatch(time).groups()  # type: ignore[union-attr]
    at = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    for captions in (artifact.path.with_suffix(".vtt"), *sorted(artifact.path.parent.glob("*.vtt"))):
        if not captions.is_file() or captions.name.endswith(".words.vtt"):
            continue
        if artifact.edition not in captions.name:
            continue
        try:
            cues = read_cues(captions.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        said = [cue for cue in cues if cue.start < at + 1]
        return origin.of_id(said[-1].id) if said else None
    return None
