"""Zip files to break: one part of a document is changed, and all else stays."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from everyway.model import Artifact


def broken(artifact: Artifact, folder: Path, part: str, old: str, new: str) -> Artifact:
    """A copy of a document in which the first piece of a part that fits a pattern is another; it must be there."""
    target = folder / artifact.path.name
    with ZipFile(artifact.path) as whole, ZipFile(target, "w") as copy:
        for entry in whole.infolist():
            content = whole.read(entry)
            if entry.filename == part:
                text, times = re.subn(old, new, content.decode(), count=1, flags=re.DOTALL)
                assert times == 1, f"{old!r} is not in {part}"
                content = text.encode()
            copy.writestr(entry, content)
    return replace(artifact, path=target)


def without(artifact: Artifact, folder: Path, part: str) -> Artifact:
    """A copy of a document without one of its parts."""
    target = folder / artifact.path.name
    with ZipFile(artifact.path) as whole, ZipFile(target, "w") as copy:
        for entry in whole.infolist():
            if entry.filename != part:
                copy.writestr(entry, whole.read(entry))
    return replace(artifact, path=target)
