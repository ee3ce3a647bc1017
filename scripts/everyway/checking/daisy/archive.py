"""The files of a talking book, out of its zip or its folder."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path


def files_of(path: Path) -> Mapping[str, bytes]:
    """What is in a book by name, folders with their slashes; ValueError saying why when it cannot be opened."""
    if path.is_dir():
        found = sorted(file for file in path.rglob("*") if file.is_file())
        return {file.relative_to(path).as_posix(): file.read_bytes() for file in found}
    try:
        with zipfile.ZipFile(path) as book:
            if len(book.namelist()) != len(set(book.namelist())):
                raise ValueError("it has two files of one name")
            return {name: book.read(name) for name in book.namelist()}
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise ValueError(str(error)) from error
