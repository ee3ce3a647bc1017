"""Faults planted in a clean talking book: one thing in one of its files is another."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from everyway.checking.daisy.archive import files_of
from everyway.model import Artifact, Publication, Source
from everyway.speech.mpeg import frames
from everyway.writing.daisy import make_daisy
from everyway.writing.parts import Parts
from everyway.writing.pdf import make_pdf
from tests.faults.planting import SETTINGS, folder_for, planted, publication
from tests.writing.daisy.recordings import recording_of

Files = dict[str, bytes]
Change = Callable[[Files], None]


def make_book_of(publication: Publication, folder: Path) -> Artifact:
    """The talking book of the plan, beside its PDF."""
    edition = publication.edition("plan")
    (pdf,) = make_pdf(publication, edition, {}, folder)
    recording = recording_of(publication, edition, folder / "sound")
    (made,) = make_daisy(publication, edition, {}, folder, Parts(recording, pdf.places))
    return made


@cache
def clean() -> Artifact:
    """The talking book of the small publication."""
    return make_book_of(publication(), folder_for("daisy"))


def spoilt(fault: Change, folder: Path) -> Artifact:
    """A copy of the clean book, beside the same PDF, with a fault in it."""
    files = dict(files_of(clean().path))
    size = sum(map(len, files.values()))
    fault(files)
    more = size - sum(map(len, files.values()))
    if more > 0 and "content.css" in files:  # so that only the fault itself changes what the book is
        files["content.css"] += b" " * more
    path = folder / clean().path.name
    with zipfile.ZipFile(path, "w") as book:
        for name, content in files.items():
            book.writestr(name, content)
    pdf = clean().path.with_name("garden-plan-pdf.pdf")
    (folder / pdf.name).write_bytes(pdf.read_bytes())
    return replace(clean(), path=path)


def no_zip(folder: Path) -> Artifact:
    path = folder / clean().path.name
    path.write_bytes(b"Not a zip.")
    return replace(clean(), path=path)


def change(name: str, before: str, after: str) -> Change:
    """Replace the first `before` (a pattern) in a file."""

    def plant(files: Files) -> None:
        text, count = re.subn(before, after, files[name].decode(), count=1)
        assert count == 1, f"no {before} in {name}"
        files[name] = text.encode()

    return plant


def rename(name: str, other: str) -> Change:
    """Another name for a file, wherever it is named."""

    def plant(files: Files) -> None:
        for file, content in list(files.items()):
            if not file.endswith(".mp3"):
                files[file] = content.replace(name.encode(), other.encode())
        files[other] = files.pop(name)

    return plant


def swap(name: str, one: str, other: str) -> Change:
    """Let two things (patterns) in a file change places."""

    def plant(files: Files) -> None:
        text = files[name].decode()
        first, second = re.search(one, text), re.search(other, text)
        assert first and second and first.end() <= second.start()
        between = text[first.end() : second.start()]
        files[name] = (text[: first.start()] + second[0] + between + first[0] + text[second.end() :]).encode()

    return plant


def both(*faults: Change) -> Change:
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


def drop(name: str) -> Change:
    def plant(files: Files) -> None:
        del files[name]

    return plant


def says(name: str, value: str, file: str = "ncc.html") -> Change:
    """A file says something else of itself."""
    return change(file, rf'("{name}" content=")[^"]*', rf"\g<1>{value}")


TREES = r"<h2.*Trees.*</h2>"
TOOLS = r"<h1.*Tools.*</h1>"
PAGE = r'(class="page-normal"><a href="[^"]*">)'

CHANGES: dict[str, tuple[str, Change]] = {
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
"""What is done to the files: the rule that it breaks, and how."""

LINES: dict[str, int | Source] = {
    "a heading leads nowhere": 10,
    "a phrase has no words": 1,
    "an id stands in two parts": 3,
    "a place that players do not know": 33,
    "a level is left out": 10,
    "a heading of other words": 10,
    "a page that cannot be passed over": 1,
    "a note that goes with the pages": 33,
    "two places in the wrong order": 22,
    "a gap in the sound": 1,
    "a time that players cannot read": 1,
    "another title": SETTINGS,
    "a sentence is changed": 42,
    "a language is lost": 14,
    "page numbers fall": 22,
    "a page that is another in the PDF": 1,
}
"""The line that is to be named."""

FAULTS = (
    *(planted("daisy", name, rule, partial(spoilt, fault), LINES.get(name)) for name, (rule, fault) in CHANGES.items()),
    planted("daisy", "a book that is no zip file", "DSY001", no_zip),
)
