"""The MP3 of a book: its chapters joined and found, its words beside it; and a file for each chapter."""

from __future__ import annotations

import json
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from everyway.model import Artifact
from everyway.speech import mpeg
from everyway.speech.sound import SpokenWord
from everyway.speech.timeline import Clip, TimedChapter
from everyway.speech.utterance import Kind
from everyway.tools import need_tool
from everyway.writing.audio.captions import captions, words
from everyway.writing.audio.chapters import write_chapter_files
from everyway.writing.audio.id3 import Mark, tag
from everyway.writing.audio.languages import three_letters
from everyway.writing.audio.mp3 import make_mp3
from everyway.writing.audio.placed import Placed
from everyway.writing.audio.transcript import transcript
from tests.writing.audio.recorded import parts, publication, recording
from tests.writing.audio.tags import read_tag


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Artifact]:
    folder = tmp_path_factory.mktemp("mp3")
    return list(make_mp3(publication(), publication().edition("plan"), {}, folder, parts()))


def test_four_files_are_made(made: list[Artifact]) -> None:
    assert [(one.path.name, one.media_type, one.facts.get("beside", "")) for one in made] == [
        ("garden-plan-mp3.mp3", "audio/mpeg", ""),
        ("garden-plan-mp3.vtt", "text/vtt", "captions"),
        ("garden-plan-mp3.words.vtt", "text/vtt", "words"),
        ("garden-plan-mp3.txt", "text/plain", "transcript"),
    ]
    assert all(one.size == one.path.stat().st_size for one in made)
    assert sorted(made[0].path.parent.iterdir()) == sorted(one.path for one in made)


def test_what_is_told_of_it(made: list[Artifact]) -> None:
    facts = made[0].facts
    heard, rate = soundfile.read(made[0].path)
    assert facts["seconds"] == pytest.approx(len(heard) / rate, abs=0.001)
    assert (facts["chapters"], facts["kilobits"]) == (5, 64)
    assert facts["loudness"] == pytest.approx(-19, abs=0.5)
    assert facts["sentences"] == sum(len(track.chapter.clips) for track in recording().tracks)


def test_its_sound_is_the_chapters_and_nothing_else(made: list[Artifact]) -> None:
    content = made[0].path.read_bytes()
    head = read_tag(content)
    assert content[head.size :] == b"".join(track.mp3.read_bytes() for track in recording().tracks)
    assert len({frame.kilobits for frame in mpeg.frames(content[head.size :])}) == 1


def test_its_tag_names_it_and_its_chapters(made: list[Artifact]) -> None:
    head = read_tag(made[0].path.read_bytes())
    assert head.texts == {
        "TIT2": "The garden plan",
        "TALB": "The garden",
        "TPE1": "A society",
        "TLAN": "eng",
        "TYER": "2020",
        "TDAT": "3007",
        "TCON": "Audiobook",
        "TCOP": "Free to use.",
    }
    assert [title for _, title, _, _ in head.chapters] == [track.chapter.title for track in recording().tracks]
    assert head.contents == [name for name, *_ in head.chapters]
    assert head.chapters[0][2] == 0
    assert all(one[3] == two[2] for one, two in pairwise(head.chapters))
    assert head.chapters[-1][3] == round(float(made[0].facts["seconds"]) * 1000)
    assert head.cover.startswith(b"\x89PNG")


def test_ffmpeg_finds_the_chapters_too(made: list[Artifact]) -> None:
    probe = need_tool("ffmpeg").path.with_name("ffprobe")
    asked = (str(probe), "-v", "error", "-show_chapters", "-of", "json", str(made[0].path))
    told = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)["chapters"]
    assert [(row["tags"]["title"], row["start"], row["end"]) for row in told] == [
        (title, start, end) for _, title, start, end in read_tag(made[0].path.read_bytes()).chapters
    ]


def test_every_sentence_is_heard_when_its_caption_says(made: list[Artifact]) -> None:
    """Every tone begins 300 ms or more after its cue does, and ends before the cue: nothing is heard in between."""
    heard, rate = soundfile.read(made[0].path, dtype="float32")
    cues = re.findall(r"\n\n(\S+)\n(\S+) --> (\S+)\n", made[1].path.read_text("utf-8"))
    ids = [clip.id for track in recording().tracks for clip in track.chapter.clips]
    assert [name for name, _, _ in cues] == ids
    for name, start, end in cues:
        inside = np.abs(heard[int(seconds(start) * rate) : int(seconds(end) * rate)])
        edge = int(0.08 * rate)
        assert inside.max() > 0.05, name
        assert max(inside[:edge].max(), inside[-edge:].max()) < 0.01, name


def seconds(time: str) -> float:
    hours, minutes, rest = time.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def test_the_same_recording_gives_the_same_bytes(made: list[Artifact], tmp_path: Path) -> None:
    again = make_mp3(publication(), publication().edition("plan"), {}, tmp_path, parts())
    assert [one.path.read_bytes() for one in again] == [one.path.read_bytes() for one in made]


def test_each_chapter_has_its_own_files(tmp_path: Path) -> None:
    write_chapter_files(recording(), tmp_path)
    names = {
        f"{track.chapter.id}{end}" for track in recording().tracks for end in (".mp3", ".vtt", ".words.vtt", ".txt")
    }
    assert {file.name for file in tmp_path.iterdir()} == names
    gardens = read_tag((tmp_path / "gardens.mp3").read_bytes())
    assert gardens.texts == {
        "TIT2": "Part 1: Gardens for everyone",
        "TALB": "The garden plan",
        "TLAN": "eng",
        "TRCK": "2/5",
    }
    cues = (tmp_path / "gardens.vtt").read_text("utf-8")
    track = recording().tracks[1]
    assert cues.startswith(f"WEBVTT\n\n{track.chapter.clips[0].id}\n00:00:00.050 --> ")


# Texts that try to be something else


def told(*clips: Clip) -> Placed:
    track = recording().tracks[0]
    chapter = TimedChapter("one", "One", 10.0, clips)
    return Placed(type(track)(chapter, track.mp3, track.aac, track.flac, 0.0, 0.05, 10.1, 10, 22050), 3600.0)


def test_a_caption_is_text_and_nothing_else() -> None:
    clip = Clip("s1", Kind.SENTENCE, "A <b>&\n\n00:01 --> 00:02\n\nNOTE", "en-GB", 0.0, 2.5)
    assert captions([told(clip)], "en-GB") == (
        "WEBVTT\n\ns1\n01:00:00.050 --> 01:00:02.550\nA &lt;b&gt;&amp; 00:01 --&gt; 00:02 NOTE\n"
    )


def test_another_language_is_told_and_words_have_their_times() -> None:
    clip = Clip(
        "s1", Kind.SENTENCE, "Bore da", "cy", 0.0, 10.0, (SpokenWord("Bore", 0.5, 0.9), SpokenWord("da", 1, 99))
    )
    assert "\n<lang cy>Bore da</lang>\n" in captions([told(clip)], "en-GB")
    assert words([told(clip)]) == (
        "WEBVTT\n\ns1.1\n01:00:00.550 --> 01:00:00.950\nBore\n\ns1.2\n01:00:01.050 --> 01:00:10.100\nda\n"
    )


def test_a_transcript_can_be_read() -> None:
    clips = [
        Clip("h", Kind.HEADING, "A heading", "en-GB", 0, 1, level=1),
        Clip("i", Kind.HEADING, "Another", "en-GB", 1, 2, level=2),
        Clip("s", Kind.SENTENCE, "One.", "en-GB", 2, 3),
        Clip("t", Kind.SENTENCE, "Two\nlines.", "en-GB", 3, 4),
    ]
    chapter = TimedChapter("one", "One", 4.0, tuple(clips))
    assert transcript([chapter, chapter]) == "\n\n".join(["A heading\n\nAnother\n\nOne.\nTwo lines."] * 2) + "\n"


def test_a_tag_takes_any_letters() -> None:
    made = read_tag(tag([("TIT2", "Cymru ŵ 🎧"), ("TALB", "Café"), ("TCOP", "")], [Mark("ŷ", 0, 2**31)]) + b"\xff")
    assert made.texts == {"TIT2": "Cymru ŵ 🎧", "TALB": "Café"}
    assert made.chapters == [("chapter1", "ŷ", 0, 2**31)]


def test_languages_have_three_letters() -> None:
    assert [three_letters(tag) for tag in ("en-GB", "cy", "CY-GB", "tlh")] == ["eng", "cym", "cym", "und"]
