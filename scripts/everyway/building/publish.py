"""New outputs into the build folder: made aside, then moved into place, so that nothing is ever half-written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from everyway.manifest import Item

_ASIDE = ".making-"


@contextmanager
def aside(build: Path) -> Iterator[Path]:
    """A folder beside the outputs to make new ones in; it is gone afterwards, whatever happened.

    What a build that was killed has left behind is swept away first: its folder bears the number of its process.
    """
    build.mkdir(parents=True, exist_ok=True)
    for left in build.glob(f"{_ASIDE}*"):
        if not _running(left.name.removeprefix(_ASIDE)):
            shutil.rmtree(left, ignore_errors=True)
    folder = build / f"{_ASIDE}{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def carry_over(items: Iterable[Item], build: Path, new: Path) -> None:
    """Link the files of earlier outputs that stay into `new`, so that they go along when its folders are swapped in."""
    for item in items:
        before, after = build / item.path, new / item.path
        if before.is_file():
            after.parent.mkdir(parents=True, exist_ok=True)
            after.hardlink_to(before)


def publish(new: Path, build: Path) -> None:
    """Move every output of `new` into `build`: whole folders are swapped, so that nobody ever sees half of one."""
    old = new / ".old"
    old.mkdir()
    for entry in sorted(new.iterdir()):
        if entry.name.startswith("."):  # the old ones, and what outputs were made from
            continue
        target = build / entry.name
        if entry.is_dir() and target.exists():
            target.rename(old / entry.name)
        entry.replace(target)


def _running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
