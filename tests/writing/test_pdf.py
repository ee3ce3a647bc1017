"""The PDF of both editions: its tag tree, its pages, and what may never happen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from everyway.checking.page_validation import validate
from everyway.errors import FindingsError, WritingError
from everyway.model import (
    Artifact,
    Edition,
    Figure,
    Note,
    NoteReference,
    Opening,
    Paragraph,
    Publication,
    Source,
    Statement,
    Table,
)
from everyway.tagging import guard
from everyway.tagging.outline import tree_as_text
from everyway.tagging.read import TaggedPdf, read
from everyway.writing.formats import format_named
from everyway.writing.pdf import make_pdf
from tests.conftest import Golden
from tests.writing.example import (
    NURSE,
    SQUARE,
    cells,
    easy_read,
    paragraph,
    picture,
    plan,
    publication,
    section,
    sentence,
)

EDITIONS = ("plan", "easy-read")
SQUARE_SOURCE = Source("content/plan/01-example.md", 7)
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    """The artifacts of the example publication by edition."""
    folder = tmp_path_factory.mktemp("pdf")
    return {name: make(publication(), name, folder) for name in EDITIONS}


def make(example: Publication, name: str, folder: Path) -> Artifact:
    (artifact,) = make_pdf(example, example.edition(name), {}, folder)
    return artifact


def make_plan(edition: Edition, folder: Path) -> TaggedPdf:
    return read(make(publication(edition), edition.name, folder).path)


def titles(tagged: TaggedPdf) -> list[str | None]:
    assert tagged.document is not None
    return [part.title for part in tagged.document.elements]


# The tree


@pytest.mark.parametrize("name", EDITIONS)
def test_tag_tree(made: dict[str, Artifact], name: str, golden: Golden) -> None:
    tagged = read(made[name].path)
    assert tagged.document is not None
    golden(f"pdf/example-{name}.txt", tree_as_text(tagged.document))


@pytest.mark.parametrize("name", EDITIONS)
def test_keeps_to_pdf_ua(made: dict[str, Artifact], name: str) -> None:
    assert validate(made[name].path) == []
    assert made[name].facts["tags"] == "own"


def test_its_row_in_the_table_of_formats_leads_here() -> None:
    assert format_named("pdf").maker == f"{make_pdf.__module__}:{make_pdf.__name__}"


def test_says_what_it_is(made: dict[str, Artifact]) -> None:
    artifact = made["plan"]
    assert artifact.path.name == "example-plan-pdf.pdf"
    assert artifact.size == artifact.path.stat().st_size
    with pikepdf.open(artifact.path) as pdf:
        assert artifact.facts["pages"] == len(pdf.pages)
        assert pdf.Root.Lang == "en-GB"
        assert str(pdf.docinfo["/Title"]) == "An example: the plan"
        assert str(pdf.docinfo["/Author"]) == "The everyway project"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20200730"


def test_the_main_text_stands_apart_from_the_pages_round_it(made: dict[str, Artifact]) -> None:
    assert titles(read(made["plan"].path)) == ["title page", "contents", "body", "back page"]


def test_easy_read_says_so_on_the_front(made: dict[str, Artifact]) -> None:
    document = read(made["easy-read"].path).document
    assert document is not None
    assert "Easy Read" in [each.text() for each in document.find("P") if each.page == 1]


@pytest.mark.parametrize("name", EDITIONS)
def test_page_numbers_are_artifacts_and_only_they(made: dict[str, Artifact], name: str) -> None:
    tagged = read(made[name].path)
    folios = [each for each in tagged.outside if each.kind == "Artifact Pagination Footer"]
    assert all(each.text == str(each.page) for each in folios)
    assert {each.page for each in folios}.isdisjoint({1})
    left = [each for each in tagged.outside if each not in folios]
    assert all(each.text.replace(".", "").strip() == "" for each in left), left


def test_bookmarks_are_the_headings_with_their_pages(made: dict[str, Artifact]) -> None:
    bookmarks = [
        (depth, mark.title, mark.page) for top in read(made["plan"].path).bookmarks for depth, mark in top.walk()
    ]
    assert (1, "Part 1 Everything", 3) in bookmarks
    assert [title for depth, title, _ in bookmarks if depth > 1][:2] == ["Below", "Deepest"]
    assert all(page for _, _, page in bookmarks)
    assert [page for _, _, page in bookmarks] == sorted(page for _, _, page in bookmarks if page)


# The pages


def test_parts_of_the_plan_open_on_right_hand_pages(tmp_path: Path) -> None:
    parts = [
        section(f"p{n}", 1, f"Part {n}", paragraph("Short."), opening=Opening(n, f"Part {n}", NURSE, None))
        for n in range(1, 6)
    ]
    tagged = make_plan(plan(*parts), tmp_path)
    assert tagged.document is not None
    (body,) = tagged.document.find(title="body")
    assert [heading.page for heading in body.find("H1")] == [3, 5, 7, 9, 11]


def test_a_row_of_easy_read_is_never_split(tmp_path: Path) -> None:
    rows = [
        Statement(NURSE, (paragraph(f"Row {n}. " + "We look after you. " * n),), SQUARE_SOURCE) for n in range(1, 30)
    ]
    tagged = make_plan(easy_read(section("a", 1, "A", *rows, opening=Opening(None, "", None, None))), tmp_path)
    assert tagged.document is not None
    (body,) = tagged.document.find(title="body")
    pages = [[kid.page for kid in div.walk() if kid.role in ("Figure", "P")] for div in body.elements[0].elements[1:]]
    assert len(pages) == 29
    assert all(picture_page == words_page for picture_page, words_page in pages)


def test_a_heading_is_never_last_on_a_page(tmp_path: Path) -> None:
    rows = [Statement(NURSE, (paragraph("Words."),), SQUARE_SOURCE)]
    inner = tuple(section(f"s{n}", 2, f"Heading {n}", *rows * (1 + n % 3)) for n in range(20))
    edition = easy_read(section("a", 1, "A", sections=inner, opening=Opening(None, "", None, None)))
    tagged = make_plan(edition, tmp_path)
    assert tagged.document is not None
    for sect in tagged.document.find("Sect"):
        flow = [kid for kid in sect.walk() if kid.role in ("H2", "Figure")]
        assert all(after.page == each.page for each, after in pairwise(flow) if each.role == "H2")


def test_the_header_row_of_a_long_table_is_there_on_each_page_and_told_once(tmp_path: Path) -> None:
    rows = tuple(cells(f"Row {n}", "words " * 20) for n in range(60))
    table = Table((), cells("Left head", "Right head"), rows, ("", ""), True, SQUARE_SOURCE)
    tagged = make_plan(plan(section("a", 1, "A", table, opening=Opening(None, "", None, None))), tmp_path)
    assert tagged.document is not None
    assert tagged.document.counts()["Table"] == 1
    assert tagged.document.text().count("Left head") == 1
    again = [each for each in tagged.outside if "Left head" in each.text]
    assert len(again) >= 2
    for row in tagged.document.find("TR"):
        assert len({cell.page for cell in row.elements}) == 1


@pytest.mark.parametrize("name", EDITIONS)
def test_notes_stand_on_the_page_of_their_call(tmp_path: Path, name: str) -> None:
    calls = [sentence(f"Row {n}. ", *([NoteReference(f"n{n}", n)] if n % 2 else [])) for n in range(1, 14)]
    notes = tuple(Note(f"n{n}", n, (paragraph(f"Note {n} says something."),), SQUARE_SOURCE) for n in range(1, 14, 2))
    rows = [Statement(NURSE, (Paragraph((each,), SQUARE_SOURCE),), SQUARE_SOURCE) for each in calls]
    inner = section("b", 2, "B", *rows, notes=notes)
    part = section("a", 1, "A", sections=(inner,), opening=Opening(1, "Part 1", NURSE, None))
    tagged = make_plan(plan(part) if name == "plan" else easy_read(part), tmp_path)
    assert tagged.document is not None
    (body,) = tagged.document.find(title="body")
    called = {each.text(): each.page for each in body.find("Reference")}
    noted = {each.text().split(".")[0]: each.page for each in body.find("Note")}
    assert len(called) == 7
    assert called == noted
    assert next(body.find("H2")).page == 3


@pytest.mark.parametrize("name, least", [("plan", 10.0), ("easy-read", 14.0)])
def test_no_letters_smaller_than_promised(made: dict[str, Artifact], name: str, least: float) -> None:
    assert min(_sizes(made[name].path)) >= least


@pytest.mark.parametrize("name", EDITIONS)
def test_very_long_words_stay_on_the_paper(tmp_path: Path, name: str) -> None:
    table = Table((), cells(LONG, "b", "c"), (cells("a", LONG, LONG),), ("", "", ""), True, SQUARE_SOURCE)
    opening = Opening(1, "Part 1", NURSE, paragraph(LONG).sentences[0])
    blocks = (
        paragraph(LONG),
        table,
        Figure(NURSE, paragraph(LONG).sentences, SQUARE_SOURCE),
        Statement(NURSE, (paragraph(LONG),), SQUARE_SOURCE),
    )
    part = section("a", 1, LONG, *blocks, opening=opening)
    edition = replace(plan(part) if name == "plan" else easy_read(part), title=f"{LONG} {LONG}")
    assert make_plan(edition, tmp_path).document is not None  # it would raise PRN003


def _sizes(path: Path) -> Iterator[float]:
    """The sizes of all letters in a file, in points."""
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            scale, stack, size = 1.0, [], 0.0
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "q":
                        stack.append(scale)
                    case "Q":
                        scale = stack.pop()
                    case "cm":
                        scale *= abs(float(operands[3]))
                    case "Tf":
                        size = float(operands[1])
                    case "Tm":
                        text_scale = abs(float(operands[3]))
                    case "TJ" | "Tj":
                        yield size * text_scale * scale


# What must be said, and what must not be left behind


def refused(edition: Edition, folder: Path) -> list[tuple[str, str, Source | None]]:
    """The findings that stop an edition from being printed; nothing is left in the folder."""
    with pytest.raises(FindingsError) as caught:
        make(publication(edition), edition.name, folder)
    assert list(folder.iterdir()) == []
    return [(each.rule, each.message, each.where) for each in caught.value.findings]


def test_a_character_that_no_typeface_has(tmp_path: Path) -> None:
    part = section("a", 1, "A", paragraph("Fine."), paragraph("Odd \U0010fffd here.", line=12))
    ((rule, message, where),) = refused(plan(part), tmp_path)
    assert rule == "PRN001"
    assert "U+10FFFD" in message
    assert where == Source("content/plan/01-example.md", 12)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="{}" width="9" height="9"/></svg>'


@pytest.mark.parametrize(
    "content, said",
    [
        ("<svg", "“broken” cannot be printed"),
        (SVG.format("https://example.org/x.png"), "nothing from the network"),
        (SVG.format("file:///etc/hostname"), "no part of the publication"),
    ],
    ids=["not a picture", "from the network", "a file outside"],
)
def test_a_picture_that_cannot_be_printed(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "broken.svg"
    file.write_text(content)
    broken = replace(picture("broken", "A picture"), file=file)
    out = tmp_path / "out"
    out.mkdir()
    found = refused(plan(section("a", 1, "A", Figure(broken, (), SQUARE_SOURCE))), out)
    assert {rule for rule, _, _ in found} == {"PRN002"}
    assert [message for _, message, _ in found if said in message]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WritingError, match="No space left"):
        make(publication(), "plan", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_says_so_when_its_own_tags_cannot_be_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "available", lambda: guard.Verdict(False, "weasyprint 71 is installed"))
    edition = plan(section("a", 1, "A", paragraph("Words.")))
    artifact = make(publication(edition), "plan", tmp_path)
    assert artifact.facts["tags"] == "native: weasyprint 71 is installed"


def test_same_bytes_in_another_process_with_the_files_elsewhere(made: dict[str, Artifact], tmp_path: Path) -> None:
    (tmp_path / "square.svg").write_bytes(SQUARE.read_bytes())
    code = (
        "import sys; from pathlib import Path; import tests.writing.example as e; from dataclasses import replace;"
        "import everyway.writing.print.local as l; from everyway.writing.pdf import make_pdf; p = e.publication();"
        "here = Path(sys.argv[1]); of = l.LocalFiles.of;"
        "l.LocalFiles.of = lambda ps, fs: of([replace(p, file=here / 'square.svg') for p in ps], fs);"
        "[make_pdf(p, each, {}, here) for each in p.editions]"
    )
    root = Path(__file__).parents[2]
    hashing = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root, env=hashing, check=True)
    for artifact in made.values():
        assert (tmp_path / artifact.path.name).read_bytes() == artifact.path.read_bytes()
