"""The whole way with the real voice and the real encoders: from a publication to files that pass every check."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from everyway.cache import Cache, NoCache
from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from everyway.speech.options import SpeechOptions
from everyway.speech.record import record
from everyway.speech.recording import Recording
from everyway.speech.script import script
from everyway.speech.voices import speaker_for
from everyway.tools import need_tool
from everyway.writing.audio.m4b import make_m4b
from everyway.writing.audio.mp3 import make_mp3
from everyway.writing.parts import Parts
from tests.checking.small import small
from tests.speech.tones import Shelf

OPTIONS = SpeechOptions()


def said(folder: Path, cache: Cache) -> Recording:
    publication = small()
    folder.mkdir()
    told = script(publication, publication.edition("plan"), OPTIONS)
    return record(told, OPTIONS, speaker_for(OPTIONS), cache, folder)


def made(folder: Path, cache: Cache) -> list[Artifact]:
    publication = small()
    parts = Parts(said(folder / "sound", cache))
    edition = publication.edition("plan")
    return [*make_mp3(publication, edition, {}, folder, parts), *make_m4b(publication, edition, {}, folder, parts)]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, shelf: Shelf) -> list[Artifact]:
    return made(tmp_path_factory.mktemp("first"), shelf)


def test_it_passes_every_check(first: list[Artifact]) -> None:
    for artifact in first:
        verdict = check_artifact(small(), artifact)
        assert verdict.findings == (), artifact.path.name
        assert set(verdict.checks.values()) == {"passed"}


def test_it_is_the_same_when_all_is_said_anew_and_when_all_was_kept(
    first: list[Artifact], tmp_path: Path, shelf: Shelf
) -> None:
    kept = len(shelf)
    for name, cache in (("anew", NoCache()), ("kept", shelf)):
        (tmp_path / name).mkdir()
        again = made(tmp_path / name, cache)
        assert [one.path.read_bytes() for one in again] == [one.path.read_bytes() for one in first]
        assert [one.facts for one in again] == [one.facts for one in first]
    assert len(shelf) == kept


@pytest.mark.parametrize("ending", [".mp3", ".m4b"])
def test_another_meter_measures_the_same(first: list[Artifact], ending: str) -> None:
    """FFmpeg's own meter (EBU R 128), in the file as it is: loudness within half a unit of −19, peak under −2 dBTP."""
    artifact = next(one for one in first if one.path.suffix == ending)
    meter = "ebur128=peak=true:framelog=verbose"
    asked = (str(need_tool("ffmpeg").path), "-nostats", "-i", str(artifact.path), "-map", "0:a", "-af", meter)
    said = subprocess.run((*asked, "-f", "null", "-"), capture_output=True, text=True, check=True).stderr
    summary = said[said.rindex("Summary:") :]
    loudness = float(re.findall(r"I:\s+(-?[\d.]+) LUFS", summary)[0])
    peak = float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", summary)[0])
    assert loudness == pytest.approx(-19, abs=0.5)
    assert loudness == pytest.approx(float(artifact.facts["loudness"]), abs=0.15)
    assert peak <= -2
    assert peak == pytest.approx(float(artifact.facts["peak"]), abs=1.0)
