"""OpenDocument texts of whole publications: all is told, nobody shut out, the schema kept, and the bytes the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given
from lxml import etree
from markupsafe import Markup

from everyway.checking.gate import check_artifact
from everyway.model import Publication
from everyway.reading.publication import read_publication
from everyway.writing.opendocument.lists import Item, Piece, nested
from everyway.writing.opendocument.make import make_odt
from everyway.writing.opendocument.used import spaced
from tests.laws import law
from tests.strategies import publications
from tests.writing.example import easy_read, plan, publication

PROJECT = Path(__file__).parents[3]
PROJECTS = {"content": PROJECT, "constructs": PROJECT / "tests" / "publications" / "constructs"}
LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"


def read(name: str) -> Publication:
    found = read_publication(PROJECTS[name]).publication
    assert found is not None
    return found


def valid(path: Path) -> list[str]:
    """Breaches of the schema of ODF 1.3; the mark of decoration is an extension, which it does not know."""
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit brings the schema of ODF; scripts/setup test")
    folder = Path(audit.__file__).parent / "odf" / "schemas" / "odf-1.3"
    schema = etree.RelaxNG(etree.parse(folder / "OpenDocument-v1.3-schema.rng"))
    found = []
    with ZipFile(path) as package:
        for name in ("content.xml", "styles.xml", "meta.xml"):
            tree = etree.fromstring(package.read(name))
            for element in tree.iter():
                element.attrib.pop(f"{{{LOEXT}}}decorative", None)
            if not schema.validate(tree):
                found.append(f"{path.name} {name}: {schema.error_log}")
    return found


@pytest.mark.parametrize("name", PROJECTS)
def test_every_edition_passes_every_check_and_keeps_to_the_schema(name: str, tmp_path: Path) -> None:
    found = read(name)
    for edition in found.editions:
        (made,) = make_odt(found, edition, {}, tmp_path)
        verdict = check_artifact(found, made)
        assert verdict.findings == ()
        assert verdict.checks == {"opens": "passed", "fidelity": "passed", "accessibility": "passed"}
        assert valid(made.path) == []


def test_the_same_publication_gives_the_same_bytes(tmp_path: Path) -> None:
    found = read("constructs")
    contents = []
    for _ in range(2):
        (made,) = make_odt(found, found.edition("full"), {}, tmp_path)
        contents.append(made.path.read_bytes())
    assert contents[0] == contents[1]
    assert made.path.name == "constructs-full-odt.odt"


def test_a_person_may_choose_another_size(tmp_path: Path) -> None:
    (made,) = make_odt(publication(), plan(), {"size": 24}, tmp_path)
    assert check_artifact(publication(), made).findings == ()
    with ZipFile(made.path) as package:
        assert 'fo:font-size="24.00pt"' in package.read("styles.xml").decode()


def test_whatever_the_text_says_stays_words(tmp_path: Path) -> None:
    edition = replace(plan(), title='<text:p> & "quotes"')
    whole = publication(edition, easy_read())
    (made,) = make_odt(whole, edition, {}, tmp_path)
    assert check_artifact(whole, made).findings == ()


def test_a_table_inside_an_item_stands_between_two_halves_of_the_list() -> None:
    first, second = Item(1, "Bullets", 0), Item(1, "Bullets", 1)
    told = nested(
        [
            Piece(Markup("<p>one</p>"), (first,)),
            Piece(Markup("<table/>")),
            Piece(Markup("<p>still one</p>"), (first,)),
            Piece(Markup("<p>two</p>"), (second,)),
        ]
    )
    assert told.replace("\n", "") == (
        '<text:list xml:id="list1" text:style-name="Bullets"><text:list-item><p>one</p></text:list-item></text:list>'
        '<table/><text:list text:style-name="Bullets" text:continue-list="list1">'
        "<text:list-header><p>still one</p></text:list-header>"
        "<text:list-item><p>two</p></text:list-item></text:list>"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [("a b", "a b"), ("a  b", 'a <text:s text:c="1"/>b'), ("    x", ' <text:s text:c="3"/>x'), ("<&", "&lt;&amp;")],
)
def test_no_space_is_lost(text: str, told: str) -> None:
    assert spaced(text) == told


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@law(10)
@given(publications())
def test_opendocument_tells_every_word_once_and_in_order(found: Publication) -> None:
    with TemporaryDirectory() as folder:
        for edition in found.editions:
            (made,) = make_odt(found, edition, {}, Path(folder))
            assert [finding.message for finding in check_artifact(found, made).findings] == []
            assert valid(made.path) == []
