"""Word documents of whole publications: they tell all, shut nobody out, open without repair, and are the same twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given

from everyway.checking.gate import check_artifact
from everyway.errors import UsageError
from everyway.model import Artifact, Edition, Publication
from everyway.reading.publication import read_publication
from everyway.writing.word.make import make_docx, make_large_docx
from tests.laws import law
from tests.strategies import publications
from tests.writing.example import easy_read, plan, publication

PROJECT = Path(__file__).parents[3]
PROJECTS = {"content": PROJECT, "constructs": PROJECT / "tests" / "publications" / "constructs"}


def editions() -> Iterator[tuple[str, Publication, Edition]]:
    for name, project in PROJECTS.items():
        found = read_publication(project).publication
        assert found is not None
        yield from ((f"{name}-{edition.name}", found, edition) for edition in found.editions)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Publication, Artifact]]:
    """Each edition, usual and large."""
    folder = tmp_path_factory.mktemp("word")
    documents = {}
    for name, found, edition in editions():
        for make in (make_docx, make_large_docx):
            (artifact,) = make(found, edition, {}, folder)
            documents[f"{name}-{artifact.format}"] = (found, artifact)
    return documents


def test_every_edition_passes_every_check(made: dict[str, tuple[Publication, Artifact]]) -> None:
    for name, (found, artifact) in made.items():
        verdict = check_artifact(found, artifact)
        assert verdict.findings == (), name
        assert verdict.checks == {"opens": "passed", "fidelity": "passed", "accessibility": "passed"}


def test_word_opens_them_without_repair(made: dict[str, tuple[Publication, Artifact]]) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit validates Word documents; scripts/setup test")
    for name, (_, artifact) in made.items():
        result = audit.OpenXmlValidator().validate(artifact.path)
        assert [error.description for error in result.errors] == [], name


def test_the_same_publication_gives_the_same_bytes(
    made: dict[str, tuple[Publication, Artifact]], tmp_path: Path
) -> None:
    found, first = made["constructs-full-word"]
    (again,) = make_docx(found, found.edition("full"), {}, tmp_path)
    assert again.path.read_bytes() == first.path.read_bytes()
    assert again.path.name == "constructs-full-word.docx"


def test_large_print_is_large(made: dict[str, tuple[Publication, Artifact]]) -> None:
    sizes = {name: artifact.facts["size"] for name, (_, artifact) in made.items()}
    assert sizes["content-plan-word"] == 14
    assert sizes["content-easy-read-word"] == 16
    assert sizes["content-plan-word-large-print"] == sizes["content-easy-read-word-large-print"] == 18


def test_a_person_may_choose_another_size(tmp_path: Path) -> None:
    (made,) = make_large_docx(publication(), plan(), {"size": 28}, tmp_path)
    assert made.facts["size"] == 28
    assert 'w:sz w:val="56"' in part(made, "word/styles.xml")
    assert check_artifact(publication(), made).findings == ()
    with pytest.raises(UsageError, match="size 8"):
        make_docx(publication(), plan(), {"size": 8}, tmp_path)


def test_a_decorative_picture_is_marked_and_others_are_told(tmp_path: Path) -> None:
    (made,) = make_docx(publication(), plan(), {}, tmp_path)
    text = part(made, "word/document.xml")
    assert text.count("adec:decorative") == 1
    assert text.count("<wp:docPr") == text.count("descr=") // 2


def test_every_picture_is_whole_and_sharp(made: dict[str, tuple[Publication, Artifact]]) -> None:
    from PIL import Image

    shown = 0
    for name, (_, artifact) in made.items():
        with ZipFile(artifact.path) as package:
            for part_of in package.namelist():
                if part_of.startswith("word/media/"):
                    with Image.open(package.open(part_of)) as picture:
                        picture.load()
                        shown += picture.width >= 200
                        assert picture.width > 50, (name, part_of)
    assert shown > 100


def test_properties_tell_title_language_publisher_and_a_date_that_stays(tmp_path: Path) -> None:
    (made,) = make_docx(publication(), plan(), {}, tmp_path)
    core = part(made, "docProps/core.xml")
    for piece in ("An example: the plan", "<dc:language>en-GB<", "<dc:creator>The everyway project<", "2020-07-30T"):
        assert piece in core


def test_whatever_the_text_says_stays_words(tmp_path: Path) -> None:
    edition = replace(plan(), title='<w:p> & "quotes"')
    whole = publication(edition, easy_read())
    (made,) = make_docx(whole, edition, {}, tmp_path)
    assert check_artifact(whole, made).findings == ()


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@law(5)
@given(publications())
def test_word_tells_every_word_once_and_in_order(found: Publication) -> None:
    with TemporaryDirectory() as folder:
        for edition in found.editions:
            (made,) = make_docx(found, edition, {}, Path(folder))
            assert [finding.message for finding in check_artifact(found, made).findings] == []


def part(artifact: Artifact, name: str) -> str:
    with ZipFile(artifact.path) as package:
        return package.read(name).decode()
