"""The talking book of the example publication: its files, its places to go to, its text, and what may never happen."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from everyway import __version__
from everyway.model import (
    Artifact,
    Edition,
    Foreign,
    Note,
    NoteReference,
    Opening,
    Paragraph,
    Publication,
    Section,
    Sentence,
    Text,
)
from everyway.model.walk import sections_of, sentences_of
from everyway.speech.timeline import Clip, TimedChapter
from everyway.speech.utterance import Kind
from everyway.writing.daisy import make_daisy
from everyway.writing.formats import format_named
from everyway.writing.parts import Parts
from tests.conftest import Golden
from tests.writing.daisy.recordings import LONG, recorded, recording_of, track
from tests.writing.example import HERE, paragraph, plan, publication, section, sentence

XHTML = "{http://www.w3.org/1999/xhtml}"


def make(example: Publication, edition: Edition, folder: Path, each: int = 4, **options: object) -> Sequence[Artifact]:
    """The book of an edition with so many sentences on each page, the first on page 3."""
    recording = recording_of(example, edition, folder / "sound")
    names = [sentence.id for part in sections_of(edition) for sentence in sentences_of(part)]
    pages = {name: 3 + number // each for number, name in enumerate(names)}
    return make_daisy(example, edition, options, folder, Parts(recording, pages))


def files_in(path: Path) -> dict[str, str]:
    """The texts in a book's zip, by name."""
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name).decode() for name in book.namelist() if not name.endswith(".mp3")}


def book_of(edition: Edition, folder: Path, **more: object) -> dict[str, str]:
    (made,) = make(replace(publication(edition), **more), edition, folder)  # type: ignore[arg-type]
    return files_in(made.path)


def places(files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Each place to go to: its tag, its class and its words."""
    body = ElementTree.fromstring(files["ncc.html"]).find(f"{XHTML}body")
    assert body is not None
    return [(each.tag.removeprefix(XHTML), each.get("class", ""), "".join(each.itertext())) for each in body]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Artifact]:
    """The zip and the folder of the plan."""
    return make(publication(), plan(), tmp_path_factory.mktemp("daisy"), unpacked=True)


def small_book(folder: Path) -> dict[str, str]:
    """A book of six clips: title, heading on page 3, picture, two sentences (the second on page 4) and a note."""
    note = Note("note-1", 1, (Paragraph((Sentence("people-note", (Text("In 2020."),), HERE),), HERE),), HERE)
    call = (Text("They work & "), Foreign((Text("ymlacio"),), "cy"), NoteReference("note-1", 1), Text("."))
    text = Paragraph(
        (Sentence("people-one", (Text("We say it once."),), HERE), Sentence("people-two", call, HERE)), HERE
    )
    part = Section(
        "people", 1, Sentence("people-head", (Text("People"),), HERE), (text,), (), HERE, (note,),
        Opening(1, "Part 1", None, None),
    )  # fmt: skip
    said = (
        ("people-head", Kind.HEADING, "Part 1: People"),
        ("people-picture-team", Kind.PICTURE, "Picture: A team"),
        ("people-one", Kind.SENTENCE, "We say it once."),
        ("people-two", Kind.SENTENCE, "They work & ymlacio."),
        ("people-note", Kind.NOTE, "Note 1: In 2020."),
    )
    chapters = {
        "opening": (Clip("opening-title", Kind.ANNOUNCEMENT, "An example: the plan.", "en-GB", 0.0, LONG),),
        "people": tuple(
            Clip(name, kind, words, "en-GB", at * LONG, (at + 1) * LONG, level=int(at == 0))
            for at, (name, kind, words) in enumerate(said)
        ),
    }
    tracks = [
        track(TimedChapter(name, name, len(clips) * LONG, clips), folder / f"{name}.mp3")
        for name, clips in chapters.items()
    ]
    recording = recorded("plan", "An example: the plan", "en-GB", tracks)
    pages = {"people-head": 3, "people-one": 3, "people-two": 4, "people-note": 4}
    edition = plan(part)
    (made,) = make_daisy(publication(edition), edition, {}, folder, Parts(recording, pages))
    return files_in(made.path)


def test_its_files(golden: Golden, tmp_path: Path) -> None:
    files = small_book(tmp_path)
    assert list(files) == ["ncc.html", "master.smil", "0001.smil", "0002.smil", "content.html", "content.css"]
    for name in ("ncc.html", "master.smil", "0002.smil", "content.html"):
        golden(f"daisy/{name}", files[name].replace(f"everyway {__version__}", "everyway VERSION") + "\n")


def test_its_row_in_the_table_of_formats_leads_here() -> None:
    row = format_named("daisy")
    assert row.maker == f"everyway.writing.daisy:{make_daisy.__name__}"
    assert set(row.parts) == {"recording", "pages"}


def test_says_what_it_is(made: Sequence[Artifact]) -> None:
    artifact = made[0]
    assert artifact.path.name == "example-plan-daisy.zip"
    assert artifact.size == artifact.path.stat().st_size
    entries = places(files_in(artifact.path))
    assert artifact.facts["pages"] == sum(kind == "page-normal" for _, kind, _ in entries)
    assert artifact.facts["chapters"] == 4
    assert artifact.facts["voice"] == "Tones, for tests"


def test_the_zip_and_the_folder_hold_the_same_files(made: Sequence[Artifact]) -> None:
    zipped, folder = made
    with zipfile.ZipFile(zipped.path) as book:
        assert {entry.date_time for entry in book.infolist()} == {(2020, 7, 30, 0, 0, 0)}
        inside = {name: book.read(name) for name in book.namelist()}
    assert inside == {file.name: file.read_bytes() for file in folder.path.iterdir()}
    assert folder.size == sum(map(len, inside.values()))


def test_same_bytes_again(made: Sequence[Artifact], tmp_path: Path) -> None:
    book = tmp_path / "again"
    book.mkdir()
    recording = recording_of(publication(), (edition := plan()), tmp_path / "sound")
    first, second = (make_daisy(publication(), edition, {}, folder, Parts(recording))[0] for folder in (tmp_path, book))
    assert first.path.read_bytes() == second.path.read_bytes()


def test_a_book_made_anew_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    recording = recording_of(publication(), (edition := plan()), tmp_path / "sound")
    for _ in range(2):
        made = make_daisy(publication(), edition, {"unpacked": True}, tmp_path, Parts(recording))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["example-plan-daisy", "example-plan-daisy.zip", "sound"]
    assert made[1].path.is_dir()


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recording = recording_of(publication(), (edition := plan()), tmp_path / "sound")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(OSError, match="No space left"):
        make_daisy(publication(), edition, {}, tmp_path, Parts(recording))
    assert [each.name for each in tmp_path.iterdir()] == ["sound"]


# Places to go to


def test_the_first_place_is_the_title_of_the_edition(made: Sequence[Artifact]) -> None:
    assert places(files_in(made[0].path))[0] == ("h1", "title", "An example: the plan")


def test_no_level_of_heading_is_left_out(tmp_path: Path) -> None:
    deep = section("deep", 5, "Deep", sections=(section("deeper", 6, "Deeper"),))
    found = places(book_of(plan(section("top", 1, "Top", sections=(deep,)), section("next", 1, "Next")), tmp_path))
    assert [(tag, words) for tag, kind, words in found if kind == ""] == [
        ("h1", "Top"), ("h2", "Deep"), ("h3", "Deeper"), ("h1", "Next"), ("h1", "Contact"),
    ]  # fmt: skip


def test_notes_and_pictures_are_places_that_can_be_passed_over(made: Sequence[Artifact]) -> None:
    files = files_in(made[0].path)
    found = places(files)
    assert ("span", "noteref", "1") in found
    assert [words for _, kind, words in found if kind == "optional-prodnote"] == [
        "Picture: A chart with three bars",
        "What the picture shows: The bars grow from left to right.",
    ]
    smils = "".join(text for name, text in files.items() if name.endswith(".smil"))
    assert smils.count("footnote-on") == 2
    assert smils.count("prodnote-on") == 2


def test_a_page_takes_the_silence_before_its_first_words(tmp_path: Path) -> None:
    words = [sentence(f"Sentence {number}.") for number in range(3)]
    edition = plan(section("a", 1, "A", Paragraph(tuple(words), HERE)))
    (made,) = make(publication(edition), edition, tmp_path, each=2)
    smil = ElementTree.fromstring(files_in(made.path)["0002.smil"])
    clips = [
        (par.get("system-required"), audio.get("clip-begin"), audio.get("clip-end"))
        for par in smil.iter("par")
        for audio in par.iter("audio")
    ]
    assert clips == [
        ("pagenumber-on", "npt=0.000s", "npt=0.100s"),  # page 3, before the heading
        (None, "npt=0.100s", "npt=0.650s"),
        (None, "npt=0.650s", "npt=1.250s"),
        ("pagenumber-on", "npt=1.250s", "npt=1.350s"),  # page 4; its first word is heard at 1.450 s
        (None, "npt=1.350s", "npt=1.850s"),
        (None, "npt=1.850s", "npt=2.450s"),
    ]


def test_without_a_pdf_there_are_no_pages(tmp_path: Path) -> None:
    recording = recording_of(publication(), (edition := plan()), tmp_path / "sound")
    (made,) = make_daisy(publication(), edition, {}, tmp_path, Parts(recording))
    assert made.facts["pages"] == 0
    assert "page-normal" not in files_in(made.path)["content.html"]


def test_in_welsh(tmp_path: Path) -> None:
    edition = replace(plan(section("a", 1, "Pobl", paragraph("Gwaith."))), language="cy", title="Cynllun")
    files = book_of(edition, tmp_path, language="cy")
    assert '<meta name="dc:language" content="cy" />' in files["ncc.html"]
    assert '<meta name="ncc:narrator" content="Llais synthetig: Tones, for tests" />' in files["ncc.html"]
    assert 'lang="cy" xml:lang="cy"' in files["content.html"]
