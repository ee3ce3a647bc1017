"""Faults planted in a clean talking book: each is caught by its own rule, and by no other."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given

from everyway.checking.daisy.archive import files_of
from everyway.checking.daisy.reading import read_book
from everyway.checking.daisy.sound import read_mp3
from everyway.checking.daisy.text import sentences
from everyway.checking.gate import check_artifact
from everyway.findings import Finding, rules
from everyway.model import Artifact, Publication
from everyway.speech.encoding import to_mp3
from everyway.speech.mpeg import frames
from everyway.writing.daisy import make_daisy
from everyway.writing.parts import Parts
from everyway.writing.pdf import make_pdf
from tests.checking.small import FILE, small
from tests.laws import law
from tests.strategies import publications
from tests.writing.daisy.recordings import recording_of, silence

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

ALL_PASSED = {"structure": "passed", "fidelity": "passed", "pages": "passed"}

Files = dict[str, bytes]
Fault = Callable[[Files], None]


def make_book_of(publication: Publication, folder: Path) -> Artifact:
    """The talking book of the plan, beside its PDF."""
    edition = publication.edition("plan")
    (pdf,) = make_pdf(publication, edition, {}, folder)
    recording = recording_of(publication, edition, folder / "sound")
    (made,) = make_daisy(publication, edition, {}, folder, Parts(recording, pdf.places))
    return made


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    return make_book_of(small(), tmp_path_factory.mktemp("daisy"))


@pytest.fixture
def broken(clean: Artifact, tmp_path: Path) -> Iterator[Callable[[Fault], Artifact]]:
    """A copy of the clean book, beside the same PDF, with a fault in it."""

    def plant(fault: Fault) -> Artifact:
        files = dict(files_of(clean.path))
        size = sum(map(len, files.values()))
        fault(files)
        more = size - sum(map(len, files.values()))
        if more > 0 and "content.css" in files:  # so that only the fault itself changes what the book is
            files["content.css"] += b" " * more
        path = tmp_path / clean.path.name
        with zipfile.ZipFile(path, "w") as book:
            for name, content in files.items():
                book.writestr(name, content)
        pdf = clean.path.with_name("garden-plan-pdf.pdf")
        (tmp_path / pdf.name).write_bytes(pdf.read_bytes())
        return replace(clean, path=path)

    yield plant


def change(name: str, before: str, after: str) -> Fault:
    """Replace the first `before` (a pattern) in a file."""

    def plant(files: Files) -> None:
        text, count = re.subn(before, after, files[name].decode(), count=1)
        assert count == 1, f"no {before} in {name}"
        files[name] = text.encode()

    return plant


def rename(name: str, other: str) -> Fault:
    """Another name for a file, wherever it is named."""

    def plant(files: Files) -> None:
        for file, content in list(files.items()):
            if not file.endswith(".mp3"):
                files[file] = content.replace(name.encode(), other.encode())
        files[other] = files.pop(name)

    return plant


def swap(name: str, one: str, other: str) -> Fault:
    """Let two things (patterns) in a file change places."""

    def plant(files: Files) -> None:
        text = files[name].decode()
        first, second = re.search(one, text), re.search(other, text)
        assert first and second and first.end() <= second.start()
        between = text[first.end() : second.start()]
        files[name] = (text[: first.start()] + second[0] + between + first[0] + text[second.end() :]).encode()

    return plant


def both(*faults: Fault) -> Fault:
    def plant(files: Files) -> None:
        for fault in faults:
            fault(files)

    return plant


def two_channels(files: Files) -> None:
    """Every frame of an MP3 says that it is of two channels."""
    sound = bytearray(files["sound001.mp3"])
    for frame in frames(bytes(sound)):
        sound[frame.start + 3] &= 0x3F
    files["sound001.mp3"] = bytes(sound)


def cut_short(files: Files) -> None:
    sound = files["sound002.mp3"]
    files["sound002.mp3"] = sound[: list(frames(sound))[40].start]


def add_a_file(files: Files) -> None:
    files["notes.txt"] = b"Nothing names me."


def drop(name: str) -> Fault:
    def plant(files: Files) -> None:
        del files[name]

    return plant


def says(name: str, value: str, file: str = "ncc.html") -> Fault:
    """A file says something else of itself."""
    return change(file, rf'("{name}" content=")[^"]*', rf"\g<1>{value}")


TREES = r"<h2.*Trees.*</h2>"
TOOLS = r"<h1.*Tools.*</h1>"
PAGE = r'(class="page-normal"><a href="[^"]*">)'

FAULTS: dict[str, tuple[str, Fault]] = {
    "a name is in capitals": ("DSY002", rename("sound001.mp3", "SOUND001.MP3")),
    "a name is long": ("DSY002", rename("sound001.mp3", "the-sound-of-part-1.mp3")),
    "a sound is missing": ("DSY003", drop("sound001.mp3")),
    "the master file is missing": ("DSY003", drop("master.smil")),
    "a file too many": ("DSY003", add_a_file),
    "an element is never closed": ("DSY004", change("content.html", "</h2>", "")),
    "a file is another kind of XML": ("DSY004", change("0002.smil", "DTD SMIL 1.0", "DTD SMIL 2.0")),
    "it does not say who made it": ("DSY005", change("ncc.html", '<meta name="dc:creator"[^>]*>', "")),
    "it is another format": ("DSY005", says("dc:format", "Daisy 3.01")),
    "a part does not say its title": ("DSY005", change("0002.smil", 'name="title"', 'name="other"')),
    "fewer places than it says": ("DSY006", says("ncc:tocItems", "99")),
    "more pages than it says": ("DSY006", says("ncc:pageNormal", "0")),
    "another last page": ("DSY006", says("ncc:maxPageNormal", "77")),
    "another size": ("DSY006", says("ncc:kByteSize", "9")),
    "a wrong length of all": ("DSY007", says("ncc:totalTime", "09:00:00")),
    "a wrong time before a part": ("DSY007", says("ncc:totalElapsedTime", "08:00:00", "0003.smil")),
    "a wrong length of a part": ("DSY007", change("0003.smil", r'dur="[\d.]+s', 'dur="999.000s')),
    "a heading leads nowhere": ("DSY008", change("ncc.html", r"(<h2.*)#p[\d-]+", r"\g<1>#p9999")),
    "a phrase has no words": ("DSY008", change("0002.smil", r"content\.html#[^\"]+", "content.html#nothing")),
    "words are never spoken": ("DSY009", change("content.html", "<h2", '<p id="unsaid">More.</p>\n<h2')),
    "an id stands twice": ("DSY010", change("ncc.html", r'(<h2 id=")[^"]*', r"\g<1>n0001-0001")),
    "an id stands in two parts": ("DSY010", change("0002.smil", 'id="p0002-0003"', 'id="p0003-0001"')),
    "the first place is no title": ("DSY011", change("ncc.html", ' class="title"', "")),
    "a place that players do not know": ("DSY011", change("ncc.html", 'class="noteref"', 'class="aside"')),
    "a level is left out": (
        "DSY012",
        both(*(change(name, "<h2(.*)</h2>", r"<h3\1</h3>") for name in ("ncc.html", "content.html"))),
    ),
    "a heading of other words": ("DSY013", change("ncc.html", r"(<h2.*>)Trees of the valley<", r"\g<1>Bees<")),
    "a heading that nobody can go to": ("DSY013", change("content.html", r"<p (id=.opening-voice.*)p>", r"<h6 \1h6>")),
    "a page that cannot be passed over": ("DSY014", change("0002.smil", ' system-required="pagenumber-on"', "")),
    "a note that goes with the pages": ("DSY014", change("0002.smil", "footnote-on", "pagenumber-on")),
    "two places in the wrong order": ("DSY015", swap("ncc.html", TREES, TOOLS)),
    "two parts in the wrong order": ("DSY015", swap("master.smil", "0002.smil", "0003.smil")),
    "a gap in the sound": ("DSY016", change("0002.smil", r'clip-end="npt=0\.100s"', 'clip-end="npt=0.090s"')),
    "a time that players cannot read": ("DSY016", change("0002.smil", r'clip-end="npt=0\.100s"', 'clip-end="0.1"')),
    "a sound that is too short": ("DSY017", cut_short),
    "two channels": ("DSY018", two_channels),
    "another title": ("DSY019", says("dc:title", "Something else")),
    "a sentence is changed": ("DSY020", change("content.html", "Sharpen every blade", "Sharpen no blade")),
    "a language is lost": ("DSY021", change("content.html", ' xml:lang="cy" lang="cy"', "")),
    "page numbers fall": ("DSY022", change("ncc.html", f"{PAGE}4<", r"\g<1>2<")),
    "a page that is another in the PDF": ("DSY023", change("content.html", '(id="page-3">)3<', r"\g<1>1<")),
}


def found(artifact: Artifact) -> list[Finding]:
    return list(check_artifact(small(), artifact).findings)


def test_a_clean_book_has_no_finding(clean: Artifact) -> None:
    verdict = check_artifact(small(), clean)
    assert verdict.findings == ()
    assert verdict.checks == ALL_PASSED


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_caught_by_its_rule_alone(broken: Callable[[Fault], Artifact], name: str) -> None:
    rule, fault = FAULTS[name]
    assert {finding.rule for finding in found(broken(fault))} == {rule}


def test_every_rule_has_its_fault() -> None:
    of_books = {code for code in rules() if code.startswith("DSY")}
    assert {rule for rule, _ in FAULTS.values()} == of_books - {"DSY001"}


def test_what_cannot_be_opened_is_a_finding(clean: Artifact, tmp_path: Path) -> None:
    path = tmp_path / clean.path.name
    path.write_bytes(b"Not a zip.")
    verdict = check_artifact(small(), replace(clean, path=path))
    assert [finding.rule for finding in verdict.findings] == ["DSY001"]
    assert [outcome.partition(":")[0] for outcome in verdict.checks.values()] == [
        "failed",
        "not checked",
        "not checked",
    ]


def test_sound_whose_rate_changes_and_what_is_no_sound() -> None:
    slow, fast = silence(22050), to_mp3(np.zeros(24000, dtype=np.int16), 24000)
    assert read_mp3(slow).faults == ()
    assert [fault.partition(",")[0] for fault in read_mp3(slow + fast).faults] == ["its rate changes"]
    assert read_mp3(slow + b"ID3").faults == (f"what is at byte {len(slow)} is no sound",)


def test_sentences_in_another_order(clean: Artifact) -> None:
    book = read_book(files_of(clean.path))
    edition = small().edition("plan")
    assert list(sentences(book, edition)) == []
    backwards = sentences(replace(book, places=book.places[::-1]), edition)
    assert {finding.rule for finding in backwards} == {"DSY020"}


def test_without_its_pdf_the_pages_are_not_checked(clean: Artifact, tmp_path: Path) -> None:
    path = tmp_path / clean.path.name
    path.write_bytes(clean.path.read_bytes())
    outcome = check_artifact(small(), replace(clean, path=path)).checks["pages"]
    assert outcome == "not checked: garden-plan-pdf.pdf, whose pages it has, is not beside it"


def test_a_finding_names_the_line_and_the_words(broken: Callable[[Fault], Artifact]) -> None:
    (finding,) = found(broken(FAULTS["a sentence is changed"][1]))
    assert (str(finding.where), finding.format, finding.place) == (f"{FILE}:42", "daisy", "content.html")
    assert finding.message == (
        "“Sharpen every blade.” is not in the talking book; in its place stands “Sharpen no blade.”."
    )


def test_a_folder_is_checked_as_its_zip_is(clean: Artifact, tmp_path: Path) -> None:
    folder = tmp_path / clean.path.stem
    with zipfile.ZipFile(clean.path) as book:
        book.extractall(folder)
    assert read_book(files_of(folder)).items == read_book(files_of(clean.path)).items
    assert check_artifact(small(), replace(clean, path=folder)).checks["structure"] == "passed"


@law(3)
@given(publications())
def test_every_book_is_clean(publication: Publication) -> None:
    with TemporaryDirectory() as folder:
        verdict = check_artifact(publication, make_book_of(publication, Path(folder)))
    assert [finding.message for finding in verdict.findings] == []
    assert verdict.checks == ALL_PASSED
