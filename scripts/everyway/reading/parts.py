"""One file of Markdown: a part of an edition, parsed but not yet read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from everyway.model import Source
from everyway.reading.files import inside, read_text
from everyway.reading.found import Found
from everyway.reading.front_matter import FrontMatter, read_front_matter
from everyway.reading.markdown import tokens_of
from everyway.reading.outline import Heading, outline_of
from everyway.reading.syntax.lengths import LONGEST_PARAGRAPH
from everyway.reading.tree import Node, tree_of

_TEXTS = frozenset({".markdown", ".mdown", ".txt", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html"})


@dataclass(frozen=True, slots=True)
class Part:
    """A file's settings, headings, notes by label and abbreviations; `name` is relative to the project."""

    name: str
    front: FrontMatter
    headings: tuple[Heading, ...]
    notes: dict[str, Node]
    abbreviations: dict[str, str]

    @property
    def address(self) -> str:
        """The file as links name it: relative to content/."""
        return posixpath.relpath(self.name, "content")


def read_parts(folder: Path, project: Path, found: Found) -> list[Part]:
    """The parts of an edition's folder in order of name; README.md and hidden files are not read."""
    parts: list[Part] = []
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.startswith(".") or path.name.casefold() == "readme.md":
            continue
        where = Source(path.relative_to(project).as_posix())
        if not inside(path, project):
            found.add("SRC004", f"{where.file} is a link to something outside the project.", where)
        elif path.is_dir() and any(path.rglob("*.md")):
            found.add("PUB016", f"The folder {path.name} inside the edition {folder.name} is not read.", where)
        elif path.suffix.casefold() == ".md" and (part := _read_part(path, project, found)):
            parts.append(part)
        elif path.suffix.casefold() in _TEXTS:
            found.add("PUB016", f"The file {path.name} is not read: only files that end in .md are parts.", where)
    return parts


def _read_part(path: Path, project: Path, found: Found) -> Part | None:
    file = read_text(path, project, found)
    if file is None:
        return None
    front = read_front_matter(file, found)
    if not front.text.strip():
        found.add("SRC005", f"{file.name} is empty.", Source(file.name))
        return None
    nodes = tree_of(tokens_of(front.text))
    everything = [inner for node in nodes for inner in node.walk()]
    _report_lengths(everything, file.name, found)
    notes = _notes(everything, file.name, found)
    abbreviations = {
        str(node.token.meta["word"]): str(node.token.meta["expansion"])
        for node in everything
        if node.type == "abbreviation"
    }
    return Part(file.name, front, tuple(outline_of(file.name, nodes, found)), notes, abbreviations)


def _report_lengths(nodes: Iterable[Node], file: str, found: Found) -> None:
    for node in nodes:
        if length := node.token.meta.get("length"):
            message = f"This paragraph has {length:,} characters; everyway reads up to {LONGEST_PARAGRAPH:,}."
            found.add("SRC002", message, Source(file, node.line))


def _notes(nodes: Iterable[Node], file: str, found: Found) -> dict[str, Node]:
    notes: dict[str, Node] = {}
    for node in nodes:
        if node.type != "footnote_reference":
            continue
        label = str(node.token.meta["label"])
        if label in notes:
            message = f"The note [^{label}] is defined twice: here and in line {notes[label].line}."
            found.add("SRC062", message, Source(file, node.line))
        else:
            notes[label] = node
    return notes
