"""Audio: does it play, is it pleasant to listen to, and does it tell all that the text says?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from everyway.checking.audio import marks, text
from everyway.checking.audio.cues import Cue, read_cues
from everyway.checking.audio.mp4 import read_audiobook
from everyway.checking.audio.sound import Measured, measure
from everyway.checking.audio.tags import told_by
from everyway.checking.gate import NotChecked
from everyway.checking.limit import at_most
from everyway.findings import Finding
from everyway.model import Artifact, Publication

QUIETEST, LOUDEST = -19.5, -18.5
HIGHEST = -2.0
LONGEST_SILENCE = 3.0
TOLD_SECONDS = 0.1
"""How far the length that is told of a file may be from that of its sound."""

_AAC = "mp4a"
_NEAR = 0.002

_LEAST = 0.5
"""Seconds: a sound is not measured that is shorter than what loudness is measured of."""


def sounds_right(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """AUD003 to AUD009: whatever a listener would hear that should not be."""
    if _beside(artifact):
        return
    try:
        measured = measure(artifact.path)
    except (OSError, ValueError) as error:
        yield Finding("AUD008", f"It cannot be played: {error}.", format=artifact.format)
        return
    yield from at_most(replace(finding, format=artifact.format) for finding in _heard(measured, artifact))


def is_whole(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """AUD007 to AUD009, of an audiobook: what a player learns of it before it plays.

    It is made from the very sound that the MP3 is; `everyway check` decodes it too, which takes longer.
    """
    try:
        book = read_audiobook(artifact.path)
        sound = book.sound
    except (OSError, ValueError) as error:
        yield Finding("AUD008", f"It cannot be played: {error}.", format=artifact.format)
        return
    if sound.coding != _AAC:
        yield Finding("AUD008", f"Its sound is coded as “{sound.coding}”, not as “{_AAC}”.", format=artifact.format)
    if not _is_told(artifact, sound.seconds):
        yield _length(artifact, sound.seconds)
    listed, shown = book.listed, book.shown
    if len(listed) != len(shown) or any(
        not one[0].startswith(title) or abs(one[1] - start) > _NEAR
        for (title, start), one in zip(listed, shown, strict=True)
    ):
        message = "The list of chapters that some players read is not the track of chapters that others show."
        yield Finding("AUD007", message, format=artifact.format)


def _is_told(artifact: Artifact, seconds: float) -> bool:
    told = artifact.facts.get("seconds")
    return isinstance(told, int | float) and abs(told - seconds) <= TOLD_SECONDS


def _length(artifact: Artifact, seconds: float) -> Finding:
    told = artifact.facts.get("seconds")
    return Finding("AUD009", f"It is {seconds:.1f} seconds long, and {told} are told of it.", format=artifact.format)


def _heard(measured: Measured, artifact: Artifact) -> Iterator[Finding]:
    if not _is_told(artifact, measured.seconds):
        yield _length(artifact, measured.seconds)
    if measured.seconds >= _LEAST and not QUIETEST <= measured.loudness <= LOUDEST:
        yield Finding("AUD003", f"Its loudness is {measured.loudness:.1f} LUFS.")
    if measured.clipped:
        first = clock(measured.clipped[0])
        yield Finding("AUD006", f"It is clipped at {first}, in {len(measured.clipped)} samples in all.", place=first)
    elif measured.peak > HIGHEST:
        yield Finding("AUD004", f"Its highest peak is {measured.peak:.1f} dBTP.")
    for start, length in measured.silences(LONGEST_SILENCE):
        yield Finding("AUD005", f"At {clock(start)} it is silent for {length:.1f} seconds.", place=clock(start))
    with suppress(OSError, ValueError):  # of tags that cannot be read, another check tells
        for mark in told_by(artifact.path).marks:
            if not measured.quiet_at(mark.start):
                message = f"The chapter “{mark.title}” is marked at {clock(mark.start)}, in the middle of words."
                yield Finding("AUD007", message, place=clock(mark.start))


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """AUD001, AUD002, AUD010 to AUD012: every difference between the files beside an MP3 and the model."""
    if _beside(artifact):
        return ()
    edition = publication.edition(artifact.edition)
    try:
        cues, words = (_cues(artifact.path.with_suffix(ending)) for ending in (".vtt", ".words.vtt"))
        told = artifact.path.with_suffix(".txt").read_text("utf-8")
    except FileNotFoundError as error:
        return [Finding("AUD012", f"{Path(error.filename).name} is not beside it.", format=artifact.format)]
    except (OSError, ValueError) as error:
        return [Finding("AUD012", f"{error}", format=artifact.format)]
    found = (
        *text.sentences(cues, edition),
        *text.times(cues, _seconds(artifact)),
        *text.words(words, cues),
        *text.transcript(told, cues),
    )
    return at_most(replace(finding, format=artifact.format) for finding in found)


def can_be_found_in(publication: Publication, artifact: Artifact) -> Iterable[Finding]:
    """AUD007, AUD014: whatever keeps a listener from finding the file, or a chapter in it."""
    if _beside(artifact):
        return
    edition = publication.edition(artifact.edition)
    try:
        told = told_by(artifact.path)
    except (OSError, ValueError) as error:
        yield Finding("AUD014", f"What it tells of itself cannot be read: {error}.", format=artifact.format)
        return
    for name, value in (("title", edition.title), ("artist", publication.publisher)):
        if told.tags.get(name) != value:
            message = f"Its {name} is “{told.tags.get(name, '')}” and should be “{value}”."
            yield Finding("AUD014", message, format=artifact.format)
    if not told.tags.get("language"):
        yield Finding("AUD014", "It does not tell its language.", format=artifact.format)
    if not told.cover:
        yield Finding("AUD014", "It has no cover.", format=artifact.format)
    found = [*marks.marks(told.marks, edition, _seconds(artifact))]
    captions = artifact.path.with_suffix(".vtt")
    if not found and captions.is_file():
        with suppress(OSError, ValueError):  # of captions that cannot be read, another check tells
            found += marks.headings(told.marks, edition, {cue.id: cue for cue in _cues(captions)})
    yield from at_most(replace(finding, format=artifact.format) for finding in found)


def _cues(path: Path) -> tuple[Cue, ...]:
    try:
        return read_cues(path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name} cannot be read: {error}.") from error


def _beside(artifact: Artifact) -> bool:
    """Whether it is one of the files beside the sound, which are checked together with it."""
    return "beside" in artifact.facts


def _seconds(artifact: Artifact) -> float:
    told = artifact.facts.get("seconds", 0.0)
    return float(told) if isinstance(told, int | float) else 0.0


def clock(seconds: float) -> str:
    """A time as players show it: "1:02:03"."""
    hours, rest = divmod(int(seconds), 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"
