"""The ways to look for a tool: in the Python environment, in `node_modules`, on PATH, among the system's libraries."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Way:
    """One way to look: `find` gives the tool's file or None, `says` names the place in words ("on PATH")."""

    says: str
    find: Callable[[], Path | None]


def in_environment(*names: str) -> Way:
    """A command beside this Python, as in `.venv/bin`."""
    folder = Path(sys.executable).parent
    return Way("in the Python environment", lambda: _first(folder / name for name in names))


def in_package(package: str, *files: str) -> Way:
    """A file inside an installed Python package; the package is not imported."""

    def find() -> Path | None:
        folder = _package_folder(package)
        return folder and _first(folder / file for file in files)

    return Way(f"in the Python package {package}", find)


def in_node_modules(file: str) -> Way:
    """A file of an npm package: in the checkout that this code runs from, else in the working folder or above it."""

    def find() -> Path | None:
        here = Path.cwd()
        roots = (Path(__file__).resolve().parents[3], here, *here.parents)
        return _first(root / "node_modules" / file for root in roots)

    return Way("in node_modules", find)


def command(*names: str) -> Way:
    """A command on PATH."""

    def find() -> Path | None:
        found = (shutil.which(name) for name in names)
        return next((Path(path) for path in found if path), None)

    return Way("on PATH", find)


def module(name: str) -> Way:
    """A Python package that can be imported; it is not imported."""

    def find() -> Path | None:
        folder = _package_folder(name)
        return folder and _first((folder / "__init__.py",))

    return Way("in the Python environment", find)


def system_file(*files: str) -> Way:
    """A file where the system keeps such files."""
    return Way("where the system keeps such files", lambda: _first(Path(name).expanduser() for name in files))


def library(name: str, *files: str) -> Way:
    """A shared library that this process can load, by its file's name on Linux, macOS or Windows."""

    def find() -> Path | None:
        import ctypes
        import ctypes.util

        for file in (*files, ctypes.util.find_library(name)):
            if file and _loads(ctypes.CDLL, file):
                return Path(file)
        return None

    return Way("among the system's libraries", find)


def _loads(load: Callable[[str], object], file: str) -> bool:
    try:
        load(file)
    except OSError:
        return False
    return True


def _package_folder(name: str) -> Path | None:
    from importlib.util import find_spec

    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _first(files: Iterable[Path]) -> Path | None:
    return next((file for file in files if file.is_file()), None)
