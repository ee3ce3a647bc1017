"""Picture files: kinds that every format can show, whole, and safe."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from everyway.reading.svg import UnsafeSvgError, check_svg

LARGEST_PICTURE = 20_000_000
_STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
}
KINDS = (".svg", *_STARTS)


def picture_problem(path: Path) -> tuple[str, str] | None:
    """Why a picture file cannot be used, as a rule and a reason; None when it can."""
    try:
        state = path.stat()
    except OSError as error:
        return "SRC016", f"it cannot be opened ({error.strerror or error})"
    return _problem(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4096)
def _problem(path: Path, changed: int, size: int) -> tuple[str, str] | None:
    kind = path.suffix.lower()
    if kind not in KINDS:
        return "SRC016", f"everyway shows {', '.join(KINDS)} files"
    if size > LARGEST_PICTURE:
        return "SRC016", f"it has {size:,} bytes, and pictures can have up to {LARGEST_PICTURE:,}"
    try:
        data = path.read_bytes()
    except OSError as error:
        return "SRC016", f"it cannot be opened ({error.strerror or error})"
    if kind != ".svg":
        return None if data.startswith(_STARTS[kind]) else ("SRC016", f"it is no {kind[1:].upper()} file inside")
    try:
        check_svg(data)
    except UnsafeSvgError as error:
        return "SRC017", f"it holds {error}"
    except ValueError as error:
        return "SRC016", str(error)
    return None
