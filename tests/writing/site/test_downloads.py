"""What there is to take away."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.manifest import Item, Manifest
from everyway.wording import words_for
from everyway.writing.site.downloads import downloads_in, length_in_words, size_in_words
from tests.writing.site.small import small_manifest

ENGLISH = words_for("en")


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1 KB"), (640_000, "640 KB"), (1_240_000, "1.2 MB"), (25_000_000, "25.0 MB")]
)
def test_sizes_are_told_as_people_tell_them(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_a_download_that_is_not_there_is_not_offered(tmp_path: Path) -> None:
    manifest = small_manifest(tmp_path)
    assert [each.facts for each in downloads_in(manifest, tmp_path, ENGLISH)] == [("PDF", "1.2 MB", "12 pages")] * 2
    (tmp_path / "downloads/example-plan-pdf.pdf").unlink()
    assert [each.edition for each in downloads_in(manifest, tmp_path, ENGLISH)] == ["easy-read"]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 sec"), (40, "40 sec"), (60, "1 min"), (725, "12 min"), (5700, "1 h 35 min")]
)
def test_lengths_are_told_as_people_tell_them(seconds: float, words: str) -> None:
    assert length_in_words(seconds, ENGLISH) == words


def test_the_words_of_a_recording_go_with_it(tmp_path: Path) -> None:
    kinds = {".mp3": ("audio/mpeg", {"seconds": 5700.0, "voice": "en-gb-x-rp"}), ".txt": ("text/plain", "transcript")}
    kinds |= {".vtt": ("text/vtt", "captions"), ".words.vtt": ("text/vtt", "words")}
    items = []
    for ending, (media_type, facts) in kinds.items():
        file = tmp_path / f"example-plan-mp3{ending}"
        file.write_bytes(b"...")
        told = facts if isinstance(facts, dict) else {"beside": facts}
        items.append(Item("mp3", "Audio (MP3)", "plan", file.name, media_type, 45_000_000, "0" * 64, told))
    (sound,) = downloads_in(Manifest("example", "2020-07-30", {}, tuple(items)), tmp_path, ENGLISH)
    assert sound.facts == ("MP3", "45.0 MB", "1 h 35 min", "read by a synthetic voice")
    assert [(beside.name, beside.uri) for beside in sound.beside] == [
        ("transcript", "downloads/example-plan-mp3.txt"),
        ("captions", "downloads/example-plan-mp3.vtt"),
        ("words", "downloads/example-plan-mp3.words.vtt"),
    ]
