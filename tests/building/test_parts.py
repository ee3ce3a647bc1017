"""Parts that formats share are made once, and one that fails is told of once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from everyway.building import parts as room
from everyway.building.cache import FolderCache
from everyway.building.jobs import run
from everyway.building.make import Plan, errors_of
from everyway.cache import Cache
from everyway.errors import VoiceError
from everyway.manifest import Manifest
from everyway.model import Artifact, Edition, Publication
from everyway.speech.performance import Performance
from everyway.speech.speaking import speak
from everyway.speech.utterance import Chapter
from everyway.speech.voices import Speaker
from everyway.writing.formats import Format
from everyway.writing.parts import Parts
from tests.building.tiny import SHELF, publication

TELL = Format("tell", "audio", "Told", "To hear.", "txt", "tiny:make_told", (), options={"voice": "tones"})
TELL = replace(TELL, parts=("recording",))
AGAIN = replace(TELL, name="again")
CHAPTERS = ["opening", "care", "closing"]


def make_told(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path, parts: Parts
) -> Sequence[Artifact]:
    assert parts.recording
    ids = [track.chapter.id for track in parts.recording.tracks]
    file = folder / f"{edition.name}-{len(list(folder.iterdir()))}.txt"
    file.write_text(" ".join(ids))
    return [Artifact("tell", edition.name, file, "text/plain", 1, {"sound": parts.recording.tracks[0].mp3.is_file()})]


def make_shelf(
    publication: Publication, manifest: Manifest, folder: Path, parts: Mapping[str, Parts]
) -> Sequence[Artifact]:
    assert all(one.recording for one in parts.values())
    (folder / "index.txt").write_text(" ".join(parts))
    return [Artifact("shelf", "", folder, "text/plain", 1)]


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The chapters that were spoken, in a plan of tiny formats."""
    from everyway.building import assemble

    makers = {"make_told": make_told, "make_shelf": make_shelf}
    monkeypatch.setattr(Format, "_load", lambda row: makers[row.maker.partition(":")[2]])
    monkeypatch.setattr(assemble, "FORMATS", (TELL, AGAIN, SHELF))
    said: list[str] = []

    def noted(chapter: Chapter, speaker: Speaker, cache: Cache) -> Performance:
        said.append(chapter.id)
        return speak(chapter, speaker, cache)

    monkeypatch.setattr("everyway.speech.speaking.speak", noted)
    return said


def plan(folder: Path, *rows: Format) -> Plan:
    whole = publication()
    folder.mkdir(exist_ok=True)
    return Plan(whole, rows, whole.editions[:1], folder, "", shared=(TELL,), cache=FolderCache(folder / "cache"))


def test_a_recording_is_made_once_for_all_that_need_it(tmp_path: Path, spoken: list[str]) -> None:
    _, outcomes = run(plan(tmp_path, TELL, AGAIN), lambda job: None)
    assert errors_of(outcomes) == ()
    assert sorted(spoken) == sorted(CHAPTERS)
    assert [artifact.facts["sound"] for outcome in outcomes for artifact in outcome.artifacts] == [True, True]
    assert outcomes[0].artifacts[0].path.read_text() == " ".join(CHAPTERS)


def test_the_site_is_given_the_recordings_that_other_formats_share(tmp_path: Path, spoken: list[str]) -> None:
    _, outcomes = run(plan(tmp_path, SHELF), lambda job: None)
    assert errors_of(outcomes) == ()
    assert (tmp_path / "shelf" / "index.txt").read_text() == "plan easy-read"
    assert sorted(spoken) == sorted([*CHAPTERS, *CHAPTERS])


def test_without_a_spoken_format_nothing_is_spoken(tmp_path: Path, spoken: list[str]) -> None:
    _, outcomes = run(replace(plan(tmp_path, SHELF), shared=()), lambda job: None)
    assert errors_of(outcomes) == ()
    assert spoken == []


def test_a_voice_that_fails_fails_all_that_wait_for_it_and_is_told_once(
    tmp_path: Path, spoken: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fail: Callable[..., Performance] = _fail
    monkeypatch.setattr(room, "_speak", fail)
    _, outcomes = run(plan(tmp_path, TELL, AGAIN, SHELF), lambda job: None)
    assert [outcome.failed for outcome in outcomes] == [True, True, True]
    (error,) = errors_of(outcomes)
    assert error.slug == "voice-died"


def _fail(*_: object) -> Performance:
    raise VoiceError("voice-died", "The voice died.", fix="Try again.")
