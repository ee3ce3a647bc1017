"""Faults planted in a clean OpenDocument text: each must be caught, and only by its own rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from everyway.writing.opendocument.make import make_odt
from tests.checking.packed import broken, without
from tests.checking.small import FILE, small

CONTENT, STYLES, META = "content.xml", "styles.xml", "meta.xml"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    publication = small()
    (made,) = make_odt(publication, publication.edition("plan"), {}, tmp_path_factory.mktemp("odt"))
    return made


def test_a_clean_document_has_no_finding(clean: Artifact) -> None:
    assert check_artifact(small(), clean).findings == ()


TITLE = "<svg:title>A blue square</svg:title>"
FAULTS: dict[str, tuple[set[str], str, str, str]] = {
    "a word lost": ({"ODT001"}, CONTENT, "sing loudly before", "sing before"),
    "a word doubled": ({"ODT002"}, CONTENT, "sing loudly before", "sing loudly loudly before"),
    "words in another order": ({"ODT003"}, CONTENT, "Early birds sing loudly", "birds sing loudly Early"),
    "another alternative text": ({"ODT004"}, CONTENT, TITLE, "<svg:title>square.svg</svg:title>"),
    "no alternative text": ({"ODT004", "ODT013", "ODT016"}, CONTENT, TITLE, ""),
    "a note of another number": (
        {"ODT005"},
        CONTENT,
        "<text:note-citation>",
        '<text:note-citation text:label="2">',
    ),
    "a heading of another level": (
        {"ODT006", "ODT013", "ODT018", "ODT023"},
        CONTENT,
        'text:outline-level="2"><text:bookmark',
        'text:outline-level="3"><text:bookmark',
    ),
    "an item numbered otherwise": ({"ODT007"}, CONTENT, '("Numbers">\\s*<text:list-item)', r'\1 text:start-value="3"'),
    "a row header lost": (
        {"ODT008", "ODT013"},
        CONTENT,
        "<table:table-header-columns>(.*?)</table:table-header-columns>",
        r"\1",
    ),
    "a header row lost": (
        {"ODT008", "ODT013", "ODT017"},
        CONTENT,
        "<table:table-header-rows>(.*?)</table:table-header-rows>",
        r"\1",
    ),
    "a caption that is a paragraph": ({"ODT008", "ODT013"}, CONTENT, '"Table_20_Caption"', '"Text_20_body"'),
    "a link that is none": ({"ODT009", "ODT012", "ODT013"}, CONTENT, "Read <text:a [^>]*>(.*?)</text:a>", r"Read \1"),
    "a quotation that is none": ({"ODT010"}, CONTENT, '"Quotations"', '"Text_20_body"'),
    "a language lost": ({"ODT011"}, STYLES, 'fo:language="en" fo:country="GB"', 'fo:language="de" fo:country="DE"'),
    "a language of a part lost": ({"ODT011"}, CONTENT, 'fo:language="cy"', 'fo:language="fr"'),
    "a link that leads astray": ({"ODT012"}, CONTENT, "(See <text:a[^>]*)#tools", r"\1#trees"),
    "an expansion lost": ({"ODT014"}, CONTENT, "Royal Horticultural Society", "it is a secret"),
    "a part that is not listed": (
        {"ODT015"},
        "META-INF/manifest.xml",
        '<manifest:file-entry manifest:full-path="meta.xml"[^>]*>',
        "",
    ),
    "a style of which nothing is known": ({"ODT015"}, CONTENT, '"Imprint"', '"Nothing"'),
    "a picture that is not there": (
        {"ODT015"},
        CONTENT,
        'xlink:href="Pictures/[^"]*"',
        'xlink:href="Pictures/none.png"',
    ),
    "merged cells": (
        {"ODT017"},
        CONTENT,
        '(<table:table-cell)( table:style-name="Cell")',
        r'\1 table:number-columns-spanned="2"\2',
    ),
    "a link without words": (
        {"ODT001", "ODT019"},
        CONTENT,
        "(Read <text:a [^>]*>).*?(</text:a>)",
        r"\1\2",
    ),
    "another title": ({"ODT020"}, META, "<dc:title>[^<]*", "<dc:title>Untitled 1"),
    "a picture that floats": ({"ODT021"}, CONTENT, '"as-char"', '"paragraph"'),
    "an empty paragraph": ({"ODT022"}, CONTENT, '(<text:p text:style-name="Quotations">)', r"<text:p/>\1"),
    "a row of the contents lost": ({"ODT023"}, CONTENT, '<text:p text:style-name="Contents_20_2">.*?</text:p>', ""),
    "italics": ({"ODT025"}, STYLES, 'fo:font-weight="bold"', 'fo:font-style="italic"'),
    "small words": ({"ODT025"}, STYLES, 'fo:font-size="14.00pt"', 'fo:font-size="9.00pt"'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_caught_by_its_own_rule(fault: str, clean: Artifact, tmp_path: Path) -> None:
    rules, part, old, new = FAULTS[fault]
    findings = check_artifact(small(), broken(clean, tmp_path, part, old, new)).findings
    assert {finding.rule for finding in findings} - ALONG.get(fault, set()) == rules


ALONG = {"a language lost": {"ODT020"}}
"""The document's language is one of its properties too."""


def test_a_bookmark_at_another_heading_is_caught_with_its_line(clean: Artifact, tmp_path: Path) -> None:
    old, new = 'text:name="trees"(.*?)text:name="tools"', r'text:name="tools"\1text:name="trees"'
    findings = check_artifact(small(), broken(clean, tmp_path, CONTENT, old, new)).findings
    assert {finding.rule for finding in findings} == {"ODT024", "ODT023"}
    assert str(next(finding.where for finding in findings if finding.rule == "ODT024")) == f"{FILE}:10"


def test_a_file_that_is_no_document_is_caught_without_a_traceback(clean: Artifact, tmp_path: Path) -> None:
    other = replace(clean, path=tmp_path / "other.odt")
    other.path.write_text("Dear all", "utf-8")
    assert "ODT015" in {finding.rule for finding in check_artifact(small(), other).findings}
    assert "ODT015" in {finding.rule for finding in check_artifact(small(), without(clean, tmp_path, STYLES)).findings}
