"""What there is to listen to on the site: files, times, words about them."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from everyway.manifest import EMPTY
from everyway.model import Publication
from everyway.speech.utterance import Kind
from everyway.writing.parts import Parts
from everyway.writing.site.build import make_site
from everyway.writing.site.listening import cue_script
from tests.writing.site.small import full_edition, small_publication
from tests.writing.site.test_build import words_of
from tests.writing.site.tones import parts_of, recording_of


def build(publication: Publication, parts: dict[str, Parts], folder: Path) -> Path:
    (folder / "site").mkdir(parents=True)
    make_site(publication, EMPTY, folder / "site", parts)
    return folder / "site"


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose plan can be listened to, and whose Easy Read edition cannot."""
    folder = tmp_path_factory.mktemp("spoken")
    publication = small_publication()
    plan = publication.editions[0]
    parts = {"plan": Parts(recording_of(plan, folder / "tones")), "easy-read": Parts()}
    return build(publication, parts, folder)


def rows(file: Path) -> list[list[object]]:
    """The times of a chapter, as the player reads them."""
    found: list[list[object]] = json.loads(file.read_text("utf-8").removeprefix("window.everywayCues=").rstrip(";\n"))
    return found


def test_each_chapter_has_its_files_and_each_part_its_player(spoken: Path) -> None:
    names = {file.name for file in (spoken / "audio/plan").iterdir()}
    assert {name for name in names if name.startswith("people.")} == {
        "people.mp3", "people.vtt", "people.words.vtt", "people.txt", "people.js",
    }  # fmt: skip
    assert {"opening.mp3", "introduction.mp3", "growth.mp3"} <= names
    page = (spoken / "plan/people.html").read_text("utf-8")
    assert '<audio controls preload="none" src="../audio/plan/people.mp3"' in page
    assert "Read by a synthetic voice, 23 sec." in words_of(spoken / "plan/people.html")


def test_an_edition_without_a_recording_has_no_player(spoken: Path) -> None:
    assert not (spoken / "audio/easy-read").exists()
    assert "audio" not in (spoken / "easy-read/easy-people.html").read_text("utf-8")
    assert words_of(spoken / "get-a-copy.html").count("Listen part by part") == 1


def test_the_times_are_those_of_the_captions(spoken: Path) -> None:
    captions = (spoken / "audio/plan/people.vtt").read_text("utf-8")
    told = re.findall(r"^(\S+)\n00:00:([\d.]+) -->", captions, flags=re.M)
    assert len(told) > 10
    found = [(row[1], row[0]) for row in rows(spoken / "audio/plan/people.js")]
    assert found == [(name, pytest.approx(float(start), abs=0.001)) for name, start in told]


def test_every_sentence_of_a_page_is_among_the_times_once_and_in_order(spoken: Path) -> None:
    page = (spoken / "plan/people.html").read_text("utf-8")
    sentences = re.findall(r'<span class="s" id="([^"]+)"', page)
    assert sentences
    timed = [row[1] for row in rows(spoken / "audio/plan/people.js")]
    assert sorted(timed) == sorted(sentences)
    assert len(timed) == len(set(timed))


def test_a_picture_is_found_by_its_words_since_it_has_no_id_on_the_page(tmp_path: Path) -> None:
    easy = small_publication().edition("easy-read")
    track = recording_of(easy, tmp_path / "tones").tracks[1]
    (picture,) = [clip for clip in track.chapter.clips if clip.kind is Kind.PICTURE][:1]
    (tmp_path / "cues.js").write_text(cue_script(track), "utf-8")
    assert rows(tmp_path / "cues.js")[0] == [round(track.delay, 3), picture.id, "Picture: A nurse"]


def test_the_same_recording_gives_the_same_bytes(spoken: Path, tmp_path: Path) -> None:
    publication = small_publication()
    once = build(publication, parts_of(publication, tmp_path / "one"), tmp_path / "once")
    again = build(publication, parts_of(publication, tmp_path / "other"), tmp_path / "again")
    files = sorted(file.relative_to(once) for file in once.rglob("*") if file.is_file())
    assert [file for file in files if (once / file).read_bytes() != (again / file).read_bytes()] == []


def test_in_welsh_the_player_speaks_welsh_and_elsewhere_says_that_it_does_not(tmp_path: Path) -> None:
    pages = {}
    for language in ("cy", "fr"):
        edition = dataclasses.replace(full_edition(), language=language)
        publication = dataclasses.replace(small_publication(), language=language, editions=(edition,))
        folder = tmp_path / language
        site = build(publication, parts_of(publication, folder / "tones"), folder)
        pages[language] = (site / "plan/people.html").read_text("utf-8")
    assert "Gwrando ar y dudalen hon" in pages["cy"]
    assert "Listen to this page" not in pages["cy"]
    assert '<section class="listen" aria-labelledby="_listen" lang="en">' in pages["fr"]
