"""What is told of a spoken format, and where its files go."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from everyway.model import Artifact, Edition, Publication
from everyway.model.artifact import Fact
from everyway.speech.recording import Recording
from everyway.writing.parts import Parts


def recording_in(parts: Parts) -> Recording:
    """The recording that a spoken format is made from; ValueError when there is none, or no sound in it."""
    if parts.recording is None or not parts.recording.tracks:
        raise ValueError("a spoken format is made from a recording")
    return parts.recording


def facts_of(recording: Recording, seconds: float) -> Mapping[str, Fact]:
    """`seconds`, `chapters`, `sentences` (all that is said, pictures too), `voice`, `engine`, `loudness`, `peak`."""
    return {
        "seconds": round(seconds, 3),
        "chapters": len(recording.tracks),
        "sentences": sum(len(track.chapter.clips) for track in recording.tracks),
        "voice": recording.voice,
        "engine": recording.engine,
        "loudness": recording.loudness,
        "peak": recording.peak,
    }


def target(publication: Publication, edition: Edition, name: str, ending: str, folder: Path) -> Path:
    """The file of a format, named as every download is."""
    return folder / f"{publication.name}-{edition.name}-{name}{ending}"


def deliver(content: bytes, file: Path) -> None:
    """Write a file that is whole or not there; OSError when it cannot be written."""
    aside = file.with_name(file.name + ".part")
    try:
        aside.write_bytes(content)
        aside.replace(file)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def artifact(name: str, edition: Edition, file: Path, media_type: str, facts: Mapping[str, Fact]) -> Artifact:
    """The artifact of a file that has been written."""
    return Artifact(name, edition.name, file, media_type, file.stat().st_size, facts)
