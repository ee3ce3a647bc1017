"""Faults planted in a clean Word document: each must be caught, and only by its own rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from everyway.writing.word.make import make_docx
from tests.checking.packed import broken, without
from tests.checking.small import FILE, small

DOCUMENT, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    publication = small()
    (made,) = make_docx(publication, publication.edition("plan"), {}, tmp_path_factory.mktemp("word"))
    return made


def test_a_clean_document_has_no_finding(clean: Artifact) -> None:
    verdict = check_artifact(small(), clean)
    assert verdict.findings == ()
    assert verdict.checks == {"opens": "passed", "fidelity": "passed", "accessibility": "passed"}


FAULTS: dict[str, tuple[str, str, str, str]] = {
    "a word lost": ("WORD001", DOCUMENT, "sing loudly before", "sing before"),
    "a word doubled": ("WORD002", DOCUMENT, "sing loudly before", "sing loudly loudly before"),
    "words in another order": ("WORD003", DOCUMENT, "Early birds sing loudly before", "birds sing loudly Early before"),
    "another alternative text": ("WORD004", DOCUMENT, 'descr="A blue square"( id)', r'descr="square.svg"\1'),
    "a call of a note lost": ("WORD005", DOCUMENT, "<w:r><w:rPr>(?:(?!<w:r>).)*?<w:footnoteReference.*?</w:r>", ""),
    "a caption that is a paragraph": ("WORD008", DOCUMENT, '"Caption"/>', '"BodyText"/>'),
    "an item that is a paragraph": ("WORD007", DOCUMENT, "<w:numPr>.*?</w:numPr>", ""),
    "a list that begins with 3": ("WORD007", "word/numbering.xml", r'(startOverride w:val=)"1"', r'\1"3"'),
    "a row header lost": ("WORD008", DOCUMENT, 'w:firstColumn="1"', 'w:firstColumn="0"'),
    "a link that is none": (
        "WORD009",
        DOCUMENT,
        "<w:hyperlink r:id[^>]*>(.*?)</w:hyperlink>",
        r"\1",
    ),
    "a quotation that is none": ("WORD010", DOCUMENT, '"Quote"/>', '"BodyText"/>'),
    "a language lost": ("WORD011", DOCUMENT, '<w:lang w:val="cy"/>', ""),
    "a link that leads astray": ("WORD012", DOCUMENT, '(See .*?)w:anchor="tools"', r'\1w:anchor="trees"'),
    "an expansion lost": ("WORD014", DOCUMENT, "Royal Horticultural Society", "it is a secret"),
    "a part of no kind": (
        "WORD015",
        "[Content_Types].xml",
        '<Override PartName="/word/footnotes.xml"',
        '<Override PartName="/word/note.xml"',
    ),
    "a picture that is not there": ("WORD015", "word/_rels/document.xml.rels", "media/rId", "media/none"),
    "XML that does not end": ("WORD015", "word/settings.xml", "</w:settings>", ""),
    "two bookmarks with one id": (
        "WORD015",
        DOCUMENT,
        '<w:bookmarkStart w:id="2" w:name="everyway_text"/>',
        '<w:bookmarkStart w:id="2" w:name="everyway_text"/><w:bookmarkStart w:id="3" w:name="again"/>',
    ),
    "a picture marked as decoration": (
        "WORD016",
        DOCUMENT,
        '(<wp:docPr[^>]*descr="A blue square"[^>]*)/>',
        r'\1><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative xmlns:d='
        r'"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>',
    ),
    "a header row that does not show": ("WORD017", DOCUMENT, 'w:firstRow="1"', 'w:firstRow="0"'),
    "merged cells": ("WORD018", DOCUMENT, "(Plums.*?)<w:tcPr/>", r"\1<w:tcPr><w:vMerge/></w:tcPr>"),
    "a link to nothing": (
        "WORD020",
        DOCUMENT,
        'w:anchor="closing_contact"|<w:hyperlink r:id="rId12">',
        '<w:hyperlink w:anchor="nowhere">',
    ),
    "another title": ("WORD021", "docProps/core.xml", "<dc:title>.*?</dc:title>", "<dc:title>Document1</dc:title>"),
    "no publisher": ("WORD021", "docProps/core.xml", "<dc:creator>.*?</dc:creator>", "<dc:creator/>"),
    "a picture that floats": (
        "WORD022",
        DOCUMENT,
        "(Early birds.{0,60}</w:r>)",
        r"\1<w:r><w:drawing><wp:anchor/></w:drawing></w:r>",
    ),
    "a frame": ("WORD022", STYLES, "<w:keepLines/>", '<w:keepLines/><w:framePr w:w="100"/>'),
    "an empty paragraph": ("WORD023", DOCUMENT, '(<w:p><w:pPr><w:pStyle w:val="Quote"/>)', r"<w:p/>\1"),
    "a row of the contents lost": ("WORD024", DOCUMENT, '<w:p><w:pPr><w:pStyle w:val="TOC2"/>.*?</w:p>', ""),
    "no contents": ("WORD024", DOCUMENT, "TOC ", "TOD "),
    "italics": ("WORD026", STYLES, "<w:b/>", "<w:i/>"),
    "small words": ("WORD026", STYLES, '<w:sz w:val="28"/>', '<w:sz w:val="20"/>'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_caught_by_its_own_rule(fault: str, clean: Artifact, tmp_path: Path) -> None:
    rule, part, old, new = FAULTS[fault]
    findings = check_artifact(small(), broken(clean, tmp_path, part, old, new)).findings
    assert {finding.rule for finding in findings} == {rule} | ALONG.get(fault, set())
    assert all(finding.format == "word" for finding in findings)


ALONG = {
    "a call of a note lost": {"WORD001", "WORD013"},
    "a caption that is a paragraph": {"WORD013"},
    "an item that is a paragraph": {"WORD013"},
    "a row header lost": {"WORD013"},
    "a link that is none": {"WORD012", "WORD013"},
    "a link to nothing": {"WORD012"},
}
"""What else a fault breaks: a lost item is one item less, and with its call a note is lost."""


def test_a_heading_of_another_level_is_caught_with_its_line(clean: Artifact, tmp_path: Path) -> None:
    # A heading that is a level too deep is told wrongly, leaves a level out, and is missing from the contents.
    findings = check_artifact(small(), broken(clean, tmp_path, DOCUMENT, '"Heading2"/>', '"Heading3"/>')).findings
    by_rule = {finding.rule: finding for finding in findings}
    assert set(by_rule) == {"WORD006", "WORD013", "WORD019", "WORD024"}
    assert str(by_rule["WORD006"].where) == f"{FILE}:10"


def test_a_header_row_that_is_lost_is_caught_twice_with_its_line(clean: Artifact, tmp_path: Path) -> None:
    findings = check_artifact(small(), broken(clean, tmp_path, DOCUMENT, '<w:tblHeader w:val="on"/>', "")).findings
    by_rule = {finding.rule: finding for finding in findings}
    assert set(by_rule) == {"WORD008", "WORD013", "WORD017"}
    assert str(by_rule["WORD008"].where) == f"{FILE}:23"


def test_a_picture_without_alternative_text_is_caught_twice(clean: Artifact, tmp_path: Path) -> None:
    findings = check_artifact(
        small(), broken(clean, tmp_path, DOCUMENT, 'descr="A blue square"( id)', r'descr=""\1')
    ).findings
    assert {finding.rule for finding in findings} == {"WORD004", "WORD013", "WORD016"}


def test_a_bookmark_at_another_heading_is_caught(clean: Artifact, tmp_path: Path) -> None:
    swapped = broken(clean, tmp_path, DOCUMENT, 'w:name="trees"(.*?)w:name="tools"', r'w:name="tools"\1w:name="trees"')
    assert {finding.rule for finding in check_artifact(small(), swapped).findings} == {"WORD025", "WORD024"}


def test_a_part_that_is_missing_is_caught(clean: Artifact, tmp_path: Path) -> None:
    findings = check_artifact(small(), without(clean, tmp_path, "word/numbering.xml")).findings
    assert "WORD015" in {finding.rule for finding in findings}


def test_a_file_that_is_no_document_is_caught_without_a_traceback(clean: Artifact, tmp_path: Path) -> None:
    other = replace(clean, path=tmp_path / "other.docx")
    other.path.write_text("Dear all", "utf-8")
    findings = check_artifact(small(), other).findings
    assert "WORD015" in {finding.rule for finding in findings}
    assert any("no zip file" in finding.message for finding in findings)
