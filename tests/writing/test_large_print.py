"""Large print of both editions: what its pages and its tag tree hold, whatever the options."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from everyway.checking.gate import check_artifact
from everyway.checking.page_validation import validate
from everyway.checking.paper.pdfium import read_sheets
from everyway.errors import UsageError
from everyway.findings import errors_in
from everyway.model import Artifact, Edition, Link, Place, Publication, Table
from everyway.tagging.outline import tree_as_text
from everyway.tagging.read import TaggedPdf, read
from everyway.writing.large_print import make_copy, make_giant_print, make_large_print
from tests.writing.example import HERE, cells, easy_read, paragraph, plan, publication, section, sentence

EXAMPLE = publication()


def copy(folder: Path, edition: Edition | None = None, **options: object) -> tuple[Artifact, ...]:
    """A large print copy of an edition of the example, or of another one."""
    whole = publication(edition) if edition else EXAMPLE
    return tuple(make_copy("large-print", whole, edition or plan(), options, folder))


def one(folder: Path, edition: Edition | None = None, **options: object) -> tuple[Artifact, TaggedPdf]:
    (artifact,) = copy(folder, edition, **options)
    return artifact, read(artifact.path)


def faults(artifact: Artifact, whole: Publication = EXAMPLE) -> list[str]:
    verdict = check_artifact(whole, artifact)
    return [f"{finding.rule} {finding.message}" for finding in errors_in(verdict.findings)]


@pytest.mark.parametrize("edition", ["plan", "easy-read"])
def test_both_formats_of_both_editions_are_made_and_pass(edition: str, tmp_path: Path) -> None:
    for make, size in ((make_large_print, 18), (make_giant_print, 28)):
        (artifact,) = make(EXAMPLE, EXAMPLE.edition(edition), {}, tmp_path)
        assert (artifact.facts["size"], artifact.facts["tags"]) == (size, "own")
        assert artifact.path.name == f"example-{edition}-{artifact.format}.pdf"
        assert faults(artifact) == []


@pytest.mark.parametrize(
    "options",
    [
        {"size": 48, "colours": "yellow-on-black"},
        {"size": 36, "paper": "A3", "typeface": "lexend", "sides": "single"},
        {"size": 14, "paper": "A5-landscape", "colours": "#000033-on-#FFFFEE"},
    ],
    ids=lambda options: "-".join(map(str, options.values())),
)
def test_a_personal_copy_passes_as_the_usual_one_does(options: dict[str, object], tmp_path: Path) -> None:
    artifact, _ = one(tmp_path, **options)
    assert options.items() <= artifact.facts.items()
    assert faults(artifact) == []


def test_the_same_options_give_the_same_bytes(tmp_path: Path) -> None:
    contents = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (artifact,) = copy(tmp_path / folder, size=20, colours="black-on-cream")
        contents.append(artifact.path.read_bytes())
    assert contents[0] == contents[1]


def test_notes_are_called_by_words_and_gathered_at_the_end(tmp_path: Path) -> None:
    _, pdf = one(tmp_path)
    assert pdf.document is not None
    calls = [call.text() for call in pdf.document.find("Reference") if "note" in call.text()]
    assert calls == ["[note 1]", "[note 1]"]
    (gathered,) = pdf.document.find(title="notes")
    assert [note.words()[:2] for note in gathered.find("Note")] == [["Note", "1"]]


def test_a_link_inside_says_on_which_page(tmp_path: Path) -> None:
    _, pdf = one(tmp_path)
    assert pdf.document is not None
    said = [" ".join(link.words()) for link in pdf.document.find("Link") if list(link.find("Span", title="page"))]
    assert said == [f"another part (on page {pdf.destinations['second']})"]


WIDE = Table(
    (sentence("Wide"),),
    cells("Name", "Responsibilities", "Circumstances"),
    (cells("One", "Administration", "Extraordinary"), cells("Two", "", "Straightforward")),
    ("", "", ""),
    True,
    HERE,
)


def test_a_table_that_does_not_fit_becomes_a_list_of_rows(tmp_path: Path) -> None:
    edition = plan(section("first", 1, "Tables", WIDE))
    artifact, pdf = one(tmp_path, edition, size=48)
    assert artifact.facts["tables_as_lists"] == "1"
    assert pdf.document is not None
    assert not list(pdf.document.find("Table"))
    text = " ".join(pdf.document.words())
    assert "Name: One • Responsibilities: Administration • Circumstances: Extraordinary Name: Two •" in text
    assert faults(artifact, publication(edition)) == []
    (body,) = pdf.document.find(title="body")
    assert tree_as_text(body).count("LI") == 5


def test_a_table_that_fits_stays_a_table(tmp_path: Path) -> None:
    artifact, pdf = one(tmp_path, plan(section("first", 1, "Tables", WIDE)), size=14)
    assert artifact.facts["tables_as_lists"] == ""
    assert pdf.document is not None
    assert len(list(pdf.document.find("Table"))) == 1


def long_book() -> Edition:
    """Four parts, each of several pages in large print; the first links to the last."""
    words = paragraph(" ".join(["Somebody reads these words slowly and with care."] * 60))
    link = paragraph("See ", Link((sentence("the end").inlines[0],), Place("plan", "part-4")), ".")
    return plan(
        *(
            section(f"part-{part}", 1, f"Part {part}", *([link] if part == 1 else []), *[words] * 3)
            for part in range(1, 5)
        )
    )


def test_a_long_book_comes_in_volumes_that_know_of_each_other(tmp_path: Path) -> None:
    edition = long_book()
    volumes = copy(tmp_path, edition, volume_pages=10, size=20)
    count = len(volumes)
    assert count > 1
    assert [one.facts["volume"] for one in volumes] == list(range(1, count + 1))
    assert [one.path.name for one in volumes] == [
        f"example-plan-large-print-20pt-10-leaves-volume-{number}-of-{count}.pdf" for number in range(1, count + 1)
    ]
    next_page = 1
    for volume in volumes:
        assert faults(volume, publication(edition)) == []
        pdf = read(volume.path)
        assert pdf.document is not None
        assert volume.facts["first_page"] == next_page == int(pdf.labels[0])
        assert next_page % 2 == 1, "a volume begins on a right-hand page"
        next_page += int(str(volume.facts["pages"]))
        (title,) = pdf.document.find(title="title page")
        assert f"Volume {volume.facts['volume']} of {count}" in " ".join(title.words())
        (contents,) = pdf.document.find(title="contents")
        assert "Part 4" in " ".join(contents.words())
    first = read(volumes[0].path)
    assert first.document is not None
    assert f"the end (in volume {count}, on page" in " ".join(first.document.words())


def test_a_broken_promise_of_a_volume_is_found(tmp_path: Path) -> None:
    edition = long_book()
    first, *_ = copy(tmp_path, edition, volume_pages=10, size=20)
    lying = replace(first, facts={**first.facts, "ends": ""})
    assert any(fault.startswith("PDF001") for fault in faults(lying, publication(edition)))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WeasyPrint leaves its ICC file open
def test_an_archive_copy_is_both_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    from everyway.checking import verapdf

    artifact, _ = one(tmp_path, archive=True)
    assert validate(artifact.path) == []
    with pikepdf.open(artifact.path) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
    if reason := verapdf.unavailable():
        pytest.skip(f"veraPDF: {reason}")
    assert verapdf.validate(artifact.path, "2a") == []
    assert verapdf.validate(artifact.path, "ua1") == []


@pytest.mark.parametrize(("size", "beside"), [(18, True), (48, False)])
def test_easy_read_puts_pictures_beside_words_while_there_is_room(size: int, beside: bool, tmp_path: Path) -> None:
    artifact, pdf = one(tmp_path, easy_read(), size=size)
    (sheet,) = [sheet for sheet in read_sheets(artifact.path) if "good" in "".join(run.text for run in sheet.runs)]
    words = next(run for run in sheet.runs if "We have" in run.text)
    assert pdf.document is not None
    pictures = [each for each in pdf.document.find("Figure") if each.page == words.page]
    box = pictures[-1].attributes["BBox"]
    assert isinstance(box, tuple)
    picture = [float(edge) for edge in box]
    assert (words.glyphs[0].x > picture[2]) == beside
    assert (words.glyphs[0].y < picture[1]) == (not beside)


def test_a_size_at_which_everyday_words_do_not_fit_is_refused_with_the_largest_that_does(tmp_path: Path) -> None:
    edition = plan(section("first", 1, "Words", paragraph("Our responsibilities are many.")))
    with pytest.raises(UsageError, match="“responsibilities” does not fit on a line of A4") as refused:
        copy(tmp_path, edition, size=72)
    assert refused.value.fix == "Choose 66 point or less, or larger paper (A3)."
    assert copy(tmp_path, edition, size=60)
    assert copy(tmp_path, edition, size=72, paper="A3")
