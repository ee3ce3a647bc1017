"""The publication's own words: `content/words/spelling.txt`, one a line, to a tuple of them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from everyway.reading.files import LARGEST_SETTINGS, read_text
from everyway.reading.found import Found


def read_spelling(content: Path, found: Found) -> tuple[str, ...]:
    """Every word of the file, each once, in its order; what stands after # is a note for the next editor."""
    path = content / "words" / "spelling.txt"
    if not path.is_file() and not path.is_symlink():
        return ()
    file = read_text(path, content.parent, found, LARGEST_SETTINGS)
    lines = file.text.splitlines() if file else []
    words = (" ".join(unicodedata.normalize("NFC", line.partition("#")[0]).split()) for line in lines)
    return tuple(dict.fromkeys(word for word in words if word))
