"""Laws of reading that hold for any text: no crash, valid and unique ids, lines that there are, every word once."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from everyway.model import Edition, Publication
from everyway.model.walk import sections_of, sentences_of
from everyway.reading.publication import Reading, read_publication
from tests.laws import law
from tests.reading.documents import documents
from tests.reading.letters import letters, letters_of_edition
from tests.reading.projects import BASE, make_project
from tests.reading.test_commonmark import words_of_html

CONSTRUCTS = Path(__file__).parents[1] / "publications" / "constructs"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")  # valid as an id in HTML, and an XML name

# Signs that mean something, so that random texts hit on many constructs.
SIGNS = [*"#>-*+_`~[](){}!|:<>&\\\"'=^1.\n\n\n\t  ", ":::", "::: note\n", "[^1]", "[^1]: ", "![](star)", "{lang=cy}"]
SIGNS += [
    "| a | b |\n|---|---|\n",
    "Table: ",
    "**",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "---\n",
    "```\n",
    "http://a.b",
    "a@b.cd",
]
SIGNS += [
    "word",
    "NHS",
    "budget",
    "A. B.",
    "é",
    "🙂",
    "\u00a0",
    "\u200b",
    "{#id}",
    "# ",
    "- ",
    "1. ",
    "[a](#base)",
    "&#0;",
]
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(SIGNS), max_size=60).map("".join))


forty = law(40)


def read(files: dict[str, str | bytes]) -> Reading:
    with tempfile.TemporaryDirectory() as folder:
        return read_publication(make_project(Path(folder), files))


def check(reading: Reading, files: dict[str, str | bytes]) -> None:
    """What holds for every reading, whatever was read."""
    for finding in reading.findings:
        assert finding.level
        assert finding.message
        assert finding.remedy
        assert finding.where is not None
        text = files.get(finding.where.file, BASE.get(finding.where.file))
        if isinstance(text, str):
            assert 1 <= finding.where.line <= text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for edition in reading.publication.editions if reading.publication else ():
        check_edition(edition)


def check_edition(edition: Edition) -> None:
    ids = [section.id for section in sections_of(edition)]
    for section in sections_of(edition):
        ids += [sentence.id for sentence in sentences_of(section)] + [note.id for note in section.notes]
        assert 1 <= section.level <= 6
        assert all(inner.level == section.level + 1 for inner in section.sections)
        for sentence in sentences_of(section):
            assert sentence.source.line >= 1
    assert len(ids) == len(set(ids))
    assert all(NAME.fullmatch(one) for one in ids), [one for one in ids if not NAME.fullmatch(one)]
    numbers = [note.number for section in sections_of(edition) for note in section.notes]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


@forty
@given(texts)
@example("[^1]: a[^1]")
@example("::: note\n| a |\n|---|\n:::")
def test_any_markdown_is_read(text: str) -> None:
    files: dict[str, str | bytes] = {"content/plan/01.md": text, "content/easy-read/01.md": "# Easy\n\n" + text}
    check(read(files), files)


@forty
@given(st.sampled_from(["publication.yml", "pictures/pictures.yml", "words/glossary.yml", "plan/01.md"]), texts)
def test_any_settings_are_read(name: str, text: str) -> None:
    files: dict[str, str | bytes] = {f"content/{name}": f"---\nsummary: {text}" if name.endswith(".md") else text}
    check(read(files), files)


@forty
@given(st.binary(max_size=60), st.sampled_from(sorted(BASE)), st.integers(0, 400))
def test_any_bytes_are_read(bytes_: bytes, name: str, place: int) -> None:
    data = BASE[name].encode()
    files: dict[str, str | bytes] = {name: data[:place] + bytes_ + data[place + len(bytes_) // 2 :]}
    check(read(files), files)


@forty
@given(st.sampled_from(sorted(CONSTRUCTS.rglob("*.md")) + sorted(CONSTRUCTS.rglob("*.yml"))), st.data())
def test_a_slip_anywhere_is_read(path: Path, data: st.DataObject) -> None:
    """Lines taken away, doubled, moved or changed in a publication that uses everything."""
    name = path.relative_to(CONSTRUCTS).as_posix()
    lines = path.read_text("utf-8").split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        slip = data.draw(st.sampled_from(["drop", "double", "swap", "cut", "insert", "indent"]))
        line = lines[place]
        match slip:
            case "drop" if len(lines) > 1:
                del lines[place]
            case "double":
                lines.insert(place, line)
            case "swap":
                lines[place], lines[-1] = lines[-1], line
            case "cut":
                lines[place] = line[: len(line) // 2]
            case "insert":
                lines.insert(place, data.draw(st.sampled_from(SIGNS)))
            case _:
                lines[place] = "  " + line
    files: dict[str, str | bytes] = {
        one.relative_to(CONSTRUCTS).as_posix(): one.read_bytes() for one in CONSTRUCTS.rglob("*") if one.is_file()
    }
    files[name] = "\n".join(lines)
    with tempfile.TemporaryDirectory() as folder:
        check(read_publication(make_project(Path(folder), files, base=False)), files)


# Signs that mean the same in CommonMark and in our dialect.
PLAIN = [
    *"#>-*+_`~()!\\\"'=1.,\n\n\n  ",
    "word",
    "another",
    "é",
    "## ",
    "- ",
    "1. ",
    "\n\n",
    "**",
    "`a`",
    "[a](#base)",
    "> ",
    "***",
]


@forty
@given(st.lists(st.sampled_from(PLAIN), max_size=60).map("".join))
@example("word\n~ another")
def test_no_letter_of_any_markdown_is_lost(text: str) -> None:
    """The letters of the model are those of the HTML that a plain CommonMark reader makes."""
    reading = read({"content/plan/00-base.md": "# Base\n\n" + text})
    assert reading.publication is not None
    html = MarkdownIt("commonmark").render("# Base\n\n" + text)
    assert letters_of_edition(reading.publication.edition("plan")) == words_of_html(html)


@forty
@given(documents())
def test_every_word_once_and_in_order(document: tuple[str, list[str]]) -> None:
    """Documents made of every construct, with numbered words: each word comes out once, in order."""
    text, words = document
    reading = read({"content/easy-read/00-base.md": text, "content/plan/00-base.md": text})
    assert isinstance(reading.publication, Publication)
    for edition in reading.publication.editions:
        kept = re.findall(r"w\d+x", letters_of_edition(edition))
        assert kept == words, text


@forty
@given(texts)
def test_reading_twice_is_the_same(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder), {"content/plan/01.md": text})
        assert read_publication(project) == read_publication(project)


def test_letters_are_all_letters() -> None:
    assert letters(" a b\n c\t") == "abc"
