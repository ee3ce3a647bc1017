"""The checks of braille: nothing is found in what is sound, and each fault that is planted is."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.braille.cells import CELL_OF
from everyway.checking.deep import check_deeply
from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from everyway.writing.braille.brf import make_brf
from everyway.writing.braille.ebraille import make_ebrl
from everyway.writing.braille.pef import make_pef
from tests.braille.pages import CONSTRUCTS, EXAMPLE, SIGNS, publication
from tests.browser.needed import need

SIZES = ((40, 25), (38, 25), (32, 28))
EDITIONS = ((EXAMPLE, "plan"), (EXAMPLE, "easy-read"), (CONSTRUCTS, "full"), (CONSTRUCTS, "short"))


@pytest.fixture(autouse=True)
def _liblouis() -> None:
    need("liblouis")


def rules(artifact: Artifact, folder: Path = SIGNS) -> set[str]:
    """The rules that the gate finds broken."""
    return {finding.rule for finding in check_artifact(publication(folder), artifact).findings}


# What is sound


@pytest.mark.parametrize("style", ["uk", "bana"])
@pytest.mark.parametrize(("folder", "name"), EDITIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_nothing_is_found_in_any_size(folder: Path, name: str, style: str, tmp_path: Path) -> None:
    found = publication(folder)
    for cells, lines in SIZES:
        options = {"cells": cells, "lines": lines, "style": style}
        for make in (make_brf, make_pef):
            for artifact in make(found, found.edition(name), options, tmp_path):
                verdict = check_artifact(found, artifact)
                assert [f"{each.rule} {each.message} {each.place}" for each in verdict.findings] == []
                assert set(verdict.checks.values()) == {"passed"}


@pytest.mark.parametrize(("folder", "name"), EDITIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_nothing_is_found_in_ebraille_or_uncontracted_volumes(folder: Path, name: str, tmp_path: Path) -> None:
    found = publication(folder)
    options = {"grade": 1, "cells": 32, "volume_pages": 24}
    made = [
        *make_ebrl(found, found.edition(name), {}, tmp_path),
        *make_brf(found, found.edition(name), options, tmp_path),
        *make_pef(found, found.edition(name), options, tmp_path),
    ]
    for artifact in made:
        verdict = check_artifact(found, artifact)
        assert [f"{each.rule} {each.message} {each.place}" for each in verdict.findings] == []


# Faults in BRF


def brf(folder: Path) -> Artifact:
    found = publication(SIGNS)
    (made,) = make_brf(found, found.edition("plan"), {}, folder)
    return made


def changed(old: str, new: str) -> Callable[[str], str]:
    """Put other letters in the place of the first like these."""

    def change(text: str) -> str:
        assert old in text, f"the sound file has no {old!r}"
        return text.replace(old, new, 1)

    return change


def without(line: str) -> Callable[[str], str]:
    return changed(f"{line}\r\n", "")


def twice(line: str) -> Callable[[str], str]:
    return changed(f"{line}\r\n", f"{line}\r\n{line}\r\n")


def moved_on(text: str) -> str:
    """The lines below a heading on the page after it."""
    head, page, rest = text.partition(",LI/S\r\n")[0], *text.partition(",LI/S\r\n")[2].split("\f", 1)
    number, below = rest.split("\r\n", 1)
    return f"{head},LI/S\r\n\f{number}\r\n{page}{below}"


FAULTS: dict[str, tuple[Callable[[str], str], set[str]]] = {
    "a byte that is no braille": (changed(",! 5D", ",!~5D"), {"BRL001", "BRL013"}),
    "a line that is too long": (changed('"33333333333\r\n', '"3333333333333333333333333333333\r\n'), {"BRL002"}),
    "a page with another number": (changed("       #B\r\n", "       #I\r\n"), {"BRL005", "BRL006"}),
    "a page without a number": (changed("       #B\r\n", "\r\n"), {"BRL005", "BRL006"}),
    "contents that lead elsewhere": (changed("--- #B\r\n", "--- #C\r\n"), {"BRL006"}),
    "contents without a heading": (without("  ,LI/S ----------------------------- #A"), {"BRL006"}),
    "a heading alone on its page": (moved_on, {"BRL007"}),
    "a heading that is lost": (without("             ,NOTES & BOXES"), {"BRL006", "BRL008", "BRL009"}),
    "a word that is lost": (changed(",LOOK AT ", ",LOOK "), {"BRL008"}),
    "another number": (changed("#CA.0", "#CB.0"), {"BRL010"}),
    "another date": (changed("#CJ ,JULY", "#CA ,JULY"), {"BRL010"}),
    "a phone number that ends early": (changed('"IIII', '"III'), {"BRL010"}),
    "words that stand twice": (twice("#C4 ,?REE4"), {"BRL013"}),
    "no word of proof-reading": (changed("PRO(-R1D", "1D"), {"BRL012"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_brf_is_found(fault: str, tmp_path: Path) -> None:
    made = brf(tmp_path)
    assert rules(made) == set()
    change, due = FAULTS[fault]
    text = change(made.path.read_bytes().decode("ascii"))
    made.path.write_bytes(text.encode("ascii"))
    assert rules(replace(made, facts={**made.facts, "lines": 40})) == due


def test_a_line_that_is_lost_is_found(tmp_path: Path) -> None:
    made = brf(tmp_path)
    lines = made.path.read_bytes().decode("ascii").split("\r\n")
    lines.remove("    #B4 ! SECOND /EP4")
    made.path.write_bytes("\r\n".join(lines).encode("ascii"))
    (finding,) = check_artifact(publication(SIGNS), made).findings
    assert (finding.rule, finding.message) == ("BRL008", "“the second step.” is not in the braille.")
    assert finding.where and finding.where.file == "content/plan/01-signs.md"


def test_pages_that_are_too_full_and_volumes_that_are_too_thick_are_found(tmp_path: Path) -> None:
    made = brf(tmp_path)
    assert rules(replace(made, facts={**made.facts, "lines": 20})) == {"BRL003"}
    assert rules(replace(made, facts={**made.facts, "volume_pages": 5})) == {"BRL011"}
    assert rules(replace(made, facts={**made.facts, "cells": 39})) >= {"BRL002"}


def test_a_false_word_of_proof_reading_is_found(tmp_path: Path) -> None:
    """The text says that nobody has; somebody has."""
    found = publication(SIGNS)
    made = brf(tmp_path)
    edition = replace(found.edition("plan"), proof_read_by="Ada Example")
    verdict = check_artifact(replace(found, editions=(edition,)), made)
    assert {finding.rule for finding in verdict.findings} == {"BRL012"}


def test_volumes_are_looked_at_together(tmp_path: Path) -> None:
    found = publication(CONSTRUCTS)
    options = {"cells": 32, "lines": 12, "volume_pages": 22}
    made = make_brf(found, found.edition("full"), options, tmp_path)
    assert len(made) > 2
    first = made[0].path.read_bytes()
    assert b"P>AGRAPH" in first
    made[0].path.write_bytes(first.replace(b"P>AGRAPH", b"", 1))
    assert {finding.rule for each in made for finding in check_artifact(found, each).findings} == {"BRL008"}


# Faults in PEF


PEF_FAULTS = {
    "another version": ('version="2008-1"', 'version="2010-1"'),
    "no format": ("<dc:format>application/x-pef+xml</dc:format>\n", ""),
    "another format": ("application/x-pef+xml", "text/plain"),
    "two identifiers": ("</meta>", "<dc:identifier>x</dc:identifier></meta>"),
    "a date that is none": ("<dc:date>2024-02-29", "<dc:date>soon"),
    "a language that is none": ("<dc:language>en-GB", "<dc:language>en_GB"),
    "metadata that Dublin Core does not have": ("</meta>", "<dc:colour>red</dc:colour></meta>"),
    "no columns": (' cols="40"', ""),
    "no width": (' cols="40"', ' cols="0"'),
    "half a row's gap": ('rowgap="0"', 'rowgap="0.5"'),
    "neither one side nor two": ('duplex="true"', 'duplex="yes"'),
    "an attribute of its own": ('duplex="true"', 'duplex="true" colour="red"'),
    "a page outside a section": ("<section>\n<page>", "<page/><section>\n<page>"),
    "words in a page": ("<page>\n", "<page>\nwords"),
    "letters in a row": ("<row>", "<row>abc"),
    "broken XML": ("</pef>", ""),
    "another document": ("<pef ", "<pef2 "),
}


@pytest.mark.parametrize("fault", PEF_FAULTS)
def test_a_fault_in_pef_is_found(fault: str, tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_pef(found, found.edition("plan"), {}, tmp_path)
    assert rules(made) == set()
    old, new = PEF_FAULTS[fault]
    text = made.path.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    made.path.write_text(text.replace("</pef>", "</pef2>") if "<pef2" in text else text, "utf-8")
    assert "BRL004" in rules(made)


def test_elements_of_other_formats_may_stand_in_pef(tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_pef(found, found.edition("plan"), {}, tmp_path)
    own = '<head>\n<own xmlns="https://example.org/own" by="us">more</own>'
    made.path.write_text(made.path.read_text("utf-8").replace("<head>", own, 1), "utf-8")
    assert rules(made) == set()


# Faults in eBraille


def packed_anew(path: Path, change: Callable[[dict[str, bytes]], None], *, stored: bool = True) -> None:
    """The package with other files in it."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" and stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, kind)


def edit(name: str, old: str, new: str) -> Callable[[dict[str, bytes]], None]:
    def change(files: dict[str, bytes]) -> None:
        text = files[name].decode("utf-8")
        assert re.search(old, text), f"{name} has no {old!r}"
        files[name] = re.sub(old, new, text, count=1).encode("utf-8")

    return change


EBRL_FAULTS: dict[str, tuple[Callable[[dict[str, bytes]], None], set[str]]] = {
    "another media type": (edit("mimetype", "epub", "ebrl"), {"BRL014"}),
    "another package document": (edit("META-INF/container.xml", "package.opf", "book.opf"), {"BRL014"}),
    "no package document": (lambda files: files.pop("package.opf") and None, {"BRL014"}),
    "no primary entry page": (lambda files: files.pop("index.html") and None, {"BRL014"}),
    "another format": (edit("package.opf", "eBraille 1.0", "eBraille 2.0"), {"BRL014"}),
    "no cell type": (edit("package.opf", '<meta property="a11y:brailleCellType">6</meta>', ""), {"BRL014"}),
    "a language in print": (edit("package.opf", "en-Brai-GB", "en-GB"), {"BRL014"}),
    "two producers' words for tactile graphics": (edit("package.opf", ">none<", ">some<"), {"BRL014"}),
    "an identifier that is no URN": (edit("package.opf", "urn:uuid:", ""), {"BRL014"}),
    "a file that is not named": (lambda files: files.update({"more.css": b""}), {"BRL014"}),
    "a file that is not there": (lambda files: files.pop("ebraille/style.css") and None, {"BRL014"}),
    "contents in the order of reading": (
        edit("package.opf", '<itemref idref="title"/>', '<itemref idref="nav"/><itemref idref="title"/>'),
        {"BRL014", "BRL012", "BRL013"},
    ),
    "contents without their role": (edit("index.html", ' role="doc-toc"', ""), {"BRL014"}),
    "contents without a heading": (edit("index.html", "<li>(?!.*<ol>)[^\n]*</li>\n", ""), {"BRL014"}),
    "contents in other words": (edit("index.html", "⠠⠇⠊⠌⠎", "⠠⠇⠊⠌"), {"BRL014"}),
    "a link to nowhere": (edit("ebraille/part-01.html", "#[a-z-]*note[a-z-]*", "#nowhere"), {"BRL014"}),
    "a program": (
        edit("ebraille/part-01.html", "</body>", "<script>1</script></body>"),
        {"BRL014", "BRL015"},
    ),
    "a typeface": (edit("ebraille/style.css", "ul, ol {", "ul, ol { font-size: 2em;"), {"BRL014"}),
    "a length in points": (edit("ebraille/style.css", "4ch", "4pt"), {"BRL014"}),
    "letters of print": (
        edit("ebraille/part-01.html", "⠠⠇⠊⠌⠎", "Lists"),
        {"BRL008", "BRL009", "BRL013", "BRL014", "BRL015"},
    ),
    "words that are lost": (edit("ebraille/part-01.html", "⠮ ⠎⠑⠉⠕⠝⠙", "⠮"), {"BRL008"}),
    "another number": (edit("ebraille/part-01.html", "⠼⠉⠁⠨⠴", "⠼⠉⠃⠨⠴"), {"BRL010"}),
}


@pytest.mark.parametrize("fault", EBRL_FAULTS)
def test_a_fault_in_ebraille_is_found(fault: str, tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_ebrl(found, found.edition("plan"), {}, tmp_path)
    assert rules(made) == set()
    change, due = EBRL_FAULTS[fault]
    packed_anew(made.path, change)
    assert rules(made) == due


def test_a_media_type_that_is_packed_is_found(tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_ebrl(found, found.edition("plan"), {}, tmp_path)
    packed_anew(made.path, lambda files: None, stored=False)
    assert rules(made) == {"BRL014"}


def test_a_file_that_is_no_package_is_found(tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_ebrl(found, found.edition("plan"), {}, tmp_path)
    made.path.write_bytes(b"no package")
    assert rules(made) == {"BRL014"}


def test_ebraille_is_a_book_to_epubcheck_too(tmp_path: Path) -> None:
    need("java", "epubcheck")
    found = publication(CONSTRUCTS)
    (made,) = make_ebrl(found, found.edition("full"), {}, tmp_path)
    packed_anew(made.path, edit("ebraille/part-01.html", "<h1>", '<h1 colour="red">'))
    (finding,) = check_deeply(found, made).findings  # the planted fault and nothing else
    assert (finding.rule, "part-01.html" in finding.place) == ("BRL014", True)


def test_every_letter_of_brf_has_its_own_cell() -> None:
    assert len(set(CELL_OF.values())) == len(CELL_OF) == 64
