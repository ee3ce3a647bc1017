"""The list of voices, and the page on which words and voices can be heard."""

from __future__ import annotations

import re
import wave
from pathlib import Path

import pytest
from click.testing import CliRunner

from everyway.building import voices
from everyway.building.voices import make_samples, voices_of
from everyway.cli import main
from everyway.errors import UsageError, WritingError
from everyway.reporting.voices import Row, voices_report
from everyway.speech.voices import kokoro_files
from tests.browser.needed import need
from tests.reading.projects import BASE, make_project

PLAN = """\
# How we help {#base}

The NHS helps everybody who lives near the river, and asks them how they are.

Ask at <Cwm House>.
"""

WORDS = """\
- {word: NHS, say_as: letters}
- {word: Cwm, ipa: kʊm, language: cy, note: A valley.}
- {word: Elsewhere, alias: somewhere else}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    need("espeak-ng")
    monkeypatch.setattr(kokoro_files, "NEEDED", ("no_such_package",))
    settings = BASE["content/publication.yml"].replace("[plan, easy-read]", "[plan]")
    return make_project(
        tmp_path,
        {
            "content/publication.yml": settings,
            "content/plan/00-base.md": PLAN,
            "content/words/pronunciations.yml": WORDS,
            "content/words/glossary.yml": "[]",
        },
    )


def sources(page: Path) -> list[str]:
    return re.findall(r'<audio [^>]*src="([^"]+)"', page.read_text("utf-8"))


def test_every_word_and_every_voice_that_is_here_can_be_heard(project: Path) -> None:
    page = make_samples(project)
    assert page == project / "build" / "voices" / "index.html"
    assert sources(page) == [
        "word-1.wav",
        "word-2.wav",
        "word-3.wav",
        "voice-en-gb-x-rp.wav",
        "voice-en.wav",
        "voice-en-gb-scotland.wav",
    ]
    for name in sources(page):
        with wave.open(str(page.with_name(name))) as sound:
            assert (sound.getnchannels(), sound.getframerate()) == (1, 22050)
            assert 0.2 < sound.getnframes() / 22050 < 10
    text = page.read_text("utf-8")
    assert "Said letter by letter." in text
    assert "(content/plan/00-base.md:3)" in text
    assert "Said with the sounds kʊm. A valley." in text
    assert "Said as “somewhere else”." in text
    assert "It stands in no sentence" in text
    assert not list(page.parent.glob(".making-*"))


def test_one_voice_says_all_when_it_is_named(project: Path, tmp_path: Path) -> None:
    page = make_samples(project, voice="cy", into=tmp_path / "elsewhere")
    assert page == tmp_path / "elsewhere" / "index.html"
    assert sources(page) == ["word-1.wav", "word-2.wav", "word-3.wav", "voice-cy.wav"]


def test_a_voice_that_there_is_not_leaves_the_last_page_as_it_was(project: Path) -> None:
    page = make_samples(project, voice="en")
    before = {file.name: file.read_bytes() for file in page.parent.iterdir()}
    with pytest.raises(UsageError, match="no voice called “nobody”"):
        make_samples(project, voice="nobody")
    assert {file.name: file.read_bytes() for file in page.parent.iterdir()} == before


def test_a_full_disk_leaves_the_last_page_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = make_samples(project, voice="en")
    before = {file.name: file.read_bytes() for file in page.parent.iterdir()}

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device", "word-2.wav")

    monkeypatch.setattr(voices, "_kept", full)
    with pytest.raises(WritingError, match=r"The disk is full: word-2\.wav") as raised:
        make_samples(project, voice="en-gb-scotland")
    assert raised.value.slug == "disk-full"
    assert {file.name: file.read_bytes() for file in page.parent.iterdir()} == before


def test_the_list_tells_who_reads_what(project: Path) -> None:
    rows = {row.name: row for row in voices_of(project)}
    assert rows["en-gb-x-rp"].reads == ("plan",)
    assert rows["cy"].reads == ()
    assert rows["bf_alice"].lack == "the Python package no_such_package is not installed"
    assert "tones" not in rows


def test_the_list_tells_once_what_is_missing_and_what_brings_it() -> None:
    rows = [
        Row("a", "Anna", "en", reads=("plan", "easy-read")),
        Row("bb", "Ben", "en", "its model is away", "fetch it"),
    ]
    assert voices_report(rows) == (
        "a   Anna (reads plan and easy-read)\n\n"
        "Not here, for its model is away. To get them: fetch it\n"
        "bb  Ben\n\n"
        "To hear them, and the words of content/words/: everyway voices --sample"
    )


def test_the_command_lists_voices_anywhere_and_makes_the_page_in_a_project(project: Path, tmp_path: Path) -> None:
    listed = CliRunner().invoke(main, ["--project", str(tmp_path.parent), "voices"])
    assert (listed.exit_code, "en-gb-x-rp" in listed.output, "(reads" in listed.output) == (0, True, False)
    made = CliRunner().invoke(main, ["--project", str(project), "voices", "--voice", "en"])
    assert (made.exit_code, made.output.endswith("build/voices/index.html\n")) == (0, True)
    unknown = CliRunner().invoke(main, ["--project", str(project), "voices", "--voice", "nobody"])
    assert unknown.exit_code == 2
