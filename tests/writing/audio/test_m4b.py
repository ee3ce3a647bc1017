"""The audiobook: sound that is copied, chapters and cover where players look for them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from everyway.errors import ToolError
from everyway.model import Artifact
from everyway.tools import need_tool
from everyway.tools.ffmpeg import run_ffmpeg
from everyway.writing.audio.cover import PIXELS
from everyway.writing.audio.m4b import _escaped, make_m4b
from tests.writing.audio.recorded import parts, publication, recording


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    folder = tmp_path_factory.mktemp("m4b")
    (one,) = make_m4b(publication(), publication().edition("plan"), {}, folder, parts())
    assert list(folder.iterdir()) == [one.path]
    return one


@pytest.fixture(scope="module")
def told(made: Artifact) -> dict[str, object]:
    probe = need_tool("ffmpeg").path.with_name("ffprobe")
    asked = (str(probe), "-v", "error", "-show_chapters", "-show_streams", "-show_format", "-of", "json", made.path)
    found: dict[str, object] = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
    return found


def test_it_is_named_and_of_its_kind(made: Artifact, told: dict) -> None:  # type: ignore[type-arg]
    assert (made.path.name, made.media_type) == ("garden-plan-m4b.m4b", "audio/mp4")
    tags = told["format"]["tags"]
    assert tags["major_brand"] == "M4B "
    assert {name: tags[name] for name in ("title", "artist", "album", "genre", "date", "media_type")} == {
        "title": "The garden plan",
        "artist": "A society",
        "album": "The garden",
        "genre": "Audiobook",
        "date": "2020-07-30",
        "media_type": "2",
    }
    assert "encoder" not in tags and "creation_time" not in tags


def test_its_chapters_begin_where_their_sound_does(made: Artifact, told: dict) -> None:  # type: ignore[type-arg]
    rows = [(row["tags"]["title"], float(row["start_time"])) for row in told["chapters"]]
    start, expected = 0, []
    for track in recording().tracks:
        expected.append((track.chapter.title, pytest.approx(start * 1024 / 22050, abs=0.001)))
        start += track.aac_frames
    assert rows == expected
    assert float(told["format"]["duration"]) == pytest.approx(float(made.facts["seconds"]), abs=0.01)


def test_its_sound_is_aac_in_the_editions_language_with_a_cover(told: dict) -> None:  # type: ignore[type-arg]
    streams = {row["codec_type"]: row for row in told["streams"]}
    assert (streams["audio"]["codec_name"], streams["audio"]["channels"]) == ("aac", 1)
    assert streams["audio"]["tags"]["language"] == "eng"
    assert (streams["video"]["codec_name"], streams["video"]["width"]) == ("png", PIXELS)
    assert streams["video"]["disposition"]["attached_pic"] == 1


def test_its_sound_is_copied(made: Artifact) -> None:
    ours = run_ffmpeg(("-i", str(made.path), "-map", "0:a", "-c", "copy", "-f", "adts", "pipe:1"))
    assert ours == b"".join(track.aac.read_bytes() for track in recording().tracks)


def test_the_same_recording_gives_the_same_bytes(made: Artifact, tmp_path: Path) -> None:
    (again,) = make_m4b(publication(), publication().edition("plan"), {}, tmp_path, parts())
    assert again.path.read_bytes() == made.path.read_bytes()


def test_when_it_cannot_be_made_nothing_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EVERYWAY_FFMPEG", str(tmp_path / "none"))
    with pytest.raises(ToolError):
        make_m4b(publication(), publication().edition("plan"), {}, tmp_path, parts())
    assert list(tmp_path.iterdir()) == []


def test_facts_cannot_become_commands() -> None:
    assert _escaped("a=b;c#d\\e\nf [CHAPTER]") == "a\\=b\\;c\\#d\\\\e f [CHAPTER]"
