"""Files that are not what they seem: other encodings, links out of the project, too big, full of hidden signs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from everyway.reading.files import LARGEST_FILE
from everyway.reading.publication import Reading, read_publication
from tests.reading.outline import section_outline
from tests.reading.projects import STAR, make_project

PART = "content/plan/01.md"


def found(reading: Reading) -> list[tuple[str, str]]:
    return [(one.rule, str(one.where)) for one in reading.findings]


def test_not_utf_8_names_the_byte_and_the_line(tmp_path: Path) -> None:
    reading = read_publication(make_project(tmp_path, {PART: "# One\n\nCafé Ŵy £5\n".encode("cp1252", "replace")}))
    assert found(reading) == [("SRC001", f"{PART}:3")]
    finding = reading.findings[0]
    assert "byte 11, in line 3, is 0xE9" in finding.message
    assert "UTF-8" in finding.remedy


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_of_unicode(tmp_path: Path, encoding: str) -> None:
    reading = read_publication(make_project(tmp_path, {PART: "# One\n\nWords\n".encode(encoding)}))
    assert {rule for rule, _ in found(reading)} & {"SRC001", "SRC003"}


@pytest.mark.parametrize("change", ["\r\n", "\r", "mark"])
def test_line_ends_and_byte_order_marks_are_fine(tmp_path: Path, change: str) -> None:
    text = "---\npart: 1\n---\n# One\n\nWords\nmore words.\n"
    data = b"\xef\xbb\xbf" + text.encode() if change == "mark" else text.replace("\n", change).encode()
    settings = make_project(tmp_path / "x").joinpath("content/publication.yml").read_bytes()
    reading = read_publication(
        make_project(tmp_path, {PART: data, "content/publication.yml": settings.replace(b"\n", change.encode())})
        if change != "mark"
        else make_project(tmp_path, {PART: data, "content/publication.yml": b"\xef\xbb\xbf" + settings})
    )
    assert found(reading) == []
    assert reading.publication is not None
    assert list(section_outline(reading.publication.editions[0].sections[1])) == [
        "# One #one @4",
        "  opening 'Part 1' without picture",
        "  paragraph @6",
        "    - Words more words. @6",
    ]


def test_hidden_control_characters_are_left_out(tmp_path: Path) -> None:
    reading = read_publication(make_project(tmp_path, {PART: "# One\n\nWo\x00r\x1bds\x0c \x85here.\n"}))
    assert found(reading) == [("SRC003", f"{PART}:3")]
    assert "U+0000" in reading.findings[0].message
    assert reading.publication is not None
    assert "Words here." in "\n".join(section_outline(reading.publication.editions[0].sections[1]))


@pytest.mark.parametrize("sign", ["x", "[", "*a ", "(", "<", "|", "`", "\n> "])
def test_files_that_are_too_big_are_answered_at_once(tmp_path: Path, sign: str) -> None:
    begin = time.perf_counter()
    reading = read_publication(make_project(tmp_path, {PART: "# One\n\n" + sign * (5_000_000 // len(sign))}))
    assert ("SRC002", f"{PART}:1") in found(reading)
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize("sign", ["x", "[", "*a ", "![", "<a ", "`a", "**a_"])
def test_long_lines_and_paragraphs_do_not_hang(tmp_path: Path, sign: str) -> None:
    begin = time.perf_counter()
    long_line = sign * (LARGEST_FILE // 3 * 2 // len(sign))
    reading = read_publication(make_project(tmp_path, {PART: f"# One\n\n{long_line}\n"}))
    assert ("SRC002", f"{PART}:3") in found(reading)
    paragraph = (sign * 100 + "\n") * (200_000 // (len(sign) * 100))
    reading = read_publication(make_project(tmp_path, {PART: f"# One\n\n{paragraph}\n"}))
    assert ("SRC002", f"{PART}:3") in found(reading)
    assert time.perf_counter() - begin < 5


def test_links_out_of_the_project_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("# Secret\n", "utf-8")
    (outside / "secret.svg").write_text(STAR, "utf-8")
    project = make_project(tmp_path / "project", {PART: "# One\n\n![A secret](secret.svg)\n\n![x](dir/secret.svg)\n"})
    (project / "content/plan/02.md").symlink_to(outside / "secret.md")
    (project / "content/plan/secret.svg").symlink_to(outside / "secret.svg")
    (project / "content/plan/dir").symlink_to(outside)
    (project / "content/plan/loop.md").symlink_to("loop.md")
    assert found(read_publication(project)) == [
        ("SRC015", f"{PART}:3"),
        ("SRC015", f"{PART}:5"),
        ("SRC004", "content/plan/02.md:1"),
        ("SRC004", "content/plan/dir:1"),
        ("SRC004", "content/plan/loop.md:1"),
        ("SRC004", "content/plan/secret.svg:1"),
    ]


def test_an_edition_that_is_a_link_out_of_the_project(tmp_path: Path) -> None:
    outside = make_project(tmp_path / "outside")
    project = make_project(tmp_path / "project", {"content/plan/00-base.md": "-"})
    (project / "content/plan").rmdir()
    (project / "content/plan").symlink_to(outside / "content/plan")
    assert ("SRC004", "content/publication.yml:7") in found(read_publication(project))


def test_settings_that_link_out_of_the_project(tmp_path: Path) -> None:
    outside = make_project(tmp_path / "outside")
    project = make_project(tmp_path / "project", {"content/pictures/pictures.yml": "-"})
    (project / "content/pictures/pictures.yml").symlink_to(outside / "content/pictures/pictures.yml")
    rules = {rule for rule, _ in found(read_publication(project))}
    assert "SRC004" in rules


def test_settings_nested_without_end(tmp_path: Path) -> None:
    for text in ("[" * 20_000, "a: " + "{a: " * 5_000, "- " * 20_000):
        reading = read_publication(make_project(tmp_path, {"content/words/glossary.yml": text}))
        assert ("PUB001", "content/words/glossary.yml:1") in found(reading)


def test_a_folder_with_the_name_of_a_part(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / PART).mkdir()
    assert read_publication(project).publication is not None
