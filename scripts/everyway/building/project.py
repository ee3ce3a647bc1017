"""The project that a command works on: where it is, and the hash of what its editors wrote."""

from __future__ import annotations

import hashlib
from pathlib import Path

from everyway.errors import ProjectError

CONTENT = "content"
BUILD = "build"


def is_project(folder: Path) -> bool:
    """Whether a folder holds a publication itself."""
    return (folder / CONTENT / "publication.yml").is_file()


def find_project(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds `content/publication.yml`; ProjectError when none does."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if is_project(folder):
            return folder
    raise ProjectError(
        "no-project",
        f"There is no publication in {start} or in a folder above it.",
        why="A publication is a folder with the file content/publication.yml in it.",
        fix="Go to the folder of your publication, or name it: everyway --project FOLDER ...",
    )


REVIEWED = "reviewed.yml"
"""What people have compared: it is checked with the rest, and nothing is made from it."""


def content_state(project: Path) -> str:
    """A hash of every file under `content/` with its name, so that any change of it can be seen."""
    return _state(project, ())


def sources_state(project: Path) -> str:
    """The same, of what outputs are made from: so a build can be seen to be out of date."""
    return _state(project, (REVIEWED,))


def _state(project: Path, without: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    content = project / CONTENT
    for file in sorted(content.rglob("*")):
        name = file.relative_to(content)
        if file.is_file() and name.as_posix() not in without and not any(part.startswith(".") for part in name.parts):
            digest.update(name.as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
